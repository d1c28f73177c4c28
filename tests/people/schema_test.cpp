// That no sound, no voice and no feeling of a person is kept is not a promise but what the schema can hold: it has no
// column for any of it, and no type that could carry it.
#include <gtest/gtest.h>

#include <cctype>
#include <regex>
#include <set>

#include "adapters/storage/migrate.hpp"

namespace praxis::testing {
namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

TEST(Schema, HasNoPlaceForSoundVoicesOrFeelings) {
    const std::regex never(
        "audio|sound|voice|pitch|prosod|speaker|embedding|biometr|emotion|sentiment|feeling|stress|face|gaze|photo|"
        "video");
    for (const auto& migration : storage::migrations()) {
        const std::string sql = lowered(migration.sql);
        std::smatch found;
        EXPECT_FALSE(std::regex_search(sql, found, never)) << migration.name << " says " << found.str();
    }
}

TEST(Schema, KnowsTextAndWholeNumbersOnly) {
    const std::regex column(
        R"(^    ([a-z_]+) +([A-Z ]+?)( NOT NULL| PRIMARY| REFERENCES| DEFAULT| CHECK| UNIQUE|,|$))");
    std::set<std::string> types;
    int columns = 0;
    for (const auto& migration : storage::migrations()) {
        std::string_view rest = migration.sql;
        while (!rest.empty()) {
            const std::string line(rest.substr(0, rest.find('\n')));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            std::smatch found;
            if (!std::regex_search(line, found, column)) continue;
            ++columns;
            types.insert(found[2]);
        }
    }
    EXPECT_GT(columns, 100);
    for (const std::string& type : types)
        EXPECT_TRUE(type == "TEXT" || type == "BIGINT" || type == "DOUBLE PRECISION") << type;
}

}  // namespace
}  // namespace praxis::testing
