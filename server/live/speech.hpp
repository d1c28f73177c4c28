// The customer's voice on one socket: an answer is spoken a sentence at a time, each made shortly before the one before
// it has been heard, so that a socket never holds much sound and a rep who breaks in silences what is not made yet.
// However often somebody asks to hear it again, two sentences at most are being made for them.
// Lives with the room, on the socket's thread; sound is made on workers of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/voice.hpp"
#include "core/strategy/scenario.hpp"
#include "server/net/web_socket.hpp"
#include "server/net/workers.hpp"

namespace praxis::live {

struct SpeechParts {
    app::Voice* voice = nullptr;  // null: this installation is silent
    net::Workers* workers = nullptr;
};

// One that suits how a person is shown and how old they look (0: unknown); the same person always has the same.
app::VoiceId voice_for(const app::Voice&, const strategy::Counterpart&, int age);

class Speech {
public:
    Speech(SpeechParts parts, net::WebSocket& socket) : parts_(parts), socket_(socket) {}
    ~Speech();
    Speech(const Speech&) = delete;

    void switch_on(bool on);
    // What was being said before is broken off. Nothing happens while it is off.
    void say(std::uint32_t turn, std::string text, const app::VoiceId&, app::Feeling);
    void stop();
    // When the newest answer was heard, as far as is known here: from its first sound to its last, or until it was
    // broken off.
    struct Heard {
        std::uint32_t turn = 0;
        std::chrono::steady_clock::time_point begin, end;
    };
    const std::optional<Heard>& heard() const { return heard_; }
    bool speaking() const { return saying_ != nullptr; }
    // Once, when all of what is being said has been sent, or it was broken off; at once when nothing is.
    void when_silent(net::WebSocket::Work);

private:
    struct Saying;
    void make_next(const std::shared_ptr<Saying>&);
    void on_made(const std::shared_ptr<Saying>&, int duration_ms);

    const SpeechParts parts_;
    net::WebSocket& socket_;
    bool on_ = false;
    void fall_silent();

    std::shared_ptr<Saying> saying_;
    int making_ = 0;  // sentences that are on workers, those of broken off answers among them
    std::optional<Heard> heard_;
    net::WebSocket::Work when_silent_;
};

}  // namespace praxis::live
