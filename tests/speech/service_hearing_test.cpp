// Words from elsewhere: a turn is sent as it was spoken, with the names it may hold; our own words stay where none
// come.
#include "adapters/integrations/speech/service_hearing.hpp"

#include <gtest/gtest.h>

#include "adapters/integrations/speech/wave.hpp"
#include "tests/speech/loopback.hpp"

namespace praxis::integrations {
namespace {

using namespace std::chrono_literals;
using test::Asked;
using test::Loopback;

// Our own, with its turns at given times: after a second of sound it hears speech begin, after three a turn from 1,000
// to 2,400 ms.
class ScriptedEar final : public app::Ear {
public:
    std::vector<app::HeardEvent> hear(std::span<const std::int16_t> sound, bool) override {
        const std::int64_t before = ms_;
        ms_ += static_cast<std::int64_t>(sound.size()) / 16;
        std::vector<app::HeardEvent> events;
        if (before < 1'300 && ms_ >= 1'300) events.emplace_back(app::SpeechBegan{1'000});
        if (before < 2'000 && ms_ >= 2'000) events.emplace_back(app::PartialText{"own"});
        if (before < 3'000 && ms_ >= 3'000) events.emplace_back(app::HeardTurn{"own words", 1'000, 2'400, {}, {}});
        return events;
    }
    std::vector<app::HeardEvent> finish() override { return {app::HeardTurn{"own words", 1'000, ms_, {}, {}}}; }

private:
    std::int64_t ms_ = 0;
};

class ScriptedHearing final : public app::Hearing {
public:
    std::unique_ptr<app::Ear> open(const app::HearingWishes&) override {
        if (full) return nullptr;
        return std::make_unique<ScriptedEar>();
    }
    bool full = false;
};

struct HearingTrial {
    explicit HearingTrial(Loopback::Answering answering, std::chrono::milliseconds limit = 3s)
        : there(std::move(answering)),
          hearing(own, {there.address(), "whisper-1", "sk-very-secret", {}, limit},
                  [this](const std::string& why) { fell.push_back(why); }) {}

    // A ramp, so that each sample tells its moment.
    std::vector<app::HeardEvent> hear_all() {
        const auto ear = hearing.open({.expect = {"Hallam Steel", "tip-up"}});
        std::vector<app::HeardEvent> all;
        for (int piece = 0; piece < 35; ++piece) {
            Sound sound(1'600);
            for (std::size_t i = 0; i < sound.size(); ++i)
                sound[i] = static_cast<std::int16_t>((piece * 1'600 + static_cast<int>(i)) / 2 % 30'000);
            for (auto& event : ear->hear(sound, false)) all.push_back(std::move(event));
        }
        return all;
    }
    std::vector<std::string> fell;
    ScriptedHearing own;
    Loopback there;
    ServiceHearing hearing;
};

template <class T>
const T* first(const std::vector<app::HeardEvent>& events) {
    for (const auto& event : events)
        if (const T* one = std::get_if<T>(&event)) return one;
    return nullptr;
}

void transcribe_rightly(int socket, const Asked&) {
    Loopback::answer(socket, "200 OK", "application/json; charset=utf-8", R"({"text":" Do you know Hallam Steel? "})");
}

TEST(ServiceHearing, ATurnIsSentAsItWasSpoken) {
    HearingTrial trial(transcribe_rightly);
    const auto events = trial.hear_all();
    const auto* turn = first<app::HeardTurn>(events);
    ASSERT_TRUE(turn);
    EXPECT_EQ(turn->text, "Do you know Hallam Steel?");
    EXPECT_EQ(turn->begin_ms, 1'000);
    EXPECT_EQ(first<app::PartialText>(events)->text, "own") << "meanwhile it is our own that tells";
    ASSERT_EQ(trial.there.asked().size(), 1U);
    const Asked asked = trial.there.asked()[0];
    EXPECT_TRUE(asked.head.starts_with("post /v1/audio/transcriptions http/1.1")) << asked.head;
    EXPECT_TRUE(asked.holds("authorization: bearer sk-very-secret"));
    EXPECT_TRUE(asked.holds("name=\"model\"\r\n\r\nwhisper-1\r\n"));
    EXPECT_TRUE(asked.holds("name=\"prompt\"\r\n\r\nHallam Steel, tip-up\r\n"));
    const std::size_t at = asked.body.find("RIFF"), end = asked.body.rfind("\r\n--praxis");
    ASSERT_NE(at, std::string::npos);
    const auto sound = sound_in(std::string_view(asked.body).substr(at, end - at));
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->size(), (2'600U - 700U) * 16) << "with a little before and after";
    EXPECT_EQ(sound->front(), 700 * 16 / 2);
    EXPECT_TRUE(trial.fell.empty());
}

TEST(ServiceHearing, OurOwnWordsStayWhereNoneCome) {
    const std::pair<const char*, Loopback::Answering> ways[] = {
        {"slow",
         [](int socket, const Asked& asked) {
             std::this_thread::sleep_for(700ms);
             transcribe_rightly(socket, asked);
         }},
        {"erring", [](int socket, const Asked&) { Loopback::answer(socket, "401 No", "application/json", "{}"); }},
        {"of the wrong type", [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "text/html", "<p>"); }},
        {"no JSON",
         [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "application/json", "{\"text"); }},
        {"without a text",
         [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "application/json", "{}"); }},
        {"cut in mid-stream",
         [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "application/json", "{\"te", 40); }},
    };
    for (const auto& [what, way] : ways) {
        HearingTrial trial(way, 300ms);
        const auto events = trial.hear_all();
        ASSERT_TRUE(first<app::HeardTurn>(events)) << what;
        EXPECT_EQ(first<app::HeardTurn>(events)->text, "own words") << what;
        ASSERT_EQ(trial.fell.size(), 1U) << what;
        EXPECT_EQ(trial.fell[0].find("secret"), std::string::npos) << trial.fell[0];
    }
}

TEST(ServiceHearing, WhatItMakesNoWordsOfIsUnclear) {
    HearingTrial trial(
        [](int socket, const Asked&) { Loopback::answer(socket, "200 OK", "application/json", R"({"text":"  "})"); });
    const auto events = trial.hear_all();
    EXPECT_FALSE(first<app::HeardTurn>(events));
    EXPECT_TRUE(first<app::Unclear>(events));
}

TEST(ServiceHearing, WhereNoEarIsFreeThereIsNone) {
    HearingTrial trial(transcribe_rightly);
    trial.own.full = true;
    EXPECT_FALSE(trial.hearing.open({}));
}

}  // namespace
}  // namespace praxis::integrations
