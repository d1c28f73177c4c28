#include "core/language/lexicon.hpp"

#include <gtest/gtest.h>

#include "adapters/files/language/language_pack.hpp"

namespace praxis::language {
namespace {

const text::Pack& english() {
    static const auto kPack = text::Pack::make(files::load_pack(PRAXIS_DATA "/language/en").value());
    return *kPack;
}

Lexicon steel() {
    strategy::Scenario scenario;
    scenario.language = "en";
    scenario.topics = {
        {.id = "tip-ups", .name = "sheet tip-ups", .words = {"tip-up", "sheet tips up", "cutting head"}},
        {.id = "certificates", .name = "3.1 certificates", .words = {"certificate", "mill cert", "paperwork"}},
        {.id = "stock", .name = "stock", .words = {"inventory", "days' stock"}}};
    scenario.proofs = {{.proof = {.id = "trial", .words = {"trial sheet", "test pallet"}}}};
    scenario.capabilities = {{.capability = {.id = "kanban", .words = {"call-off", "kanban"}}}};
    scenario.forbidden = {{.id = "never", .words = {"never late"}}};
    scenario.rivals = {"Brennan Steel"};
    return Lexicon(scenario);
}

// "topic 0 'tip-ups'", one a line.
std::string found(const Lexicon& lexicon, const std::string& original) {
    static constexpr std::string_view kNames[] = {"topic", "proof", "capability", "forbidden",
                                                  "limit", "rival", "trade word"};
    text::Stemmer stemmer("english");
    text::Utterance utterance(original, english(), stemmer);
    for (text::Term& term : utterance.terms()) term.unfamiliar = term.info->sets.empty();
    std::string text;
    for (const Mention& mention : lexicon.mentions(utterance)) {
        const auto& terms = utterance.terms();
        const auto& tokens = utterance.tokens();
        const Span span{tokens[terms[mention.first_term].token].span.begin,
                        tokens[terms[mention.end_term - 1].token].span.end};
        if (!text.empty()) text += ", ";
        text += std::string(kNames[static_cast<int>(mention.meaning)]) + " " + std::to_string(mention.id) + " '" +
                std::string(quote(original, span)) + "'";
    }
    return text;
}

TEST(Lexicon, findsTopicsAcrossInflectionsAndHyphens) {
    const Lexicon lexicon = steel();
    EXPECT_EQ(found(lexicon, "How often do you get Tip-Ups?"), "topic 0 'Tip-Ups'");
    EXPECT_EQ(found(lexicon, "when a sheet tipped up"), "topic 0 'sheet tipped up'");
    EXPECT_EQ(found(lexicon, "cutting heads cost six grand"), "topic 0 'cutting heads'");
    EXPECT_EQ(found(lexicon, "what about inventories"), "topic 2 'inventories'");
    EXPECT_EQ(found(lexicon, "the weather in Leeds"), "");
}

TEST(Lexicon, takesACommonWordAtItsWord) {
    strategy::Scenario scenario;
    scenario.language = "en";
    scenario.topics = {{.id = "timing", .name = "the timing", .words = {"timing", "deadline"}},
                       {.id = "price", .name = "the price", .words = {"price"}}};
    const Lexicon lexicon(scenario);
    EXPECT_EQ(found(lexicon, "how much is there at any one time"), "") << "time is not timing";
    EXPECT_EQ(found(lexicon, "what about the timing"), "topic 0 'the timing'");
    EXPECT_EQ(found(lexicon, "and the prices"), "topic 1 'the prices'") << "a plural is the same word";
}

TEST(Lexicon, forgivesALightSlipInALongWord) {
    const Lexicon lexicon = steel();
    EXPECT_EQ(found(lexicon, "is the certificat there"), "topic 1 'certificat'");
    EXPECT_EQ(found(lexicon, "is the cirtificate there"), "topic 1 'cirtificate'");
    EXPECT_EQ(found(lexicon, "is the sock there"), "") << "short words are too easily another word";
}

TEST(Lexicon, tellsProofsCapabilitiesClaimsAndRivalsApart) {
    const Lexicon lexicon = steel();
    EXPECT_EQ(found(lexicon, "Run a test pallet."), "proof 0 'test pallet'");
    EXPECT_EQ(found(lexicon, "We do call-offs."), "capability 0 'call-offs'");
    EXPECT_EQ(found(lexicon, "We are never late."), "forbidden 0 'never late'");
    EXPECT_EQ(found(lexicon, "Not like Brennan Steel."), "rival 0 'Brennan Steel'");
}

TEST(Lexicon, namesItsTopics) {
    const Lexicon lexicon = steel();
    EXPECT_EQ(lexicon.topic_name(TopicId{1}), "3.1 certificates");
    EXPECT_EQ(lexicon.topic_slug(TopicId{1}), "certificates");
    EXPECT_EQ(lexicon.topic_name(TopicId{9}), "");
    EXPECT_EQ(lexicon.topic_name(TopicId{}), "");
}

TEST(Lexicon, takesAllTopicsOfAStrategy) {
    strategy::Strategy strategy;
    for (int i = 0; i < 200; ++i)
        strategy.topics.push_back({.id = "t" + std::to_string(i), .name = "thing " + std::to_string(i)});
    EXPECT_EQ(Lexicon::of(strategy).topics(), static_cast<std::size_t>(kTopicsMax)) << "more than a TopicId can name";
}

}  // namespace
}  // namespace praxis::language
