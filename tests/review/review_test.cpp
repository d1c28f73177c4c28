// Real calls through the whole chain: transcripts written by somebody who knew neither the code nor the patterns
// (data/transcripts, each with what a human reader says of it). What is checked is what must hold on any call: who the
// rep is, that every quote is there and was said by that side, that nothing unknowable is claimed.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "adapters/files/transcripts/transcript_file.hpp"
#include "app/review_call.hpp"
#include "core/coaching/hindsight.hpp"
#include "program/library.hpp"

namespace praxis {
namespace {

struct Row {
    const char* file;
    const char* strategy;
    const char* rep;
    const char* segment;  // as the human reader says
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.file;
}

constexpr Row kCalls[] = {
    {"hallam-1.vtt", "hallam-steel", "Dorothea Kemp", "laser-job-shops"},
    {"hallam-2.txt", "hallam-steel", "Gareth Lindqvist", "structural-contractors"},
    {"long-hallam.json", "hallam-steel", "Wilma Aldous", "contract-oems"},
    {"ledgerline-1.srt", "ledgerline", "NADIA FERREL", "wholesalers"},
    {"ledgerline-2.json", "ledgerline", "B", "construction"},
    {"long-ledgerline.vtt", "ledgerline", "Rowan Teague", "roll-ups"},
    {"sterivia-1.vtt", "sterivia", "Marcus Dellow", "university-hospitals"},
    {"sterivia-2.txt", "sterivia", "Yusuf Halloran", "private-chains"},
};

class Calls : public testing::TestWithParam<Row> {
protected:
    static app::CallReview review(const Row& row, const app::ReviewWishes& wishes = {}) {
        const auto library = program::Library::open();
        EXPECT_TRUE(library);
        const auto strategy = library->strategy(row.strategy);
        const auto tongue = library->tongue("en");
        const auto phrases = library->phrases("en");
        const auto transcript = files::load_transcript(library->data() / "transcripts" / row.file);
        EXPECT_TRUE(strategy && tongue && phrases && transcript);
        auto review = app::review_call(*transcript, strategy->strategy, *tongue->reader, *phrases, wishes);
        EXPECT_TRUE(review) << (review ? "" : to_text(review.error().front()));
        return review ? *std::move(review) : app::CallReview{};
    }
};

TEST_P(Calls, AreReadByTheRightRepAndNeverSurelyByTheWrongSegment) {
    const app::CallReview call = review(GetParam());
    EXPECT_EQ(call.rep.name, GetParam().rep);
    ASSERT_TRUE(call.guess);
    if (call.guess->certain) {
        EXPECT_EQ(call.guess->segment, GetParam().segment) << call.segment_note;
    }
}

// Where a piece of evidence stands in the conversation it quotes.
bool stands(const conversation::Conversation& conversation, const behaviour::Evidence& evidence) {
    return std::any_of(conversation.events.begin(), conversation.events.end(), [&](const conversation::Event& event) {
        return event.turn == evidence.turn && event.who == evidence.who && evidence.span.end <= event.text.size() &&
               quote(event.text, evidence.span) == evidence.quote;
    });
}

TEST_P(Calls, AreQuotedWordForWord) {
    const app::CallReview call = review(GetParam());
    int quotes = 0;
    for (const auto& criterion : call.report.criteria)
        for (const auto& indicator : criterion.indicators)
            for (const auto& evidence : indicator.evidence) {
                ++quotes;
                EXPECT_TRUE(stands(call.conversation, evidence)) << indicator.indicator << ": " << evidence.quote;
            }
    EXPECT_GT(quotes, 5);
}

TEST_P(Calls, ClaimNothingThatCannotBeKnown) {
    const app::CallReview call = review(GetParam());
    EXPECT_TRUE(call.report.real_call);
    EXPECT_FALSE(call.report.level);
    EXPECT_TRUE(call.report.colleague.empty());
    EXPECT_TRUE(call.report.undiscovered.empty());
    EXPECT_FALSE(call.report.unknowable.empty());
}

TEST_P(Calls, TakeWhatTheyAreTold) {
    const app::CallReview call =
        review(GetParam(), {.rep = GetParam().rep, .segment = GetParam().segment, .role = {}, .kind = "negotiation"});
    EXPECT_FALSE(call.guess);
    EXPECT_EQ(call.scenario.segment, GetParam().segment);
    EXPECT_EQ(call.scenario.kind, strategy::ConversationKind::negotiation);
}

// How far a stranger's call can be followed is said, and nothing beyond it is claimed.
TEST_P(Calls, AreFollowedAsFarAsTheMindGoes) {
    app::ReviewWishes wishes;
    wishes.look_ahead = true;
    wishes.segment = GetParam().segment;
    const app::CallReview call = review(GetParam(), wishes);
    if (!call.report.curve) {
        ASSERT_FALSE(call.report.unknowable.empty());
        EXPECT_NE(call.report.unknowable.back().find("cannot be followed"), std::string::npos);
        return;
    }
    const coaching::Curve& curve = *call.report.curve;
    std::printf("%s: %zu of %zu turns followed\n", GetParam().file, curve.followed, curve.turns);
    EXPECT_GE(curve.followed, coaching::kTurnsToFollow);
    EXPECT_LE(curve.followed, curve.turns);
    EXPECT_FALSE(curve.reached) << "how a real call ended is not known";
    EXPECT_NE(curve.end.find(std::to_string(curve.followed) + " of " + std::to_string(curve.turns)), std::string::npos);
    for (const auto& marked : call.report.marks) {
        EXPECT_TRUE(!marked.stakes || marked.turn <= curve.points.back().turn);
        EXPECT_TRUE(stands(call.conversation, marked.said));
    }
    EXPECT_FALSE(call.report.level);
    EXPECT_TRUE(call.report.undiscovered.empty());
}

INSTANTIATE_TEST_SUITE_P(Strangers, Calls, testing::ValuesIn(kCalls), [](const auto& call) {
    std::string name = call.param.file;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
});

TEST(ReviewCall, NamesTheNearestWhenAskedForWhatIsNot) {
    const auto library = program::Library::open();
    ASSERT_TRUE(library);
    const auto strategy = library->strategy("hallam-steel");
    const auto tongue = library->tongue("en");
    const auto phrases = library->phrases("en");
    const auto transcript = files::load_transcript(library->data() / "transcripts" / "hallam-1.vtt");
    ASSERT_TRUE(strategy && tongue && phrases && transcript);
    const auto refused = [&](app::ReviewWishes wishes) {
        const auto call = app::review_call(*transcript, strategy->strategy, *tongue->reader, *phrases, wishes);
        return call ? std::string("accepted") : to_text(call.error().front());
    };
    EXPECT_EQ(refused({.rep = "Dorothy"}),
              "error: nobody called 'Dorothy' speaks in this call (the speakers are: Dorothea Kemp, Milan Verhaag "
              "(Corvane))");
    EXPECT_EQ(refused({.segment = "laser-job-shop"}),
              "error: there is no segment 'laser-job-shop' (did you mean 'laser-job-shops'?)");
    EXPECT_EQ(refused({.kind = "negotation"}),
              "error: there is no conversation kind 'negotation' (did you mean 'negotiation'?)");
}

}  // namespace
}  // namespace praxis
