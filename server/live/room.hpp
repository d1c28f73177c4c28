// One conversation over one socket: what comes in, what is made of it, what is kept and told. Lives in the coroutine
// that holds it, on the socket's thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/practice/go_on.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "server/live/heard_turns.hpp"
#include "server/live/rooms.hpp"
#include "wire/practice.hpp"

namespace praxis::live {

class Room {
public:
    Room(const LiveParts& parts, const Visitor& visitor, net::WebSocket& socket)
        : parts_(parts),
          visitor_(visitor),
          socket_(socket),
          speech_(parts.speech, socket),
          listening_(
              parts.hearing, socket, [this](const app::HeardEvent& event) { on_heard(event); },
              [this] { tell_problem("unavailable", "Nobody can listen just now. Please type."); }) {}

    // Throws app::Refusal, app::StoreTrouble, net::Overloaded and what is broken.
    net::Task<void> hold();
    // This node was silent for too long: is the conversation still its own? Hangs up when it is not.
    void claim_again();
    // What there is to let go.
    std::optional<app::Attempt> leave();

private:
    net::Task<void> welcome();
    net::Task<void> farewell();
    net::Task<bool> on_frame(net::Frame);  // false: it is over
    net::Task<void> on_say(wire::RepWord);
    void on_voice(const wire::RepWord&);
    net::Task<void> on_listen(const wire::RepWord&);
    void on_heard(const app::HeardEvent&);
    net::Task<void> on_break_in(const wire::RepWord&);
    net::Task<void> on_finish();
    net::Task<void> keep_and_tell(std::size_t first_event);
    net::Task<void> append(app::LogEntry);
    net::Task<void> tell_again(std::int64_t after, std::uint32_t from_turn = 0);
    void speak(const conversation::Event&);  // when it is an answer
    std::optional<app::Spoken> spoken_as(const std::string& text);
    std::int64_t now_ms() const;  // since the conversation began
    void say_last_again();
    void tell_kept(const app::Told&);
    void send(std::string json);
    void tell(const boost::json::object&);
    void tell_problem(std::string_view code, const std::string& detail, const Problems& = {});

    const LiveParts& parts_;
    const Visitor& visitor_;
    net::WebSocket& socket_;
    std::optional<app::Opened> opened_;
    bool claimed_ = false;
    Speech speech_;
    Listening listening_;
    app::VoiceId voice_;  // once it was asked for
    HeardTurns heard_;
};

// {"type": "problem", …}
boost::json::object problem_message(std::string_view code, const std::string& detail, const Problems& = {});

}  // namespace praxis::live
