#include "core/behaviour/signals.hpp"

#include <gtest/gtest.h>

#include "core/behaviour/conversation_builder.hpp"

namespace praxis::behaviour {
namespace {

using Builder = ConversationBuilder;
using enum Act;

TEST(Signals, CountsWordsTurnsAndSwitches) {
    const Signals s = measure(Builder()
                                  .rep("One two three.")
                                  .buyer("One.")
                                  .move(BuyerMove::acknowledge)
                                  .rep("Four five.")
                                  .rep("Six seven eight.")
                                  .buyer("Two? And three?")
                                  .move(BuyerMove::ask)
                                  .done());
    EXPECT_EQ(s.rep.words, 8);
    EXPECT_EQ(s.customer.words, 4);
    EXPECT_EQ(s.rep.turns, 2) << "two events in a row are one turn";
    EXPECT_EQ(s.switches, 3);
    EXPECT_NEAR(*s.talk_share_percent, 66.7, 0.1);
    EXPECT_EQ(s.rep.longest_monologue_words, 5);
    EXPECT_EQ(s.customer.questions, 2);
    EXPECT_FALSE(s.talk_share_time_percent);
    EXPECT_FALSE(s.patience_seconds);
    EXPECT_FALSE(s.rep.words_per_minute);
}

TEST(Signals, CountsTheRepsQuestionsByForm) {
    const Signals s = measure(Builder()
                                  .rep("What breaks? How often? Is it dear?")
                                  .act(open_question, "What breaks?")
                                  .act(closed_question, "How often?")
                                  .act(closed_question, "Is it dear?")
                                  .done());
    EXPECT_EQ(s.rep.questions, 3);
    EXPECT_NEAR(*s.open_share_percent, 33.3, 0.1);
}

TEST(Signals, TimesGivePaceSharePatienceAndMonologue) {
    const Signals s = measure(Builder()
                                  .rep("One two three four.")
                                  .timed(0, 2000)
                                  .buyer("One two.")
                                  .move(BuyerMove::vague)
                                  .timed(2500, 4500)
                                  .rep("Five six.")
                                  .timed(5500, 6500)
                                  .rep("Seven.")
                                  .timed(6500, 7500)
                                  .buyer("Three.")
                                  .move(BuyerMove::vague)
                                  .timed(8000, 9000)
                                  .rep("Eight.")
                                  .timed(12000, 13000)
                                  .done());
    EXPECT_DOUBLE_EQ(*s.rep.speaking_seconds, 5);
    EXPECT_DOUBLE_EQ(*s.rep.words_per_minute, 8 * 60 / 5.0);
    EXPECT_DOUBLE_EQ(*s.talk_share_time_percent, 62.5);
    EXPECT_DOUBLE_EQ(*s.patience_seconds, 2) << "the median of 1 and 3 seconds";
    EXPECT_DOUBLE_EQ(*s.rep.longest_monologue_seconds, 2);
}

TEST(Signals, CuttingInCountsAndABackchannelDoesNot) {
    const Signals s = measure(Builder()
                                  .rep("Let me tell you all about it now.")
                                  .timed(0, 5000)
                                  .buyer("Mm, right.")
                                  .move(BuyerMove::acknowledge)
                                  .timed(3000, 3400)
                                  .rep("As I was about to say there.")
                                  .timed(5200, 8000)
                                  .buyer("Hang on, hang on there.")
                                  .move(BuyerMove::cut_in)
                                  .timed(7000, 9000)
                                  .rep("Sorry, but it is important.")
                                  .timed(8900, 9900)
                                  .done());
    EXPECT_EQ(s.customer.interruptions, 1);
    EXPECT_EQ(s.rep.interruptions, 0) << "100 ms of overlap is the ordinary meeting of turns";
}

TEST(Signals, WithoutTimesInterruptionsAreTheActAndTheMove) {
    const Signals s =
        measure(Builder().rep("No, listen.").act(interruption).buyer("Stop.").move(BuyerMove::cut_in).done());
    EXPECT_EQ(s.rep.interruptions, 1);
    EXPECT_EQ(s.customer.interruptions, 1);
}

TEST(Signals, FillersByTheListGiven) {
    const std::vector<std::string> list = {"um", "sort of"};
    const auto talk = Builder().rep("Um, so it's sort of, um, a sort of thing.").done();
    EXPECT_DOUBLE_EQ(*measure(talk, list).fillers_per_100_words, 40);
    EXPECT_FALSE(measure(talk).fillers_per_100_words);
}

TEST(Signals, SilenceAfterPrice) {
    const auto quotes = [](Observation& o) { o.quotes_price = true; };
    const Signals s = measure(Builder()
                                  .rep("It is 48 thousand.")
                                  .act(price_talk)
                                  .seen(quotes)
                                  .timed(0, 2000)
                                  .buyer("Hm.")
                                  .move(BuyerMove::vague)
                                  .timed(6000, 7000)
                                  .done());
    EXPECT_DOUBLE_EQ(*s.silence_after_price_seconds, 4);
}

TEST(Signals, NothingSaidNothingKnown) {
    const Signals s = measure({});
    for (int i = 0; i < kFigureCount; ++i) EXPECT_FALSE(value_of(s, static_cast<Figure>(i)));
}

TEST(Signals, FiguresHaveNames) {
    for (int i = 0; i < kFigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        EXPECT_EQ(figure_named(name(figure)), figure);
    }
    EXPECT_FALSE(figure_named("charm"));
}

}  // namespace
}  // namespace praxis::behaviour
