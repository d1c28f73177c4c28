// The rep's microphone on one socket: sound comes in, what was heard of it goes to the room. Sound is heard in order,
// on workers of its own; what waits there is bounded, however small the pieces it comes in, and what comes while too
// much waits is passed over. One ear is being opened at a time, however often that is wished for. Lives with the room,
// on the socket's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "app/ports/hearing.hpp"
#include "server/net/web_socket.hpp"
#include "server/net/workers.hpp"

namespace praxis::live {

struct HearingParts {
    app::Hearing* hearing = nullptr;  // null: this installation does not listen
    net::Workers* workers = nullptr;
};

class Listening {
public:
    using Events = std::vector<app::HeardEvent>;
    // `on_heard` and `on_refused` (all ears are taken, or there are none) are called on the socket's thread.
    Listening(HearingParts parts, net::WebSocket& socket, std::function<void(const app::HeardEvent&)> on_heard,
              std::function<void()> on_refused);
    ~Listening();
    Listening(const Listening&) = delete;

    void start(const app::HearingWishes&);
    // What was begun is a turn now.
    void finish();
    void stop();
    bool listens() const { return state_ != nullptr; }
    // How long before the newest sound that came a moment of the ear's was, in ms.
    std::int64_t ago_ms(std::int64_t ear_ms) const;
    // A binary frame: 16 bits of flags (1: the customer's voice is being played), then sound; all little-endian.
    void add(std::string_view frame);

private:
    struct State;
    struct Piece;
    void open(const std::shared_ptr<State>&);
    void on_opened(const std::shared_ptr<State>&, std::shared_ptr<app::Ear>);
    void queue(Piece);
    void hear_next(const std::shared_ptr<State>&);
    void on_done(const std::shared_ptr<State>&, const Events&);

    const HearingParts parts_;
    net::WebSocket& socket_;
    const std::function<void(const app::HeardEvent&)> on_heard_;
    const std::function<void()> on_refused_;
    std::shared_ptr<State> state_;
    bool opening_ = false;  // an ear, for this state or one before
};

}  // namespace praxis::live
