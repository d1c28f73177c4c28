// A rehearsal that is spoken, through the real server in real time: what its report knows of it and for whom; speech
// engines outside, where the server is told of some.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "adapters/integrations/speech/wave.hpp"
#include "adapters/speech/hearing/test_sound.hpp"
#include "bench/live/microphone.hpp"
#include "bench/live/node.hpp"
#include "tests/speech/loopback.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using bench::Arrival;
using bench::Clock;
using integrations::test::Asked;
using integrations::test::Loopback;

// A rep who speaks, says what was heard, and listens to the answer.
class Speaker {
public:
    Speaker(const bench::Node& node, const std::string& attempt) : microphone_(opened(node, attempt), 40) {
        microphone_.tell({{"type", "voice"}, {"on", true}});
        microphone_.tell({{"type", "listen"}, {"on", true}});
        until([](const auto& arrival) { return arrival.type() == "hello"; });
        listen_for(4s);  // an ear is made
    }

    // What was heard of it; empty: nothing.
    std::string take_turn(const std::string& text) {
        speech::test::SoundTrack track(voice(), "tom");
        microphone_.speak(track.say(text).plain());
        const auto heard = until(
            [](const auto& arrival) { return arrival.type() == "hears" && arrival.message.at("what") == "turn"; });
        if (!heard) return {};
        const std::string words(heard->message.at("text").as_string());
        microphone_.tell({{"type", "say"}, {"turn", ++turn_}, {"text", words}});
        hear_the_answer();
        return words;
    }
    void finish() {
        microphone_.tell({{"type", "finish"}});
        listen_for(2s);
    }

    double answer_ms = 0;  // of sound

private:
    static speech::FliteVoice& voice() {
        static speech::FliteVoice kVoice = std::move(speech::load_voice(PRAXIS_DATA).value());
        return kVoice;
    }
    static tests::RawClient opened(const bench::Node& node, const std::string& attempt) {
        tests::RawClient client(node.port());
        const auto answer = client.open_socket("/api/v1/attempts/" + attempt + "/live", node.headers());
        if (!answer || answer->status != 101) throw std::runtime_error("the socket was not opened");
        return client;
    }
    template <class Wanted>
    std::optional<Arrival> until(Wanted wanted) {
        const auto end = Clock::now() + 60s;
        while (auto arrival = microphone_.next(end))
            if (wanted(*arrival)) return arrival;
        return std::nullopt;
    }
    void listen_for(Clock::duration time) {
        const auto end = Clock::now() + time;
        while (microphone_.next(end)) {
        }
    }
    void hear_the_answer() {
        answer_ms = 0;
        microphone_.customer_speaks(true);
        std::optional<Clock::time_point> begun;
        until([&](const Arrival& arrival) {
            if (!arrival.sound.empty() && !begun) begun = arrival.at;
            answer_ms += static_cast<double>(arrival.sound.size()) / 16;
            return arrival.type() == "voice_end";
        });
        if (begun) listen_for(*begun + std::chrono::milliseconds(std::lround(answer_ms)) - Clock::now());
        microphone_.customer_speaks(false);
        listen_for(700ms);
    }

    bench::Microphone microphone_;
    int turn_ = 0;
};

// By label, the lines that are of how it was spoken.
std::map<std::string, double> of_delivery(const json::value& report) {
    std::map<std::string, double> lines;
    for (const json::value& line : report.at("signal_lines").as_array())
        if (line.as_object().contains("delivery"))
            lines[std::string(line.at("label").as_string())] = line.at("number").to_number<double>();
    return lines;
}

