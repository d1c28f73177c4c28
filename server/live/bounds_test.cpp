// What a client can pile up here while an ear or a voice is busy with them: never more than is said.
#include <gtest/gtest.h>

#include <future>

#include "server/live/listening.hpp"
#include "server/live/speech.hpp"
#include "server/live/test_socket.hpp"

namespace praxis::live {
namespace {

// Hears nothing until it is let; counts what it is given.
struct SlowEars final : app::Hearing {
    class One final : public app::Ear {
    public:
        explicit One(SlowEars& ears) : ears_(ears) {}
        std::vector<app::HeardEvent> hear(std::span<const std::int16_t> sound, bool) override {
            ears_.let.wait();
            ++ears_.pieces;
            ears_.samples += sound.size();
            return {app::PartialText{}};
        }
        std::vector<app::HeardEvent> finish() override {
            ++ears_.finished;
            return {app::Unclear{}};
        }

    private:
        SlowEars& ears_;
    };
    std::unique_ptr<app::Ear> open(const app::HearingWishes& wishes) override {
        ++opened;
        patience_ms = wishes.patience_ms;
        if (opening.valid()) opening.wait();
        return std::make_unique<One>(*this);
    }

    std::shared_future<void> let, opening;
    std::atomic<int> opened{0}, patience_ms{0}, finished{0};
    std::atomic<std::size_t> pieces{0}, samples{0};
};

class ListeningBounds : public ::testing::Test {
protected:
    ListeningBounds() { ears.let = gate.get_future().share(); }
    ~ListeningBounds() override { workers.finish(); }

    void settle(int turns) {
        while (unclear < turns) ASSERT_TRUE(socket.run_one());
    }

    std::promise<void> gate;
    SlowEars ears;
    net::Workers workers{1, 20};
    TestSocket socket;
    int unclear = 0;
    Listening listening{
        {&ears, &workers},
        socket,
        [this](const app::HeardEvent& event) { unclear += std::holds_alternative<app::Unclear>(event); },
        [] {}};
};

const std::string kSample("\0\0\1\0", 4);  // the flags and a single one
const std::string kSecond("\0\0" + std::string(2 * app::kHearingRate, '\1'));

TEST_F(ListeningBounds, AMicrophoneThatIsShutAgainAndAgainWaitsOnce) {
    listening.start({});
    ASSERT_TRUE(socket.run_one());
    listening.add(kSecond);  // the ear is busy with it from now on
    for (int i = 0; i < 100'000; ++i) listening.finish();
    gate.set_value();
    settle(1);
    listening.add(kSecond);
    listening.finish();
    settle(2);
    EXPECT_EQ(ears.finished, 2);
}

TEST_F(ListeningBounds, SoundInPiecesOfOneSampleCountsAsMore) {
    listening.start({});
    ASSERT_TRUE(socket.run_one());
    listening.add(kSecond);
    for (int i = 0; i < 100'000; ++i) {
        listening.add(kSample);
        listening.add(kSample.substr(0, 2));  // no sound at all
        if (i % 2 == 0) listening.finish();
    }
    gate.set_value();
    settle(1);
    workers.finish();
    while (ears.pieces < 1501 && socket.run_one()) {
    }
    EXPECT_LE(ears.pieces, 1501u) << "fifteen seconds, ten milliseconds each";
    EXPECT_LE(ears.finished, 1501);
}

TEST_F(ListeningBounds, OneEarIsOpenedAtATime) {
    std::promise<void> opened;
    ears.opening = opened.get_future().share();
    gate.set_value();
    for (int i = 0; i < 1000; ++i) {
        listening.start({{}, i});
        if (i % 3 == 0) listening.stop();
    }
    listening.start({{}, 2500});
    EXPECT_LE(workers.waiting() + workers.running(), 1u);
    opened.set_value();
    listening.add(kSample);
    listening.finish();
    settle(1);
    EXPECT_EQ(ears.opened, 2) << "the first that was wished for, and the last";
    EXPECT_EQ(ears.patience_ms, 2500);
}

struct SlowVoice final : app::Voice {
    std::vector<app::VoiceCard> voices() const override { return {{"grace", "", true, true}}; }
    std::vector<Span> sentences(std::string_view text) const override {
        return {{0, static_cast<std::uint32_t>(text.size())}};
    }
    bool speak(std::string_view, const app::VoiceId&, app::Feeling, app::VoiceSink& sink) override {
        ++spoken;
        let.wait();
        if (broken.exchange(false)) throw app::VoiceTrouble("no voice today");
        return sink.on_sentence({});
    }
    std::shared_future<void> let;
    std::atomic<int> spoken{0};
    std::atomic<bool> broken{false};
};

class SpeechBounds : public ::testing::Test {
protected:
    SpeechBounds() {
        voice.let = gate.get_future().share();
        speech.switch_on(true);
    }
    ~SpeechBounds() override { workers.finish(); }

    // Until this turn was said to its end.
    void hear(std::uint32_t turn) {
        const std::string end = R"({"type":"voice_end","turn":)" + std::to_string(turn) + "}";
        while (socket.sent.empty() || socket.sent.back().bytes != end) ASSERT_TRUE(socket.run_one());
    }

    std::promise<void> gate;
    SlowVoice voice;
    net::Workers workers{2, 20};
    TestSocket socket;
    Speech speech{{&voice, &workers}, socket};
};

TEST_F(SpeechBounds, WhatIsAskedForAgainAndAgainIsMadeTwiceAtMost) {
    for (std::uint32_t i = 1; i <= 1000; ++i) {
        speech.say(i, "It stops twice a week.", "grace", {});
        ASSERT_LE(workers.waiting() + workers.running(), 2u);
    }
    gate.set_value();
    hear(1000);
    EXPECT_LE(voice.spoken, 3) << "the first two, which were broken off, and the last";
}

TEST_F(SpeechBounds, ASentenceThatCannotBeSaidKeepsNothingWaiting) {
    gate.set_value();
    voice.broken = true;
    speech.say(1, "It stops twice a week.", "grace", {});
    hear(1);
    speech.say(2, "It stops twice a week.", "grace", {});
    hear(2);
    workers.finish();
    EXPECT_EQ(workers.failed(), 1u);
}

}  // namespace
}  // namespace praxis::live
