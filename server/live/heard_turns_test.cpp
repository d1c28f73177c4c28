#include "server/live/heard_turns.hpp"

#include <gtest/gtest.h>

namespace praxis::live {
namespace {

app::HeardTurn turn(std::string text, int speech_ms, int pauses = 0, int pause_ms = 0) {
    app::HeardTurn heard;
    heard.text = std::move(text);
    heard.measures.speech_ms = speech_ms;
    heard.measures.pauses = pauses;
    heard.measures.pause_ms = pause_ms;
    heard.measures.loudness = -20 - speech_ms / 1000.0;
    heard.measures.pitch_semitones = 4;
    return heard;
}

TEST(HeardTurns, WhatWasHeardIsSaidAsItWasSpoken) {
    HeardTurns heard;
    heard.add(turn("what machines do you have", 1800, 1, 300), {1000, 3100});
    const auto spoken = heard.take("What machines do you have?");
    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->timing, (conversation::Timing{1000, 3100}));
    EXPECT_EQ(spoken->delivery->pauses, 1);
    EXPECT_EQ(spoken->delivery->pause_ms, 300);
    EXPECT_DOUBLE_EQ(*spoken->delivery->loudness, -21.8);
    EXPECT_FALSE(heard.take("What machines do you have?")) << "once";
}

TEST(HeardTurns, WhatWasTypedOrMendedByMoreThanHalfWasNotSpoken) {
    HeardTurns heard;
    EXPECT_FALSE(heard.take("Good morning."));
    heard.add(turn("what machines do you have", 1800), {1000, 3100});
    EXPECT_FALSE(heard.take("Which presses are in your plant?"));
    heard.add(turn("what machines do you have", 1800), {1000, 3100});
    EXPECT_TRUE(heard.take("What machines have you got?")) << "four words of five";
}

TEST(HeardTurns, WhatThePagePutTogetherIsOneTurnWithItsPauses) {
    HeardTurns heard;
    heard.add(turn("a cough that nobody said", 400), {0, 400});
    heard.add(turn("we deliver within two days", 2000, 1, 250), {2000, 4250});
    heard.add(turn("and we level every sheet", 1500), {5000, 6500});
    const auto spoken = heard.take("we deliver within two days and we level every sheet");
    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->timing, (conversation::Timing{2000, 6500}));
    EXPECT_EQ(spoken->delivery->pauses, 2);
    EXPECT_EQ(spoken->delivery->pause_ms, 1000);
    EXPECT_DOUBLE_EQ(*spoken->delivery->loudness, -22) << "of the longer one";
}

TEST(HeardTurns, OnlyTheLastWasSaid) {
    HeardTurns heard;
    heard.add(turn("that is not what i said", 1500), {0, 1500});
    heard.add(turn("how do you buy today", 1200), {4000, 5200});
    EXPECT_EQ(heard.take("How do you buy today?")->timing, (conversation::Timing{4000, 5200}));
}

}  // namespace
}  // namespace praxis::live
