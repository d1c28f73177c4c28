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

// What a rehearsal knows: the rep's times as they were heard, the customer's with the rep's next words.
conversation::Conversation heard_aloud() {
    auto talk = Builder()
                    .rep("One two three four.")
                    .timed(0, 2000)
                    .buyer("One two.")
                    .move(BuyerMove::vague)
                    .rep("Five six.")
                    .timed(4000, 5000)
                    .buyer("Three four five.")
                    .move(BuyerMove::vague)
                    .rep("Seven eight nine.")
                    .timed(7500, 8500)
                    .done();
    const conversation::Delivery deliveries[] = {{1, 500, -20, 4, {}},
                                                 {0, 0, -26, 6, conversation::Timing{2500, 3500}},
                                                 {0, 0, -23, 5, conversation::Timing{5500, 8000}}};
    std::size_t next = 0;
    for (auto& event : talk.events)
        if (auto* said = std::get_if<conversation::RepSaid>(&event.body)) said->delivery = deliveries[next++];
    return talk;
}

TEST(Signals, WhatWasHeardAloudHasTimesOfBothSides) {
    const Signals s = measure(heard_aloud());
    EXPECT_NEAR(*s.rep.speaking_seconds, 4, 0.001);
    EXPECT_NEAR(*s.customer.speaking_seconds, 3.5, 0.001);
    EXPECT_NEAR(*s.talk_share_time_percent, 53.3, 0.1);
    EXPECT_NEAR(*s.rep.words_per_minute, 135, 0.1);
    EXPECT_NEAR(*s.patience_seconds, 0.25, 0.001) << "0.5 s, and none where the rep cut in";
    EXPECT_EQ(s.rep.interruptions, 1);
    EXPECT_NEAR(*s.pause_share_percent, 12.5, 0.01);
    EXPECT_NEAR(*s.pitch_range_semitones, 5, 0.001);
    EXPECT_NEAR(*s.loudness_range_decibels, 6, 0.001);
}

TEST(Signals, NothingOfItIsLeftForOthers) {
    auto talk = heard_aloud();
    conversation::forget_delivery(talk);
    const Signals s = measure(talk);
    for (int i = 0; i < kFigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        EXPECT_FALSE(is_of_delivery(figure) && value_of(s, figure)) << name(figure);
    }
    EXPECT_FALSE(s.rep.speaking_seconds);
    EXPECT_FALSE(s.customer.speaking_seconds);
    EXPECT_EQ(s.rep.words, 9);
}

}  // namespace
}  // namespace praxis::behaviour
