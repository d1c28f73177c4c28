#include "server/live/listening.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <utility>

namespace praxis::live {
namespace {

constexpr std::size_t kWaitingMost = std::size_t{app::kHearingRate} * 15;  // samples
constexpr std::size_t kFlags_bytes = 2;

}  // namespace

struct Listening::Piece {
    std::vector<std::int16_t> sound;
    bool customer_speaks = false;
    bool last = false;  // the microphone is shut
};

// Shared with the worker that hears; the ear is used by one job at a time.
struct Listening::State {
    std::shared_ptr<app::Ear> ear;
    std::deque<Piece> waiting;
    std::size_t samples = 0;    // in `waiting`
    std::int64_t received = 0;  // samples, that the ear has heard or will
    bool busy = true;           // until the ear is open
};

Listening::Listening(HearingParts parts, net::WebSocket& socket, std::function<void(const app::HeardEvent&)> on_heard,
                     std::function<void()> on_refused)
    : parts_(parts), socket_(socket), on_heard_(std::move(on_heard)), on_refused_(std::move(on_refused)) {}

Listening::~Listening() = default;

void Listening::start(const app::HearingWishes& wishes) {
    if (!parts_.hearing) return on_refused_();
    auto state = std::make_shared<State>();
    state_ = state;
    auto open = [this, state, wishes, &hearing = *parts_.hearing, later = socket_.later()] {
        std::shared_ptr<app::Ear> ear;
        try {
            ear = hearing.open(wishes);
        } catch (const app::HearingTrouble&) {
        }
        later([this, state, ear] {
            if (state != state_) return;
            if (!ear) {
                state_.reset();
                return on_refused_();
            }
            state->ear = ear;
            state->busy = false;
            hear_next(state);
        });
    };
    try {
        parts_.workers->post(std::move(open));
    } catch (const net::Overloaded&) {
        state_.reset();
        on_refused_();
    }
}

void Listening::stop() {
    state_.reset();
}

void Listening::finish() {
    queue({{}, false, true});
}

void Listening::add(std::string_view frame) {
    if (frame.size() < kFlags_bytes || frame.size() % 2 != 0) return;
    Piece piece;
    piece.customer_speaks = (frame[0] & 1) != 0;
    piece.sound.resize((frame.size() - kFlags_bytes) / 2);
    std::memcpy(piece.sound.data(), frame.data() + kFlags_bytes, frame.size() - kFlags_bytes);
    queue(std::move(piece));
}

std::int64_t Listening::ago_ms(std::int64_t ear_ms) const {
    if (!state_) return 0;
    return std::max<std::int64_t>(0, state_->received * 1000 / app::kHearingRate - ear_ms);
}

void Listening::queue(Piece piece) {
    if (!state_ || state_->samples + piece.sound.size() > kWaitingMost) return;
    state_->samples += piece.sound.size();
    state_->received += std::ssize(piece.sound);
    state_->waiting.push_back(std::move(piece));
    hear_next(state_);
}

void Listening::hear_next(const std::shared_ptr<State>& state) {
    if (state->busy || state->waiting.empty()) return;
    auto pieces = std::make_shared<std::deque<Piece>>(std::exchange(state->waiting, {}));
    state->samples = 0;
    state->busy = true;
    auto hear = [this, state, pieces, later = socket_.later()] {
        Events events;
        for (const Piece& piece : *pieces) {
            auto heard = piece.last ? state->ear->finish() : state->ear->hear(piece.sound, piece.customer_speaks);
            std::move(heard.begin(), heard.end(), std::back_inserter(events));
        }
        later([this, state, events = std::move(events)] { on_done(state, events); });
    };
    try {
        parts_.workers->post(std::move(hear));
    } catch (const net::Overloaded&) {
        state->busy = false;  // this much was not heard; the next may be
    }
}

void Listening::on_done(const std::shared_ptr<State>& state, const Events& events) {
    state->busy = false;
    for (const app::HeardEvent& event : events) {
        if (state != state_) return;
        on_heard_(event);
    }
    if (state == state_) hear_next(state);
}

}  // namespace praxis::live
