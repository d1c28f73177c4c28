#include "core/language/observed/hints.hpp"

#include <gtest/gtest.h>

#include "adapters/files/language/language_pack.hpp"

namespace praxis::language {
namespace {

const text::Pack& pack_of_english() {
    static const auto kPack = text::Pack::make(files::load_pack(PRAXIS_DATA "/language/en").value());
    return *kPack;
}

strategy::ScenarioFact fact(const char* id, strategy::Texts full) {
    strategy::ScenarioFact made;
    made.fact.id = id;
    made.fact.full = std::move(full);
    return made;
}

strategy::Scenario yard() {
    strategy::Scenario scenario;
    scenario.language = "en";
    scenario.facts = {fact("stock", {"We keep forty-five days of sheet in the hall."}),
                      fact("loan", {"It's borrowed, and the house bank takes its seven per cent."}),
                      fact("gauge", {"There's always one gauge that isn't there."}),
                      fact("plan", {"The plan freezes on Wednesday."}),
                      fact("truck", {"Nobody paid for the express truck."})};
    strategy::ScenarioCause cause;
    cause.topic = {7};
    cause.cause.tell = {"They sold our bundles to a bigger customer."};
    cause.cause.answer = "Every reserved bundle carries your name.";
    strategy::ScenarioObjection objection;
    objection.causes = {cause};
    scenario.objections = {objection};
    strategy::ScenarioProof proof;
    proof.proof.text = "A trailer builder two hours from here will show you the hall.";
    scenario.proofs = {proof};
    return scenario;
}

Hints::Found found(std::string_view text) {
    text::Stemmer stemmer("english");
    const Hints hints(yard(), stemmer);
    const text::Utterance utterance(text, pack_of_english(), stemmer);
    return hints.at(utterance.terms());
}

TEST(Hints, PointAtTheFactWhoseWordsAreUsed) {
    EXPECT_EQ(found("Are your bank people asking about it?").facts[0], FactId{1});
    EXPECT_EQ(found("Which gauges are missing?").facts[0], FactId{2});
    EXPECT_TRUE(found("How long does that usually take you?").facts[0].none()) << "says nothing of the matter";
    EXPECT_TRUE(found("").facts[0].none());
}

TEST(Hints, PointAtTheCauseAnAnswerSpeaksOf) {
    EXPECT_EQ(found("We put your name on each bundle, and it stays reserved.").topics[0], TopicId{7});
    EXPECT_TRUE(found("We could meet on Tuesday.").topics[0].none());
}

TEST(Hints, AProofHasToBeToldNotTouched) {
    EXPECT_EQ(found("There's a trailer builder a few hours away, he'll show his hall.").proofs, 1);
    EXPECT_EQ(found("What about the hall?").proofs, 0);
}

TEST(Hints, OfNothingFindNothing) {
    text::Stemmer stemmer("english");
    const text::Utterance utterance("the house bank", pack_of_english(), stemmer);
    EXPECT_TRUE(Hints().at(utterance.terms()).facts[0].none());
}

}  // namespace
}  // namespace praxis::language
