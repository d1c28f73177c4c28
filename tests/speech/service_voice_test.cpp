// A voice from elsewhere: asked as the interface says, heard with lips that fit, and never waited for longer than told.
#include "adapters/integrations/speech/service_voice.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <cmath>

#include "adapters/speech/voice/flite_voice.hpp"
#include "tests/speech/loopback.hpp"

namespace praxis::integrations {
namespace {

using namespace std::chrono_literals;
using test::Asked;
using test::Loopback;

constexpr std::string_view kText = "Honestly, your price is higher than what we are paying right now.";

speech::FliteVoice& own() {
    static speech::FliteVoice kOwn = *speech::load_voice(PRAXIS_DATA);
    return kOwn;
}

struct Heard final : app::VoiceSink {
    bool on_sentence(const app::SpokenSentence& sentence) override {
        sentences.push_back(sentence);
        return true;
    }
    bool on_sound(std::span<const std::int16_t> more) override {
        sound.insert(sound.end(), more.begin(), more.end());
        return static_cast<int>(sound.size()) < most;
    }
    std::vector<app::SpokenSentence> sentences;
    Sound sound;
    int most = 1 << 30;
};

Heard said_by(app::Voice& voice, std::string_view text, const app::VoiceId& id) {
    Heard heard;
    voice.speak(text, id, {}, heard);
    return heard;
}

// As another engine would answer: another voice, silence around it, softer.
std::string another_reading(std::string_view text) {
    Sound sound(4000, 0);
    for (const std::int16_t sample : said_by(own(), text, "ewan").sound)
        sound.push_back(static_cast<std::int16_t>(sample / 3));
    sound.resize(sound.size() + 6000);
    return wave_of(sound);
}

std::string input_of(const Asked& asked) {
    return std::string(boost::json::parse(asked.body).at("input").as_string());
}

void answer_rightly(int socket, const Asked& asked) {
    Loopback::answer(socket, "200 OK", "audio/wav", another_reading(input_of(asked)));
}

double level(const Sound& sound) {
    double sum = 1, count = 0;
    for (const std::int16_t sample : sound)
        if (std::abs(sample) > 300) sum += double(sample) * sample, ++count;
    return 10 * std::log10(sum / (count + 1));
}

struct Trial {
    explicit Trial(Loopback::Answering answering, std::chrono::milliseconds limit = 3s)
        : there(std::move(answering)),
          voice(own(), {there.address(), "kokoro", "sk-very-secret", {{"woman", "nova"}, {"tom", "onyx"}}, limit},
                [this](const std::string& why) { fell.push_back(why); }) {}
    std::vector<std::string> fell;
    Loopback there;
    ServiceVoice voice;
};

TEST(ServiceVoice, AsksAsTheInterfaceSays) {
    Trial trial(answer_rightly);
    said_by(trial.voice, "Good morning.", "grace");
    said_by(trial.voice, "Good morning.", "tom");
    const auto asked = trial.there.asked();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_TRUE(asked[0].head.starts_with("post /v1/audio/speech http/1.1")) << asked[0].head;
    EXPECT_TRUE(asked[0].holds("authorization: bearer sk-very-secret"));
    const auto wish = boost::json::parse(asked[0].body);
    EXPECT_EQ(wish.at("model").as_string(), "kokoro");
    EXPECT_EQ(wish.at("voice").as_string(), "nova") << "grace sounds as a woman";
    EXPECT_EQ(wish.at("input").as_string(), "Good morning.");
    EXPECT_EQ(wish.at("response_format").as_string(), "wav");
    EXPECT_EQ(boost::json::parse(asked[1].body).at("voice").as_string(), "onyx");
    EXPECT_TRUE(trial.fell.empty());
}

TEST(ServiceVoice, LipsFitTheSoundThatIsHeard) {
    Trial trial(answer_rightly);
    const Heard heard = said_by(trial.voice, kText, "grace"), truth = said_by(own(), kText, "ewan"),
                unaligned = said_by(own(), kText, "grace");
    ASSERT_TRUE(trial.fell.empty());
    ASSERT_EQ(heard.sentences.size(), 1U);
    const app::SpokenSentence &told = heard.sentences[0], &real = truth.sentences[0], &ours = unaligned.sentences[0];
    EXPECT_EQ(heard.sound.size() / 16, static_cast<std::size_t>(told.duration_ms));
    ASSERT_EQ(told.words.size(), real.words.size());
    const double evenly = double(real.words.back().to_ms) / ours.words.back().to_ms;
    double off = 0, off_evenly = 0;
    for (std::size_t i = 0; i < told.words.size(); ++i) {
        EXPECT_EQ(told.words[i].begin, real.words[i].begin);
        EXPECT_LE(told.words[i].from_ms, told.words[i].to_ms);
        off += std::abs(told.words[i].from_ms - real.words[i].from_ms);
        off_evenly += std::abs(ours.words[i].from_ms * evenly - real.words[i].from_ms);
    }
    const double count = static_cast<double>(told.words.size());
    RecordProperty("off_ms", std::to_string(off / count));
    std::printf("words begin %.0f ms off, stretched evenly %.0f ms\n", off / count, off_evenly / count);
    EXPECT_LT(off / count, 60);
    EXPECT_TRUE(std::is_sorted(told.mouth.begin(), told.mouth.end(),
                               [](const auto& a, const auto& b) { return a.from_ms < b.from_ms; }));
    EXPECT_NEAR(level(heard.sound), level(unaligned.sound), 3) << "as loud as our own";
}

TEST(ServiceVoice, EveryLengthOfWaveIsRead) {
    Trial trial([](int socket, const Asked& asked) {
        std::string wave = another_reading(input_of(asked));
        wave.replace(40, 4, "\xff\xff\xff\xff");  // as those write who stream
        Loopback::write(socket, "HTTP/1.1 200 OK\r\ncontent-type: audio/wav\r\nconnection: close\r\n\r\n" + wave);
    });
    EXPECT_FALSE(said_by(trial.voice, kText, "grace").sound.empty());
    EXPECT_TRUE(trial.fell.empty());
}

TEST(ServiceVoice, OurOwnSpeaksWhereItDoesNot) {
    const auto wave = another_reading(kText);
    const std::pair<const char*, Loopback::Answering> ways[] = {
        {"slow",
         [&](int socket, const Asked&) {
             std::this_thread::sleep_for(3s);
             Loopback::answer(socket, "200 OK", "audio/wav", wave);
         }},
        {"erring",
         [](int socket, const Asked&) {
             Loopback::answer(socket, "500 Oh", "application/json", R"({"error":"out of memory"})");
         }},
        {"of the wrong type", [&](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "text/html", wave); }},
        {"no sound",
         [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "audio/wav", "ID3 not a wave"); }},
        {"silent",
         [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "audio/wav", wave_of(Sound(16'000, 3))); }},
        {"cut in mid-stream",
         [&](int socket, const Asked&) {
             Loopback::answer(socket, "200 OK", "audio/wav", wave.substr(0, wave.size() / 2), wave.size());
         }},
        {"closed without a word", [](int, const Asked&) {}},
    };
    const std::size_t ours = said_by(own(), kText, "grace").sound.size();
    for (const auto& [what, way] : ways) {
        Trial trial(way, 300ms);
        const auto begun = std::chrono::steady_clock::now();
        const Heard heard = said_by(trial.voice, kText, "grace");
        EXPECT_LT(std::chrono::steady_clock::now() - begun, 2500ms) << what;
        EXPECT_EQ(heard.sentences.size(), 1U) << what;
        EXPECT_EQ(heard.sound.size(), ours) << what;
        ASSERT_EQ(trial.fell.size(), 1U) << what;
        EXPECT_EQ(trial.fell[0].find("secret"), std::string::npos) << trial.fell[0];
        EXPECT_EQ(trial.fell[0].find("price"), std::string::npos) << trial.fell[0];
    }
}

TEST(ServiceVoice, OneThatKeepsFailingIsLeftInPeace) {
    Trial trial([](int socket, const Asked&) { Loopback::answer(socket, "503 Busy", "text/plain", "later"); });
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(said_by(trial.voice, "Good morning.", "grace").sound.empty());
    EXPECT_EQ(trial.there.asked().size(), 3U);
    EXPECT_EQ(trial.fell.size(), 5U) << "counted each time";
}

TEST(ServiceVoice, PlacesAreThoseOfTheWholeText) {
    Trial trial(answer_rightly);
    const std::string text = "Good morning. I have ten minutes.";
    const Heard heard = said_by(trial.voice, text, "grace");
    ASSERT_EQ(heard.sentences.size(), 2U);
    EXPECT_EQ(text.substr(heard.sentences[1].begin, 6), "I have");
    EXPECT_EQ(text.substr(heard.sentences[1].words[1].begin, 4), "have");
}

TEST(ServiceVoice, WhoBreaksInIsNotTalkedOver) {
    Trial trial(answer_rightly);
    Heard heard;
    heard.most = 3200;
    EXPECT_FALSE(trial.voice.speak("Good morning. I have ten minutes.", "grace", {}, heard));
    EXPECT_LE(heard.sound.size(), 3200U);
    EXPECT_EQ(trial.there.asked().size(), 1U);
}

TEST(Wave, RatesAndChannelsBecomeOurs) {
    constexpr double kHz = 440;
    for (const std::uint32_t rate : {8'000U, 22'050U, 24'000U, 44'100U, 48'000U}) {
        Sound stereo;
        for (std::uint32_t i = 0; i < rate; ++i)
            for (int side = 0; side < 2; ++side)
                stereo.push_back(static_cast<std::int16_t>(8000 * std::sin(6.283185307 * kHz * i / rate)));
        std::string wave = wave_of(stereo);
        const std::uint16_t two = 2;
        std::memcpy(&wave[22], &two, 2), std::memcpy(&wave[24], &rate, 4);
        const auto sound = sound_in(wave);
        ASSERT_TRUE(sound) << rate;
        EXPECT_NEAR(static_cast<double>(sound->size()), 16'000, 2) << rate;
        double error = 0;
        for (std::size_t i = 1000; i < 15'000; ++i)
            error = std::max(error, std::abs((*sound)[i] - 8000 * std::sin(6.283185307 * kHz * double(i) / 16'000)));
        EXPECT_LT(error, 120) << rate;
    }
    for (const char* wrong :
         {"", "RIFF", "RIFF....WAVE", "RIFF....WAVEfmt \xff\xff\xff\xff", "RIFF....WAVEdata\1\0\0\0x"})
        EXPECT_FALSE(sound_in(wrong)) << wrong;
}

}  // namespace
}  // namespace praxis::integrations
