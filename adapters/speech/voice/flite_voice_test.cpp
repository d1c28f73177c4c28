// What comes out of the voice: sound, mouth, words, and silence where it is asked for.
#include "adapters/speech/voice/flite_voice.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "adapters/speech/voice/loudness.hpp"
#include "adapters/speech/voice/voice_file.hpp"

namespace praxis::speech {
namespace {

constexpr const char* kReply =
    "Honestly, your price is higher than what we are paying right now. Hmm. What would I get for the €9,500 a year?";

// Keeps everything; breaks in after so many chunks.
struct Kept final : app::VoiceSink {
    bool on_sentence(const app::SpokenSentence& sentence) override {
        sentences.push_back(sentence);
        starts.push_back(sound.size());
        return true;
    }
    bool on_sound(std::span<const std::int16_t> more) override {
        EXPECT_LE(more.size(), 1600u);
        EXPECT_FALSE(more.empty());
        sound.insert(sound.end(), more.begin(), more.end());
        return ++chunks < most;
    }
    std::size_t end_of(std::size_t sentence) const {
        return sentence + 1 < starts.size() ? starts[sentence + 1] : sound.size();
    }
    std::vector<app::SpokenSentence> sentences;
    std::vector<std::size_t> starts;
    std::vector<std::int16_t> sound;
    int chunks = 0, most = 1 << 20;
};

FliteVoice& voice() {
    static FliteVoice kVoice = [] {
        auto loaded = load_voice(PRAXIS_DATA);
        if (!loaded)
            for (const Problem& problem : loaded.error()) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
        return std::move(loaded.value());
    }();
    return kVoice;
}

Kept spoken(std::string_view text, const app::VoiceId& id = "grace", app::Feeling feels = {}) {
    Kept kept;
    EXPECT_TRUE(voice().speak(text, id, feels, kept));
    return kept;
}

TEST(FliteVoice, HasTwelveVoicesAtLeast) {
    const auto cards = voice().voices();
    EXPECT_GE(cards.size(), 12u);
    for (const app::VoiceCard& card : cards) EXPECT_TRUE(card.as_woman || card.as_man) << card.id;
}

TEST(FliteVoice, SpeaksSentenceBySentence) {
    const std::string text = kReply;
    const Kept kept = spoken(text);
    ASSERT_EQ(kept.sentences.size(), 3u);
    EXPECT_EQ(text.substr(kept.sentences[1].begin, kept.sentences[1].end - kept.sentences[1].begin), "Hmm.");
    for (std::size_t i = 0; i < kept.sentences.size(); ++i) {
        const std::size_t samples = kept.end_of(i) - kept.starts[i];
        EXPECT_NEAR(static_cast<double>(samples) / 16, kept.sentences[i].duration_ms, 1.0);
    }
    EXPECT_GT(kept.sentences[0].duration_ms, 3000);
}

TEST(FliteVoice, SentencesSpokenAloneAreTheSame) {
    const std::string text =
        "Dr. Müller – “Zoë” – is in. If you look at what we paid for the last one, which was a good deal more than "
        "anybody here had planned for, nobody will sign this quickly! …\n\nSee you at 9 a.m. tomorrow?";
    const Kept kept = spoken(text);
    const auto places = voice().sentences(text);
    ASSERT_EQ(places.size(), kept.sentences.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_EQ(places[i].begin, kept.sentences[i].begin);
        EXPECT_EQ(places[i].end, kept.sentences[i].end);
        const Kept alone = spoken(text.substr(places[i].begin, places[i].end - places[i].begin));
        ASSERT_EQ(alone.sentences.size(), 1u) << i;
        EXPECT_EQ(alone.sentences[0].duration_ms, kept.sentences[i].duration_ms);
    }
}

TEST(FliteVoice, TheMouthCoversTheSound) {
    for (const app::VoiceCard& card : voice().voices())
        for (const app::SpokenSentence& sentence : spoken(kReply, card.id).sentences) {
            ASSERT_GE(sentence.mouth.size(), 3u);
            EXPECT_EQ(sentence.mouth.front().from_ms, 0);
            EXPECT_EQ(sentence.mouth.back().shape, app::Viseme::sil);
            EXPECT_LE(sentence.mouth.back().from_ms, sentence.duration_ms);
            for (std::size_t i = 0; i < sentence.mouth.size(); ++i) {
                EXPECT_GE(sentence.mouth[i].weight, 0);
                EXPECT_LE(sentence.mouth[i].weight, 1);
                if (i > 0) {
                    EXPECT_LT(sentence.mouth[i - 1].from_ms, sentence.mouth[i].from_ms) << card.id;
                }
                if (i > 0) {
                    EXPECT_LE(sentence.mouth[i].from_ms - sentence.mouth[i - 1].from_ms, 700) << card.id;
                }
            }
        }
}

TEST(FliteVoice, WordsHaveTimesAndBytes) {
    const std::string text = kReply;
    const Kept kept = spoken(text);
    const app::SpokenSentence& last = kept.sentences.back();
    ASSERT_EQ(last.words.size(), 9u);  // "€9,500" is one
    EXPECT_EQ(text.substr(last.words[6].begin, last.words[6].end - last.words[6].begin), "€9,500");
    EXPECT_LT(last.words[0].from_ms, 20);
    for (std::size_t i = 0; i < last.words.size(); ++i) {
        EXPECT_LT(last.words[i].from_ms, last.words[i].to_ms);
        if (i > 0) {
            EXPECT_GE(last.words[i].from_ms, last.words[i - 1].to_ms);
        }
    }
    EXPECT_LE(last.words.back().to_ms, last.duration_ms);
    EXPECT_FALSE(last.beats_ms.empty());
}

TEST(FliteVoice, TellsWhatWasHeard) {
    const std::string text = "We stop twice a month.";
    const app::SpokenSentence sentence = spoken(text).sentences.at(0);
    EXPECT_EQ(heard_until(sentence, 0), 0u);
    EXPECT_EQ(text.substr(0, heard_until(sentence, sentence.words[1].to_ms)), "We stop");
    EXPECT_EQ(text.substr(0, heard_until(sentence, sentence.words[2].to_ms - 1)), "We stop");
    EXPECT_EQ(heard_until(sentence, sentence.duration_ms), text.size());
}

TEST(FliteVoice, BeginsAtOnceAndPausesAtTheEnd) {
    for (const app::VoiceCard& card : voice().voices())
        for (const char* text : {"Hello there.", "Perhaps. Tuesday?", "Fine.", "Sure, she said so."}) {
            const Kept kept = spoken(text, card.id);
            for (std::size_t i = 0; i < kept.starts.size(); ++i) {
                std::size_t at = kept.starts[i];
                while (at < kept.end_of(i) && std::abs(kept.sound[at]) < 150) ++at;
                EXPECT_LT(at - kept.starts[i], 320u) << card.id << ": " << text;
            }
            for (const app::SpokenSentence& sentence : kept.sentences)
                EXPECT_NEAR(sentence.duration_ms - sentence.words.back().to_ms, 320, 80);
        }
}

TEST(FliteVoice, VoicesAreEquallyLoud) {
    double least = 0, most = -100;
    for (const app::VoiceCard& card : voice().voices()) {
        const Kept kept = spoken(kReply, card.id);
        const double lufs = loudness(kept.sound);
        least = std::min(least, lufs), most = std::max(most, lufs);
        EXPECT_NEAR(lufs, kLoudnessWanted, 1.0) << card.id;
        for (const std::int16_t sample : kept.sound) ASSERT_LT(std::abs(sample), 32'000) << card.id << " clips";
    }
    EXPECT_LT(most - least, 2.0);
}

TEST(FliteVoice, TheFileHoldsTheMeasuredLoudness) {
    const auto manners = load_voices(std::string(PRAXIS_DATA) + "/voices/voices.yaml");
    const auto how = load_pronunciation(std::string(PRAXIS_DATA) + "/language/en/pronunciation.yaml");
    ASSERT_TRUE(manners && how);
    for (const VoiceManner& manner : *manners)
        EXPECT_NEAR(manner.loudness, measured_loudness(manner, *how), 0.3)
            << manner.card.id << ": write it into data/voices/voices.yaml";
}

TEST(FliteVoice, StopsWithinAChunk) {
    for (int most = 1; most < 60; most += 7) {
        Kept kept;
        kept.most = most;
        EXPECT_FALSE(voice().speak(kReply, "tom", {}, kept));
        EXPECT_EQ(kept.chunks, most);
    }
    struct Unwilling final : app::VoiceSink {
        bool on_sentence(const app::SpokenSentence&) override { return false; }
        bool on_sound(std::span<const std::int16_t>) override { throw std::logic_error("no sound was wanted"); }
    } unwilling;
    EXPECT_FALSE(voice().speak(kReply, "tom", {}, unwilling));
}

TEST(FliteVoice, WhatTheSinkThrowsComesOut) {
    struct Broken final : app::VoiceSink {
        bool on_sentence(const app::SpokenSentence&) override { return true; }
        bool on_sound(std::span<const std::int16_t>) override { throw std::runtime_error("gone"); }
    } broken;
    EXPECT_THROW(voice().speak(kReply, "awb", {}, broken), app::VoiceTrouble);  // no such voice
    EXPECT_THROW(voice().speak(kReply, "ewan", {}, broken), std::runtime_error);
}

TEST(FliteVoice, FeelingsAreHeard) {
    const int even = spoken(kReply).sentences[0].duration_ms;
    EXPECT_LT(spoken(kReply, "grace", {50, 50, 5}).sentences[0].duration_ms, even * 0.97);  // impatient: quicker
    EXPECT_GT(spoken(kReply, "grace", {50, 0, 80}).sentences[0].duration_ms, even * 1.02);  // bored: slower
    EXPECT_GT(delivery({}, {90, 100, 80}).pitch_spread, 1.15 * delivery({}, {}).pitch_spread);
    EXPECT_LT(delivery({}, {0, 0, 80}).pitch_spread, 0.85 * delivery({}, {}).pitch_spread);
}

// The noise in the sound differs from call to call, and with it by some milliseconds where it begins: the first shape
// may fall away. All others must be the same.
bool alike(const std::vector<app::MouthShape>& a, const std::vector<app::MouthShape>& b) {
    const auto same = [](const app::MouthShape& one, const app::MouthShape& other) {
        return one.shape == other.shape && std::abs(one.from_ms - other.from_ms) < 20;
    };
    const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
    return longer - shorter <= 1 &&
           std::equal(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(shorter - 1), b.rbegin(), same);
}

TEST(FliteVoice, SeveralSpeakAtOnce) {
    const auto cards = voice().voices();
    std::vector<std::vector<app::MouthShape>> alone;
    for (const app::VoiceCard& card : cards) alone.push_back(spoken(kReply, card.id).sentences[0].mouth);
    std::atomic<int> same = 0, spoken_in_all = 0;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = t; i < cards.size() * 2; i += 4) {
                Kept kept;
                voice().speak(kReply, cards[i % cards.size()].id, {}, kept);
                same += alike(kept.sentences[0].mouth, alone[i % cards.size()]);
                ++spoken_in_all;
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(same, spoken_in_all);
    EXPECT_EQ(spoken_in_all, static_cast<int>(cards.size() * 2));
}

TEST(FliteVoice, NoTextIsTooStrange) {
    std::string bytes;
    for (int i = 0; i < 600; ++i) bytes += static_cast<char>((i * 7919 + i / 13) % 256);
    for (const std::string& text :
         {std::string(), std::string("?!… —"), std::string("\0\0", 2), std::string("\xff\xfe\xc0\xaf"), bytes,
          std::string(10'000, 'w'), std::string(10'000, '9'), std::string(3'000, '.') + "a.",
          std::string("Hm. Hm, hm hm!"), std::string("xkcd brrr tsk pfft' ''' o'clock 'tis"),
          std::string("I I I a a A. A? 's 'll")})
        for (const char* id : {"grace", "tom", "ewan"}) {
            const Kept kept = spoken(text, id);
            EXPECT_LT(kept.sound.size(), 16'000u * 120);
        }
    EXPECT_TRUE(spoken("").sentences.empty());
    EXPECT_TRUE(spoken("?!… —").sentences.empty());
}

TEST(FliteVoice, ALongTextBeginsSoon) {
    std::string text;
    for (int i = 0; i < 2'000; ++i) text += "and then we tried, ";
    Kept kept;
    kept.most = 1;
    EXPECT_FALSE(voice().speak(text, "grace", {}, kept));
    EXPECT_LT(kept.sentences.at(0).duration_ms, 25'000);
}

TEST(VoiceFile, FaultsHaveAPlace) {
    const std::string file = testing::TempDir() + "/voices.yaml";
    FILE* out = std::fopen(file.c_str(), "w");
    std::fputs(
        "voices:\n  - {name: a, recording: kal, warp: 2, pitch: 100, spread: 20, tempo: 1, sounds: x, suits: [cat], "
        "agess: 3}\n",
        out);
    std::fclose(out);
    const auto loaded = load_voices(file);
    ASSERT_FALSE(loaded);
    std::string all;
    for (const Problem& problem : loaded.error()) all += to_text(problem) + "\n";
    for (const char* wanted : {":2:26: error: there is no recording 'kal'", "'warp' must be a number from 0.33 to 0.47",
                               "a voice has no 'agess' (did you mean 'ages'?)", "'suits' knows woman and man",
                               "'ages' must be the least and the most"})
        EXPECT_NE(all.find(wanted), std::string::npos) << wanted << "\n" << all;
}

}  // namespace
}  // namespace praxis::speech
