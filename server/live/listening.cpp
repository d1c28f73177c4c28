#include "server/live/listening.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <exception>
#include <utility>

namespace praxis::live {
namespace {

constexpr std::size_t kWaitingMost = std::size_t{app::kHearingRate} * 15;  // samples
constexpr std::size_t kPieceLeast = std::size_t{app::kHearingRate} / 100;  // samples that any piece counts as
constexpr std::size_t kFlags_bytes = 2;

}  // namespace

struct Listening::Piece {
    std::vector<std::int16_t> sound;
    bool customer_speaks = false;
    bool last = false;  // the microphone is shut
};

// Shared with the worker that hears; the ear is used by one job at a time.
struct Listening::State {
    app::HearingWishes wishes;
    std::shared_ptr<app::Ear> ear;
    std::deque<Piece> waiting;
    std::size_t samples = 0;    // in `waiting`, at least kPieceLeast a piece
    std::int64_t received = 0;  // samples, that the ear has heard or will
    bool busy = true;           // until the ear is open
};

Listening::Listening(HearingParts parts, net::WebSocket& socket, std::function<void(const app::HeardEvent&)> on_heard,
                     std::function<void()> on_refused)
    : parts_(parts), socket_(socket), on_heard_(std::move(on_heard)), on_refused_(std::move(on_refused)) {}

Listening::~Listening() = default;

void Listening::start(const app::HearingWishes& wishes) {
    if (!parts_.hearing) return on_refused_();
    state_ = std::make_shared<State>();
    state_->wishes = wishes;
    if (!opening_) open(state_);
}

// Takes seconds: who opens and shuts a microphone again and again must not fill the workers' queue for all.
void Listening::open(const std::shared_ptr<State>& state) {
    auto work = [this, state, &hearing = *parts_.hearing, later = socket_.later()] {
        std::shared_ptr<app::Ear> ear;
        std::exception_ptr failed;
        try {
            ear = hearing.open(state->wishes);
        } catch (const app::HearingTrouble&) {
        } catch (...) {
            failed = std::current_exception();
        }
        later([this, state, ear = std::move(ear)]() mutable { on_opened(state, std::move(ear)); });
        if (failed) std::rethrow_exception(failed);  // the workers count it
    };
    try {
        parts_.workers->post(std::move(work));
        opening_ = true;
    } catch (const net::Overloaded&) {
        state_.reset();
        on_refused_();
    }
}

void Listening::on_opened(const std::shared_ptr<State>& state, std::shared_ptr<app::Ear> ear) {
    opening_ = false;
    if (state != state_) {  // it was shut meanwhile, and perhaps opened again
        ear.reset();
        if (const auto wanted = state_) open(wanted);
        return;
    }
    if (!ear) {
        state_.reset();
        return on_refused_();
    }
    state->ear = std::move(ear);
    state->busy = false;
    hear_next(state);
}

void Listening::stop() {
    state_.reset();
}

void Listening::finish() {
    queue({{}, false, true});
}

void Listening::add(std::string_view frame) {
    if (frame.size() <= kFlags_bytes || frame.size() % 2 != 0) return;
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

// That the microphone is shut is never passed over, but waits once: sound lies between it and the next time.
void Listening::queue(Piece piece) {
    if (!state_) return;
    State& state = *state_;
    if (piece.last && !state.waiting.empty() && state.waiting.back().last) return;
    const std::size_t cost = piece.last ? 0 : std::max(piece.sound.size(), kPieceLeast);
    if (state.samples + cost > kWaitingMost) return;
    state.samples += cost;
    state.received += std::ssize(piece.sound);
    state.waiting.push_back(std::move(piece));
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
