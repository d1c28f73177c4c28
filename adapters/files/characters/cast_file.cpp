#include "adapters/files/characters/cast_file.hpp"

#include <boost/json/parse.hpp>
#include <fstream>
#include <iterator>

#include "wire/characters/characters.hpp"

namespace praxis::files {
namespace {

namespace json = boost::json;

// Null, and a complaint, when it cannot be read.
json::value parsed(const std::filesystem::path& file, Problems& problems) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    json::error_code error;
    json::value value = json::parse(text, error);
    if (!in && text.empty())
        problems.push_back(
            {Severity::error, {}, "the file cannot be read", "install the data folder with the program"});
    else if (error)
        problems.push_back({Severity::error, {}, "is not JSON: " + error.message(), "mend it"});
    return error ? json::value() : value;
}

characters::TraitTable traits_in(const json::value& value, Problems& problems) {
    if (const json::object* object = value.if_object()) return wire::trait_table_from(*object, problems);
    problems.push_back({Severity::error, {}, "is no object", "write one trait a field"});
    return {};
}

std::vector<characters::Player> people_in(const json::value& value, const characters::TraitTable& traits,
                                          Problems& problems) {
    std::vector<characters::Player> people;
    const json::array* list = value.if_array();
    if (!list) {
        problems.push_back({Severity::error, {}, "is no list", "write a list of people"});
        return people;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string where = "/" + std::to_string(i);
        const json::object* one = (*list)[i].if_object();
        if (!one) {
            problems.push_back({Severity::error, {where, 0, 0}, "is no person", "write an object"});
            continue;
        }
        characters::Character who = wire::character_from(*one, problems, where);
        Problems faults = characters::faults_of(who, traits, where);
        problems.insert(problems.end(), faults.begin(), faults.end());
        people.push_back({who.word, std::move(who), {}});
    }
    return people;
}

void name_file(Problems& problems, const std::filesystem::path& file) {
    for (Problem& problem : problems) problem.place.file = file.string() + problem.place.file;
}

}  // namespace

Result<characters::Cast, Problems> load_cast(const std::filesystem::path& folder) {
    characters::Cast cast;
    Problems faults;
    cast.traits = traits_in(parsed(folder / "traits.json", faults), faults);
    name_file(faults, folder / "traits.json");
    if (!faults.empty()) return refuse(std::move(faults));
    cast.shipped = people_in(parsed(folder / "people.json", faults), cast.traits, faults);
    name_file(faults, folder / "people.json");
    if (!faults.empty()) return refuse(std::move(faults));
    return cast;
}

}  // namespace praxis::files
