#include "adapters/files/language/language_pack.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "adapters/files/language/turns_file.hpp"

namespace praxis::files {
namespace {

std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LanguagePack, loadsAndSaysWhatItIs) {
    const auto reader = load_reader(PRAXIS_DATA "/language/en");
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->language(), "en");
    EXPECT_EQ(reader->digest().size(), 16u);
}

// A model is committed with the report of its own training, or neither can be believed.
TEST(LanguagePack, modelIsTheOneTheReportDescribes) {
    const auto reader = load_reader(PRAXIS_DATA "/language/en");
    ASSERT_TRUE(reader);
    const std::string report = whole(PRAXIS_SOURCE "/docs/language-report.md");
    EXPECT_NE(report.find("Model digest: " + reader->model_digest()), std::string::npos)
        << "train again: train_language data/language/en data/language/en/model.bin docs/language-report.md";
    EXPECT_LE(std::filesystem::file_size(PRAXIS_DATA "/language/en/model.bin"), 6'000'000u);
}

TEST(LanguagePack, namesTheMissingFile) {
    const auto reader = load_reader(PRAXIS_DATA "/language/nowhere");
    ASSERT_FALSE(reader);
    EXPECT_NE(to_text(reader.error().front()).find("pack.yaml"), std::string::npos);
}

TEST(TurnsFile, readsSentencesConversationsAndCustomers) {
    const auto turns = parse_turns(
        "# author: nobody\n"
        "r pain | That hurts. [empathy] What did it cost? [open_question implication_question]\n"
        "\n== a cold call\nc brushoff | Not now.\nr | Fair enough. [objection_acknowledged]\n",
        "a.turns", "nobody");
    ASSERT_TRUE(turns);
    ASSERT_EQ(turns->rep.size(), 2u);
    const RepTurn& first = turns->rep[0];
    EXPECT_EQ(first.text, "That hurts. What did it cost?");
    EXPECT_EQ(quote(first.text, first.sentences[1].span), "What did it cost?");
    EXPECT_EQ(first.acts(), (ActSet{Act::empathy, Act::open_question, Act::implication_question}));
    EXPECT_EQ(turns->rep[1].previous, PreviousKind::brushoff);
    EXPECT_EQ(turns->rep[1].heard, std::vector<std::string>{"Not now."});
    EXPECT_EQ(turns->customer.size(), 1u);
}

TEST(TurnsFile, namesTheLineOfAMistake) {
    const auto turns =
        parse_turns("r pain | Fine. [emphaty]\nr sulking | No. []\nr none | No bracket\nx\n", "a.turns", "nobody");
    ASSERT_FALSE(turns);
    ASSERT_EQ(turns.error().size(), 4u);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(turns.error()[static_cast<std::size_t>(i)].place.line, i + 1);
}

TEST(TurnsFile, allLabelledTurnsParse) {
    const auto turns = load_turns(PRAXIS_DATA "/language/en/turns");
    ASSERT_TRUE(turns) << to_text(turns.error().front());
    EXPECT_GE(turns->rep.size(), 8000u);
    EXPECT_GE(turns->customer.size(), 2000u);
}

}  // namespace
}  // namespace praxis::files
