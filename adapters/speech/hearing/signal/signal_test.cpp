// Pitch, level and onset on signals whose values are known.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "adapters/speech/hearing/signal/falling_silent.hpp"
#include "adapters/speech/hearing/signal/onset.hpp"
#include "adapters/speech/hearing/signal/pitch.hpp"
#include "adapters/speech/hearing/signal/signal_level.hpp"
#include "adapters/speech/hearing/signal/turn_measures.hpp"
#include "adapters/speech/hearing/signal/voice_activity.hpp"

namespace praxis::speech {
namespace {

using Samples = std::vector<std::int16_t>;

// Eight harmonics, as a voice has them.
Samples hum(double hz, double peak, std::size_t samples = kPitchWindow) {
    Samples sound(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        double sum = 0;
        for (int n = 1; n <= 8; ++n)
            sum += std::sin(2 * std::numbers::pi * hz * n * static_cast<double>(i) / app::kHearingRate) / n;
        sound[i] = static_cast<std::int16_t>(peak * sum / 2);
    }
    return sound;
}

TEST(FallingSilent, IsToldOnceWithin60MsAndOnlyAfterAVoice) {
    FallingSilent falling;
    int told = 0;
    const auto frames = [&](int count, double level) {
        int first = -1;
        for (int i = 0; i < count; ++i)
            if (falling.take(level)) ++told, first = first < 0 ? i : first;
        return first;
    };
    EXPECT_EQ(frames(50, -70), -1) << "nobody has spoken";
    EXPECT_EQ(frames(5, -20), -1) << "a click";
    EXPECT_EQ(frames(20, -70), -1);
    EXPECT_EQ(frames(30, -20), -1);
    EXPECT_EQ(frames(5, -60), -1) << "the stop inside a word";
    EXPECT_EQ(frames(30, -30), -1) << "softer is no silence";
    EXPECT_EQ(frames(200, -60), 5);
    EXPECT_EQ(told, 1);
    frames(15, -32);
    EXPECT_EQ(frames(200, -65), 5) << "and again";
}

TEST(Pitch, IsThatOfTheHum) {
    for (const double hz : {75.0, 100.0, 123.4, 172.0, 205.0, 260.0, 330.0, 440.0}) {
        const auto found = pitch_of(hum(hz, 8000));
        ASSERT_TRUE(found) << hz;
        EXPECT_NEAR(*found, hz, hz * 0.015);
    }
}

TEST(Pitch, NoiseAndSilenceHaveNone) {
    Samples noise(kPitchWindow);
    std::minstd_rand chance(3);
    for (auto& each : noise) each = static_cast<std::int16_t>(static_cast<int>(chance() % 8000) - 4000);
    EXPECT_FALSE(pitch_of(noise));
    EXPECT_FALSE(pitch_of(Samples(kPitchWindow)));
    EXPECT_FALSE(pitch_of(Samples(kPitchWindow, 12'000)));
    EXPECT_FALSE(pitch_of(Samples(10)));
}

TEST(Pitch, ATableTellsMedianAndRange) {
    PitchTable table;
    EXPECT_FALSE(table.at_share(0.5));
    for (int hz = 100; hz <= 200; ++hz) table.add(hz);
    EXPECT_NEAR(*table.at_share(0.5), 150, 4);
    EXPECT_NEAR(*table.at_share(0.1), 110, 4);
    table.add(1);
    table.add(1e6);
    EXPECT_NEAR(semitones(100, 200), 12, 1e-9);
}

TEST(Level, IsOfTheVariance) {
    EXPECT_NEAR(level_of(hum(100, 30'000, 1600)), -10.5, 3);
    EXPECT_EQ(level_of(Samples(160, 20'000)), kLevelLeast);
    EXPECT_EQ(level_of({}), kLevelLeast);
}

TEST(Level, SignalToNoiseNeedsBoth) {
    SignalLevel level;
    for (int i = 0; i < 200; ++i) level.take(-20, true);
    EXPECT_FALSE(level.signal_to_noise());
    EXPECT_NEAR(*level.voice_level(), -20, 1);
    for (int i = 0; i < 100; ++i) level.take(-42, false);
    EXPECT_NEAR(*level.signal_to_noise(), 22, 1);
}

int frames_until_onset(double level, std::optional<double> usual, bool customer_speaks) {
    Onset onset;
    for (int frame = 1; frame <= 100; ++frame)
        if (onset.take(true, level, usual, customer_speaks)) return frame;
    return 0;
}

TEST(OnsetOfAVoice, TakesLongerOverTheCustomerAndNeedsLevelThere) {
    EXPECT_EQ(frames_until_onset(-30, std::nullopt, false), 8);
    EXPECT_EQ(frames_until_onset(-30, std::nullopt, true), 18);
    EXPECT_EQ(frames_until_onset(-30, -25, true), 18);
    EXPECT_EQ(frames_until_onset(-45, -25, true), 0);
    EXPECT_EQ(frames_until_onset(-45, -25, false), 8);
    Onset clicks;
    for (int i = 0; i < 300; ++i) EXPECT_FALSE(clicks.take(i % 2 == 0, -20, std::nullopt, false));
}

TEST(Measures, PausesAndLoudness) {
    TurnMeasures measures;
    for (int i = 0; i < 300; ++i) {
        const Samples sound = hum(150, 3276.8, 160);
        measures.take(sound, true);
    }
    measures.paused(150);
    measures.paused(700);
    measures.paused(300);
    const app::SpeechMeasures told = measures.told(4000);
    EXPECT_EQ(told.pauses, 2);
    EXPECT_EQ(told.pause_ms, 1000);
    EXPECT_EQ(told.longest_pause_ms, 700);
    EXPECT_EQ(told.speech_ms, 3000);
    EXPECT_TRUE(told.loudness);
    EXPECT_FALSE(TurnMeasures().told(0).loudness);
    EXPECT_FALSE(TurnMeasures().told(0).pitch_hz);
}

}  // namespace
}  // namespace praxis::speech
