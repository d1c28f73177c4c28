#include "adapters/files/strategy_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace praxis::files {
namespace {

const std::filesystem::path kSource = PRAXIS_SOURCE;
const std::filesystem::path kData = PRAXIS_DATA;

// The smallest strategy there is; the tests below damage it line by line.
constexpr std::string_view kTiny = R"(strategy: tiny
name: A tiny strategy
topics:
  - {id: stops, name: unplanned stops, words: [stop]}
roles:
  - {id: owner, name: owner, style: plain}
selling_models:
  - {id: plain, name: plain selling}
segments:
  - id: shops
    name: small shops
    selling_model: plain
    roles: [owner]
    facts:
      - {id: old, layer: situation, topic: stops, trust: 10, full: ["It is old."], brief: ["Old."]}
    people:
      - {id: ann, role: owner, name: Ann Lee}
)";

std::string all_of(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

std::string damaged(std::string_view from, std::string_view to) {
    std::string text(kTiny);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string problems_of(std::string_view text) {
    const auto strategy = read_strategy(text, "s.yaml", {});
    return strategy ? "" : all_of(strategy.error());
}

TEST(StrategyFile, ReadsTheSmallestStrategy) {
    EXPECT_EQ(problems_of(kTiny), "");
}

TEST(StrategyFile, ReadsTheCompleteOneWithItsPlaces) {
    const auto strategy = load_strategy(kSource / "tests/strategies/vantix.yaml", kData);
    ASSERT_TRUE(strategy) << all_of(strategy.error());
    EXPECT_EQ(strategy->version.size(), 16u);
    const strategy::Segment& segment = strategy->segments.at(0);
    EXPECT_EQ(segment.pains.at(0).implications.at(1).id, "stops.implication-2");
    EXPECT_EQ(segment.pains.at(0).implications.at(1).topic, "crew");
    EXPECT_EQ(segment.pains.at(0).payoff->topic, "downtime") << "a pain's fact has the pain's topic";
    EXPECT_EQ(segment.facts.at(1).figure->value, 60000);
    EXPECT_EQ(segment.people.at(1).attitude, strategy::Attitude::sceptical);
    EXPECT_FALSE(segment.people.at(0).attitude);
    EXPECT_EQ(segment.relationship->to, strategy::Relationship::partnership);
    EXPECT_GT(segment.objections.at(0).at.line, 0);
    EXPECT_TRUE(segment.objections.at(0).triggers.has(Act::feature_dump));
}

// '^' in `to` marks where the problem must be found.
struct Damage {
    std::string from, to;
    std::string says;
};

std::ostream& operator<<(std::ostream& out, const Damage& damage) {
    return out << damage.to;
}

class Damaged : public testing::TestWithParam<Damage> {};

TEST_P(Damaged, SaysWhereWhatAndHowToMend) {
    std::string text = damaged(GetParam().from, GetParam().to);
    const std::size_t mark = text.find('^');
    const std::string_view before = std::string_view(text).substr(0, mark);
    const std::string place = "s.yaml:" + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":" +
                              std::to_string(mark - before.rfind('\n')) + ": error: ";
    const std::string found = problems_of(text.erase(mark, 1));
    EXPECT_EQ(found.rfind(place + GetParam().says, 0), 0u) << "expected at " << place << "\n" << found;
    EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 1) << "one mistake, one problem:\n" << found;
}

INSTANTIATE_TEST_SUITE_P(
    Names, Damaged,
    testing::Values(
        Damage{"style:", "^stile:", "role 'owner' has no key 'stile' (did you mean 'style'?)"},
        Damage{"style: plain", "style: ^plein", "'plein' is not known here (did you mean 'plain'?)"},
        Damage{"trust: 10", "asked_by: ^budget_questoin",
               "'budget_questoin' is not known here (did you mean 'budget_question'?)"},
        Damage{"topic: stops", "topic: ^stop",
               "fact 'old' names the topic 'stop', which does not exist (did you mean 'stops'?)"},
        Damage{"role: owner, name: Ann", "role: ^owners, name: Ann",
               "person 'ann' names the role 'owners', which does not exist (did you mean 'owner'?)"},
        Damage{"selling_model: plain", "selling_model: ^plan",
               "segment 'shops' names the selling model 'plan', which does not exist (did you mean 'plain'?)"},
        Damage{"id: ann", "id: ^Ann Lee",
               "'Ann Lee' is no id: lower-case letters, digits and '-' only (write 'ann-lee')"},
        Damage{"name: small shops", "name: small shops\n    ^name: again",
               "'name' stands twice in this segment (keep one of them)"},
        Damage{
            "    people:", "      - ^{id: old, layer: money, topic: stops, full: [Two.], brief: [Two.]}\n    people:",
            "there is already a fact 'old' (the first stands in line 15)"},
        Damage{"{id: old, layer: situation, ", "^{id: old, ", "fact 'old' has no 'layer' (add the line 'layer: …')"},
        Damage{"{id: old, layer: situation, topic: stops, ", "^{id: old, layer: situation, ",
               "fact 'old' has no 'topic'"},
        Damage{"id: shops\n    name: small shops", "^id: shops", "segment 'shops' has no 'name'"}));

INSTANTIATE_TEST_SUITE_P(
    Types, Damaged,
    testing::Values(Damage{"style: plain", "style: ^[plain]", "here should stand one of 6 words, not a list"},
                    Damage{"trust: 10", "trust: ^110", "'trust' is 110 (it must lie between 0 and 100)"},
                    Damage{"trust: 10", "trust: ^ten", "'ten' is no whole number (write digits only: 3)"},
                    Damage{"trust: 10", "trust: ^1e1", "'1e1' is no whole number"},
                    Damage{"trust: 10", "trust: ^99999999999999", "'99999999999999' is no whole number"},
                    Damage{"trust: 10", "figure: {value: ^11 500}", "'11 500' is no number (write digits with '.'"},
                    Damage{"trust: 10", "figure: {value: ^nan}", "'nan' is no number"},
                    Damage{"trust: 10", "figure: ^11500", "here should stand a figure with its keys, not '11500'"},
                    Damage{"trust: 10", "volunteered: ^yes", "'yes' is not known here (known: false, true)"},
                    Damage{"full: [\"It is old.\"]", "full: ^It is old.",
                           "here should stand a list, not 'It is old.' (write [It is old.])"},
                    Damage{"name: A tiny strategy", "name: ^{a: b}", "here should stand a text, not a mapping"},
                    Damage{"selling_model: plain", "selling_model: plain\n    priority: {tier: ^0}",
                           "'tier' is 0 (it must lie between 1 and 9)"}));

INSTANTIATE_TEST_SUITE_P(
    Text, Damaged,
    testing::Values(
        Damage{"name: A tiny strategy", "name: Tiny^: a strategy",
               "the YAML cannot be read: illegal map value (a text with ': ' or '#' in it needs quotation marks"},
        Damage{"words: [stop]}", "words: [stop^}",
               "the YAML cannot be read: illegal flow end (a bracket or a comma is missing)"},
        Damage{"    people:", "^\tpeople:", "a tab indents this line (indent with spaces)"},
        Damage{"It is old.", "It is ^\xff old.", "this is not UTF-8 text (save the file as UTF-8)"},
        Damage{"[\"It is old.\"]", "[^\"It is \\x07 old.\"]", "this text holds a control character"},
        Damage{"name: A tiny strategy", "name: ^!!str x", "'tag:yaml.org,2002:str' is a YAML tag (leave it out)"}));

TEST(StrategyFile, FindsAllMistakesInOnePass) {
    std::string text = damaged("style: plain", "stile: plain");
    text.replace(text.find("trust: 10"), 9, "trust: -1");
    text.replace(text.find("role: owner, name: Ann"), 11, "role: ovner");
    const std::string found = problems_of(text);
    EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 3) << found;
}

