#include "adapters/files/language/report_phrases.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/coaching/page.hpp"
#include "core/coaching/worked_talks.hpp"
#include "core/strategy/key_phrases.hpp"

namespace praxis::files {
namespace {

using namespace coaching::worked_talks;
namespace fs = std::filesystem;

const coaching::Phrases& english() {
    static const auto kLoaded = load_report_phrases(fs::path(PRAXIS_DATA) / "language/en/report.yaml");
    if (!kLoaded) throw std::runtime_error(to_text(kLoaded.error().front()));
    return *kLoaded;
}

std::string page_of(const conversation::Conversation& talk, coaching::Dose dose) {
    const auto report = coaching::make_report(talk, scenario_with_criteria(), dose, english());
    return to_text(coaching::lay_out(report, english(), coaching::Extent::whole));
}

std::string golden(const std::string& name) {
    std::ifstream in(fs::path(PRAXIS_SOURCE) / "core/coaching/golden" / (name + ".txt"));
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ReportText, OfAGoodConversation) {
    EXPECT_EQ(page_of(good(), coaching::Dose::challenge), golden("good"));
}

TEST(ReportText, OfABadConversation) {
    EXPECT_EQ(page_of(bad(), coaching::Dose::one), golden("bad"));
}

TEST(ReportText, OfARealCall) {
    EXPECT_EQ(page_of(real_call(), coaching::Dose::three), golden("real_call"));
}

// Random rehearsals: nothing in the whole report names the key of a fact that was not told, no slot stays open.
TEST(ReportText, GivesNoClosedFactAway) {
    const strategy::Scenario s = scenario_with_criteria();
    for (std::uint32_t round = 0; round < 3000; ++round) {
        std::uint32_t slot = 0;
        const auto roll = [&](std::uint32_t n) { return pick(chance(Seed{11}, 0, round, slot++), n); };
        ConversationBuilder builder;
        std::array<bool, 8> told{};
        for (std::uint32_t turn = 0, turns = roll(10); turn < turns; ++turn) {
            builder.rep("Turn " + std::to_string(turn) + " goes here, does it?");
            for (std::uint32_t a = roll(4); a > 0; --a) builder.act(static_cast<Act>(roll(kActCount)));
            if (roll(3) == 0) builder.topic(TopicId{static_cast<std::uint8_t>(roll(6))}, "here");
            const auto fact = static_cast<std::uint8_t>(roll(8));
            if (roll(3) == 0 && !told[fact]) {
                told[fact] = true;
                builder.buyer(s.facts[fact].fact.full.front()).move(M::disclose, fact).discloses({fact});
            } else {
                const auto move = static_cast<BuyerMove>(roll(kBuyerMoveCount));
                builder.buyer("Answer.").move(move == M::disclose ? M::vague : move,
                                              static_cast<std::uint8_t>(roll(2)));
            }
            const auto number = [&] { return static_cast<int>(roll(101)); };
            builder.standing(stand(number(), number(), number(), number(), static_cast<Stage>(roll(5))));
        }
        const std::string text = page_of(builder.done(), static_cast<coaching::Dose>(roll(3)));
        ASSERT_EQ(text.find_first_of("{}"), std::string::npos) << text;
        for (std::size_t f = 0; f < told.size(); ++f)
            ASSERT_TRUE(told[f] || !strategy::KeyPhrases(s.facts[f].fact.key).first_in(text))
                << s.facts[f].fact.id << " in\n"
                << text;
    }
}

TEST(ReportPhrases, HaveTwoLinesForEverySkillWhateverIsKnown) {
    const coaching::Slots little = {{"topic", "unplanned stops"}};
    for (std::size_t i = 0; i < strategy::count<strategy::Skill>(); ++i) {
        const std::string skill(strategy::name(static_cast<strategy::Skill>(i)));
        EXPECT_GE(say_all(english(), "line.skill." + skill, little).size(), 2U) << skill;
    }
    for (const auto& [name, wordings] : english().texts) {
        if (name.starts_with("line.") || name.starts_with("instead.")) {
            EXPECT_FALSE(wordings.empty()) << name;
        }
    }
}

struct Bad {
    const char* name;
    const char* text;
    int line;
    const char* says;
};

class BadReportFile : public testing::TestWithParam<Bad> {};

TEST_P(BadReportFile, IsRefusedWithPlaceAndReason) {
    const fs::path file = fs::temp_directory_path() / (std::string("praxis_report_") + GetParam().name + ".yaml");
    std::ofstream(file) << GetParam().text;
    const auto loaded = load_report_phrases(file);
    fs::remove(file);
    ASSERT_FALSE(loaded);
    const std::string first = to_text(loaded.error().front());
    EXPECT_NE(first.find(GetParam().says), std::string::npos) << first;
    if (GetParam().line > 0) {
        EXPECT_EQ(loaded.error().front().place.line, GetParam().line) << first;
    }
}

const std::vector<Bad> kBad = {
    {"empty", "", 0, "not a mapping"},
    {"list", "- a\n", 1, "not a mapping"},
    {"part", "fillers: [um]\nwords: [x]\n", 2, "'words' is not a part"},
    {"missing", "fillers: [um]\n", 0, "is missing"},
    {"yaml", "texts: {a: [b\n", 0, "not YAML"},
    {"kind", "bands:\n  chat: {pace: [1, 2]}\n", 2, "not a kind of conversation"},
    {"figure", "bands:\n  discovery: {charm: [1, 2]}\n", 2, "not a figure"},
    {"order", "bands:\n  discovery: {pace: [9, 2]}\n", 2, "the lower first"},
    {"words", "bands:\n  discovery: {pace: [a, b]}\n", 2, "two numbers"},
    {"mapping", "texts:\n  level.won:\n    - a: b\n", 3, "expected a text"},
    {"twice", "texts:\n  level.won: a\n  level.won: b\n", 3, "there twice"},
};
INSTANTIATE_TEST_SUITE_P(All, BadReportFile, testing::ValuesIn(kBad),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(ReportPhrases, AMissingFileIsSaid) {
    const auto loaded = load_report_phrases("/nowhere/report.yaml");
    ASSERT_FALSE(loaded);
    EXPECT_NE(to_text(loaded.error().front()).find("cannot be read"), std::string::npos);
}

}  // namespace
}  // namespace praxis::files
