#include "server/live/rooms.hpp"

#include <algorithm>
#include <atomic>
#include <exception>

#include "server/live/room.hpp"
#include "wire/json/json_text.hpp"
#include "wire/refusal_code.hpp"

namespace praxis::live {
namespace {

using namespace std::chrono_literals;

// A second's work or so: whoever calls has to say every few that this node lives.
constexpr std::size_t kLet_go_at_once = 500;

struct Farewell {
    net::CloseCode code = net::CloseCode::broken;
    std::string_view problem = "internal";
    std::string detail = "Something went wrong here; what was told is kept. Come back.";
    std::string for_the_log;
};

Farewell farewell_to(const app::Refusal& refusal) {
    const bool later = refusal.kind == app::Refused::unavailable || refusal.kind == app::Refused::too_often;
    return {later ? net::CloseCode::try_later : net::CloseCode::not_allowed,
            wire::code_of(refusal.kind),
            refusal.what(),
            {}};
}

Farewell farewell_to(const app::StoreTrouble& trouble) {
    Farewell farewell{.for_the_log = trouble.what()};
    if (trouble.kind == app::Trouble::taken)
        farewell = {net::CloseCode::moved, "conflict", "This conversation goes on elsewhere.", trouble.what()};
    if (trouble.kind == app::Trouble::unavailable)
        farewell = {net::CloseCode::try_later, "unavailable", "The database does not answer. Come back in a moment.",
                    trouble.what()};
    if (trouble.kind == app::Trouble::full)
        farewell = {net::CloseCode::try_later, "no_room", "There is no room left: your last words were not kept.",
                    trouble.what()};
    return farewell;
}

Farewell farewell_to(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const app::Refusal& refusal) {
        return farewell_to(refusal);
    } catch (const app::StoreTrouble& trouble) {
        return farewell_to(trouble);
    } catch (const net::Overloaded&) {
        return {net::CloseCode::try_later, "unavailable", "Too much is going on here. Come back in a moment.", {}};
    } catch (const std::exception& error) {
        return {.for_the_log = error.what()};
    } catch (...) {
        return {};
    }
}

std::string key_of(const Visitor& visitor) {
    return visitor.who.tenant + " " + visitor.attempt;
}

}  // namespace

// The one place at an attempt's table on this node.
struct Rooms::Seat {
    std::function<void()> leave;  // asks who sits there to go; from any thread
    std::function<void()> claim;  // asks whether the attempt is still this node's; from any thread
    std::atomic<bool> left{false};
};

Rooms::Rooms(LiveParts parts) : parts_(parts) {}

std::shared_ptr<Rooms::Seat> Rooms::take(const Visitor& visitor, const std::shared_ptr<Seat>& seat) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<Seat>& there = seats_[key_of(visitor)];
    std::shared_ptr<Seat> before = std::move(there);
    there = seat;
    return before;
}

void Rooms::give_back(const Visitor& visitor, const std::shared_ptr<Seat>& seat) {
    seat->left = true;
    const std::lock_guard lock(mutex_);
    const auto found = seats_.find(key_of(visitor));
    if (found != seats_.end() && found->second == seat) seats_.erase(found);
}

// If it takes longer, the log's sequence keeps the two apart.
net::Task<void> Rooms::wait_for(std::shared_ptr<Seat> before) const {
    if (!before) co_return;
    before->leave();
    for (int i = 0; i < 500; ++i) {
        const bool left = before->left;
        if (left) co_return;
        co_await net::pause(10ms);
    }
}

void Rooms::claim_again() {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, seat] : seats_) seat->claim();
}

void Rooms::keep_for_later(const app::Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    unreleased_.push_back(attempt);
}

// One that was opened here again meanwhile stays claimed.
void Rooms::let_go_of_the_rest() {
    std::vector<app::Attempt> attempts;
    {
        const std::lock_guard lock(mutex_);
        const std::size_t now = std::min(unreleased_.size(), kLet_go_at_once);
        attempts.assign(unreleased_.end() - static_cast<std::ptrdiff_t>(now), unreleased_.end());
        unreleased_.resize(unreleased_.size() - now);
        std::erase_if(attempts, [this](const app::Attempt& attempt) {
            return seats_.contains(attempt.tenant + " " + attempt.id);
        });
    }
    for (const app::Attempt& attempt : attempts) {
        try {
            app::let_go(parts_.practice, attempt);
        } catch (const app::StoreTrouble&) {
            keep_for_later(attempt);
        }
    }
}

net::Task<void> Rooms::converse(Visitor visitor, net::WebSocket& socket) {
    const auto seat = std::make_shared<Seat>();
    auto back = socket.later();
    seat->leave = [back, &socket] { back([&socket] { socket.hang_up(net::CloseCode::moved, "opened elsewhere"); }); };
    metrics::Gauge& open = parts_.metrics.gauge("praxis_conversations_open", "Conversations held over a socket now.");
    open.add(1);
    Room room(parts_, visitor, socket);
    seat->claim = [back, &room] { back([&room] { room.claim_again(); }); };
    std::exception_ptr failure;
    try {
        co_await wait_for(take(visitor, seat));
        co_await room.hold();
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        const Farewell farewell = farewell_to(failure);
        if (!farewell.for_the_log.empty())
            parts_.log.warning("conversation broken",
                               {{log::Key::attempt, visitor.attempt}, {log::Key::detail, farewell.for_the_log}});
        socket.send({wire::to_text(problem_message(farewell.problem, farewell.detail)), false});
        socket.hang_up(farewell.code, std::string(farewell.problem));
    }
    if (const std::optional<app::Attempt> claimed = room.leave()) {
        bool released = true;
        try {
            co_await parts_.workers.run([&] { app::let_go(parts_.practice, *claimed); });
        } catch (...) {
            released = false;
        }
        if (!released) keep_for_later(*claimed);
    }
    open.add(-1);
    give_back(visitor, seat);
}

}  // namespace praxis::live