TEST(Spoken, TheReportKnowsHowItWasSpokenForTheRepAlone) {
    bench::Node node(PRAXIS_PROGRAM);
    const std::string attempt = node.start(3), path = "attempts/" + attempt;
    {
        Speaker rep(node, attempt);
        for (const char* text : {"good morning do you have twenty minutes for me",
                                 "what machines do you have in your plant", "how much does that cost you in a year"})
            ASSERT_FALSE(rep.take_turn(text).empty()) << text;
        rep.finish();
    }
    EXPECT_EQ(node.ask("GET", path + "/events", "", 200).find("delivery"), std::string::npos);
    const auto mine = of_delivery(json::parse(node.ask("GET", path + "/report", "", 200)));
    ASSERT_TRUE(mine.contains("Pace") && mine.contains("Your share of the speaking time")) << mine.size();
    EXPECT_NEAR(mine.at("Pace"), 180, 70) << "words a minute of the voice that spoke";
    EXPECT_GT(mine.at("Your share of the speaking time"), 10);
    EXPECT_LT(mine.at("Your share of the speaking time"), 90);
    EXPECT_GT(mine.at("Melody of your voice"), 0.5);
    EXPECT_LT(mine.at("From your softest turn to your loudest"), 6) << "one voice at one loudness";
    EXPECT_NEAR(mine.at("Pause before you spoke"), 0.7, 0.6);

    node.log_in("manager@demo.invalid");
    const std::string manager(json::parse(node.ask("GET", "session", "", 200)).at("person").at("id").as_string());
    node.log_in("rep@demo.invalid");
    node.ask("PUT", path + "/shares/" + manager, "", 204);
    node.log_in("manager@demo.invalid");
    const std::string shared = node.ask("GET", path + "/report", "", 200);
    EXPECT_TRUE(of_delivery(json::parse(shared)).empty());
    for (const char* figure : {"speaking_seconds", "words_per_minute", "pitch_range", "loudness_range", "pause_share"})
        EXPECT_EQ(shared.find(figure), std::string::npos) << figure;
}

TEST(Spoken, ServicesOutsideSpeakAndHearAndTheConsentNamesThem) {
    integrations::Sound hum(16'000);
    for (std::size_t i = 0; i < hum.size(); ++i)
        hum[i] = static_cast<std::int16_t>(6000 * std::sin(0.08 * static_cast<double>(i)));
    Loopback there([&](int socket, const Asked& asked) {
        if (asked.head.starts_with("post /v1/audio/speech"))
            return Loopback::answer(socket, "200 OK", "audio/wav", integrations::wave_of(hum));
        Loopback::answer(socket, "200 OK", "application/json", R"({"text":"What machines have you got?"})");
    });
    bench::Node node(PRAXIS_PROGRAM, {"--voice-service", there.address(), "--hearing-service", there.address(),
                                      "--voice-service-voices", "all=nova"});
    const std::string host = there.address().substr(7, there.address().rfind('/') - 7);
    EXPECT_NE(node.ask("GET", "consents", "", 200).find(host), std::string::npos);
    Speaker rep(node, node.start(3));
    EXPECT_EQ(rep.take_turn("which machines do you have"), "What machines have you got?");
    EXPECT_GT(rep.answer_ms, 900) << "the hum, and a pause";
    std::size_t spoken = 0, heard = 0;
    for (const Asked& asked : there.asked()) {
        spoken += asked.holds("\"voice\":\"nova\"");
        heard += asked.holds("name=\"file\"");
    }
    EXPECT_GE(spoken, 1U);
    EXPECT_EQ(heard, 1U);
}

TEST(Spoken, AnAddressInTheOpenIsRefused) {
    // -1: it started.
    const auto refused = [](std::vector<std::string> more) {
        std::string name = "/tmp/praxis-refused-XXXXXX";
        const std::filesystem::path folder = ::mkdtemp(name.data());
        std::vector<std::string> command = {PRAXIS_PROGRAM, "serve", "--port", "0", "--database", folder / "p.sqlite"};
        command.insert(command.end(), more.begin(), more.end());
        Process process(command);
        if (!process.line().empty()) process.kill();
        const int code = process.exit_code();
        std::filesystem::remove_all(folder);
        return code;
    };
    EXPECT_EQ(refused({"--voice-service", "http://127.0.0.1:1/v1"}), -1);
    EXPECT_EQ(refused({"--voice-service", "http://speech.example/v1", "--speech-services-inside"}), -1);
    EXPECT_EQ(refused({"--voice-service", "http://speech.example/v1"}), 4);
    EXPECT_EQ(refused({"--hearing-service", "ftp://127.0.0.1/v1"}), 4);
    EXPECT_EQ(refused({"--voice-service", "http://127.0.0.1:1/v1", "--voice-service-voices", "gracie=nova"}), 4);
    EXPECT_EQ(refused({"--voice-service", "http://127.0.0.1:1/v1", "--voice-service-key-file", "/nonexistent"}), 4);
}

}  // namespace
}  // namespace praxis::testing