TEST(StrategyFile, SpeaksOfAnOverrideThatNamesNoScenario) {
    const std::string base(kTiny);
    EXPECT_NE(problems_of(base + "scenarios: [{id: shops/owner}]\n").find("does not say which scenario"),
              std::string::npos);
    EXPECT_NE(
        problems_of(base + "scenarios: [{id: shops/owner/discoverie/normal}]\n").find("did you mean 'discovery'?"),
        std::string::npos);
    EXPECT_NE(problems_of(base + "scenarios: [{id: shop/owner/discovery/normal}]\n").find("did you mean 'shops'?"),
              std::string::npos);
    EXPECT_EQ(problems_of(base + "scenarios: [{id: monday, segment: shops, role: owner, kind: discovery}]\n"), "");
}

TEST(StrategyFile, SurvivesHostileTexts) {
    std::string heavy = "a: &a \"" + std::string(100'000, 'x') + "\"\nb:\n";  // few values, gigabytes of text
    for (int i = 0; i < 100'000; ++i) heavy += "- *a\n";
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'j'; ++c) {
        const std::string last(1, static_cast<char>(c - 1));
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 10; ++i) bomb += (i == 0 ? "*" : ", *") + last;
        bomb += "]\n";
    }
    std::string binary(
        "\x7f"
        "ELF\x02\x01\x01\0\0\0\0",
        11);
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"", "the file is empty"},
        {"# only a comment\n", "the file is empty"},
        {"---\n...\n", "the file is empty"},
        {"just a word", "here should stand a strategy with its keys"},
        {"- a\n- b\n", "here should stand a strategy with its keys"},
        {binary, "control character"},
        {std::string("strategy: a\0b", 13), "control character"},
        {"\xff\xfe"
         "s\0t\0",
         "not UTF-8"},
        {"strategy: \xc0\xaf", "not UTF-8"},
        {"strategy: \xed\xa0\x80", "not UTF-8"},
        {std::string(100'000, '['), "nesting"},
        {std::string(100'000, '{'), "nesting"},
        {bomb, "holds too much"},
        {heavy, "holds too much"},
        {"a: &a [*a]\n", "alias stands inside"},
        {"a: *b\n", "cannot be read"},
        {std::string(kTiny) + "---\nstrategy: two\n", "second document"},
        {"\"" + std::string(100, 'x'), "cannot be read"},
        {"? [a, b]\n: c\n", "name of a key"},
        {"strategy: x\nname: \"" + std::string(5000, 'x') + "\"\n", "longer than"},
        {std::string(5u << 20, 'x'), "larger than 4 MB"},
    };
    for (const auto& [text, says] : hostile)
        EXPECT_NE(problems_of(text).find(says), std::string::npos) << says << "\n" << problems_of(text).substr(0, 500);
}

TEST(StrategyFile, ReadsForeignLineEndsAndMarks) {
    std::string crlf;
    for (const char c : kTiny) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(problems_of(crlf), "");
    EXPECT_EQ(problems_of("\xef\xbb\xbf" + std::string(kTiny)), "");
    EXPECT_EQ(problems_of("\xef\xbb\xbf" + damaged("style:", "stile:")).rfind("s.yaml:6:30", 0), 0u);
    crlf.replace(crlf.find("style:"), 6, "stile:");
    EXPECT_EQ(problems_of(crlf).rfind("s.yaml:6:30", 0), 0u) << problems_of(crlf);
}

// Every text cut off anywhere and every byte replaced: refused or read, never a crash.
TEST(StrategyFile, SurvivesBrokenTexts) {
    std::size_t read = 0, refused = 0;
    const std::string whole(kTiny);
    for (std::size_t cut = 0; cut < whole.size(); ++cut)
        for (const char byte : {'\0', ':', '"', '[', '&', '\n', '-'}) {
            std::string text = whole;
            if (byte == '\0')
                text.resize(cut);
            else
                text[cut] = byte;
            problems_of(text).empty() ? ++read : ++refused;
        }
    EXPECT_GT(refused, 500u);
    EXPECT_GT(read, 100u);
}

class Folder : public testing::Test {
protected:
    void SetUp() override {
        path_ = std::filesystem::path(testing::TempDir()) / ("praxis_strategy_folder-" + std::to_string(getpid()));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    void TearDown() override { std::filesystem::remove_all(path_); }
    void write(const std::string& name, std::string_view text) {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    std::filesystem::path path_;
};

TEST_F(Folder, JoinsTheListsOfItsFiles) {
    write("a.yaml", kTiny);
    write("b.yaml", "topics:\n  - {id: money, name: money, words: [money]}\n");
    const auto strategy = load_strategy(path_, kData);
    ASSERT_TRUE(strategy) << all_of(strategy.error());
    EXPECT_EQ(strategy->topics.size(), 2u);
    write("c.yaml", "name: Again\n");
    const auto twice = load_strategy(path_, kData);
    ASSERT_FALSE(twice);
    EXPECT_NE(all_of(twice.error()).find("c.yaml:1:1: error: 'name' stands in another file"), std::string::npos);
}

TEST_F(Folder, SpeaksOfWhatIsNotThere) {
    EXPECT_NE(all_of(load_strategy(path_, kData).error()).find("holds 0 YAML files"), std::string::npos);
    EXPECT_NE(all_of(load_strategy(path_ / "none.yaml", kData).error()).find("no such file"), std::string::npos);
    EXPECT_NE(all_of(load_strategy("/dev/zero", kData).error()).find("no such file"), std::string::npos);
    write("large.yaml", std::string(6u << 20, 'x'));
    EXPECT_NE(all_of(load_strategy(path_ / "large.yaml", kData).error()).find("larger than"), std::string::npos);
}

}  // namespace
}  // namespace praxis::files
