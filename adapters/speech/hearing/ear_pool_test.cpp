// Ears are few, apart from one another, and forget; and no sound is too strange for them.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "adapters/speech/hearing/test_sound.hpp"

namespace praxis::speech {
namespace {

using test::all_heard;
using test::only;
using test::Sound;
using test::SoundTrack;

constexpr const char* kFirst = "what would you like to get out of this conversation";
constexpr const char* kSecond = "i will send you a short summary of what we agreed this afternoon";

EmbeddedHearing fresh_hearing(int ears = kEarsUsual) {
    return std::move(load_hearing(PRAXIS_DATA, {sphinx_model(), ears}).value());
}

Sound spoken_by(const char* voice, double noise = -70) {
    static FliteVoice kVoice = std::move(load_voice(PRAXIS_DATA).value());
    SoundTrack track(kVoice, voice);
    return track.rest(500).say(kFirst).rest(1200).say(kSecond).rest(1200).with_noise(noise);
}

// Everything an ear says of a sound, as one text to compare.
std::string told(app::Ear& ear, const Sound& sound) {
    std::string all;
    for (const app::HeardTurn& turn : only<app::HeardTurn>(all_heard(ear, sound)))
        all += std::to_string(turn.begin_ms) + "-" + std::to_string(turn.end_ms) + " " + turn.text + " " +
               std::to_string(turn.measures.pitch_hz.value_or(0)) + "\n";
    return all;
}

[[maybe_unused]] int resident_mb() {
    std::ifstream in("/proc/self/statm");
    long all = 0, resident = 0;
    in >> all >> resident;
    return static_cast<int>(resident * 4096 / 1'000'000);
}

TEST(EarPool, AThirdIsRefusedAndComesWhenOneIsFree) {
    EmbeddedHearing hearing = fresh_hearing();
    auto first = hearing.open({}), second = hearing.open({{"Vantix"}, 0});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(hearing.open({}), nullptr);
    first.reset();
    EXPECT_NE(hearing.open({}), nullptr);
}

TEST(EarPool, AnEarOutlivesItsHearing) {
    std::unique_ptr<app::Ear> ear = fresh_hearing(1).open({});
    EXPECT_FALSE(told(*ear, spoken_by("tom")).empty());
}

TEST(EarPool, NothingOfASpeakerStays) {
    EmbeddedHearing hearing = fresh_hearing(1);
    const Sound grace = spoken_by("grace");
    const std::string fresh = told(*hearing.open({}), grace);
    for (const char* other : {"walter", "isla"}) {
        {
            const auto ear = hearing.open({});
            told(*ear, spoken_by(other, -45));
            const Sound begun = spoken_by(other);
            all_heard(*ear, std::span(begun).first(30'000));  // left in the middle of a turn
        }
        EXPECT_EQ(told(*hearing.open({}), grace), fresh) << other;
    }
    { told(*hearing.open({{"Vantix", "conversate"}, 0}), spoken_by("tom")); }
    EXPECT_EQ(told(*hearing.open({}), grace), fresh);
}

TEST(EarPool, TwoAtOnceAreIndependent) {
    EmbeddedHearing hearing = fresh_hearing();
    const Sound sounds[] = {spoken_by("grace"), spoken_by("tom")};
    std::string alone[2], together[2];
    for (int i = 0; i < 2; ++i) alone[i] = told(*hearing.open({}), sounds[i]);
    std::vector<std::unique_ptr<app::Ear>> ears;
    for (int i = 0; i < 2; ++i) ears.push_back(hearing.open({}));
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) threads.emplace_back([&, i] { together[i] = told(*ears[i], sounds[i]); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(together[0], alone[0]);
    EXPECT_EQ(together[1], alone[1]);
    EXPECT_NE(alone[0], alone[1]);
}

TEST(EarPool, WithoutAModelItSaysWhatIsMissing) {
    EmbeddedHearing hearing = std::move(load_hearing(PRAXIS_DATA, {"/nowhere", 1}).value());
    for (int i = 0; i < 2; ++i) EXPECT_THROW(hearing.open({}), app::HearingTrouble);
}

TEST(Ear, NoSoundIsTooStrange) {
    const auto ear = fresh_hearing(1).open({});
    EXPECT_TRUE(ear->hear({}, false).empty());
    EXPECT_TRUE(ear->finish().empty());
    const std::size_t second = app::kHearingRate;
    std::minstd_rand chance(5);
    Sound noise(5 * second), clipped(3 * second);
    for (auto& each : noise) each = static_cast<std::int16_t>(chance() % 65'536 - 32'768);
    for (std::size_t i = 0; i < clipped.size(); ++i) clipped[i] = i / 40 % 2 ? 32'767 : -32'768;
    Sound loud = spoken_by("tom");
    for (auto& each : loud) each = static_cast<std::int16_t>(std::clamp(each * 20, -32'768, 32'767));
    Sound offset = spoken_by("tom");
    for (auto& each : offset) each = static_cast<std::int16_t>(std::clamp(each / 2 + 9'000, -32'768, 32'767));
    for (const Sound& strange :
         {Sound(20 * second), Sound(5 * second, 32'767), Sound(5 * second, -32'768), noise, clipped, loud}) {
        all_heard(*ear, strange);
        ear->finish();
    }
    EXPECT_FALSE(told(*ear, offset).empty());
    for (std::size_t at = 0, size = 1; at + size < loud.size(); at += size, size = size % 97 + 1)
        ear->hear(std::span(loud).subspan(at, size), at % 3 == 0);
    ear->finish();
}

TEST(Ear, FinishEndsATurn) {
    const auto ear = fresh_hearing(1).open({});
    Sound sound = spoken_by("tom");
    sound.resize(3 * app::kHearingRate);
    EXPECT_TRUE(only<app::HeardTurn>(all_heard(*ear, sound)).empty());
    EXPECT_EQ(only<app::HeardTurn>(ear->finish()).size(), 1u);
    EXPECT_TRUE(ear->finish().empty());
}

#ifndef __SANITIZE_ADDRESS__  // whose memory grows by itself, and takes minutes
// Talk without a pause that ends a turn, half of it silent to spare the machine: told when a turn may be no longer, and
// memory stays where it was.
TEST(Ear, AMonologueIsBounded) {
    HearingSettings settings{sphinx_model(), 1};
    settings.turn_most_ms = 60'000;
    const auto ear = load_hearing(PRAXIS_DATA, settings).value().open({{}, app::kPatienceMost});
    Sound talk = spoken_by("tom");
    talk.erase(talk.begin(), talk.begin() + 8'000);
    talk.resize(talk.size() + 2 * app::kHearingRate);
    std::size_t turns = 0, longest = 0;
    int at_first = 0;
    for (std::size_t heard = 0; heard < std::size_t{75} * app::kHearingRate; heard += talk.size()) {
        for (const app::HeardTurn& turn : only<app::HeardTurn>(all_heard(*ear, talk))) {
            ++turns;
            longest = std::max(longest, static_cast<std::size_t>(turn.end_ms - turn.begin_ms));
        }
        if (heard > std::size_t{15} * app::kHearingRate && at_first == 0) at_first = resident_mb();
    }
    EXPECT_EQ(turns, 1u);
    EXPECT_LE(longest, std::size_t{60'000});
    EXPECT_LT(resident_mb() - at_first, 10);
}
#endif

}  // namespace
}  // namespace praxis::speech
