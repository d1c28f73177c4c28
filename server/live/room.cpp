#include "server/live/room.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <utility>

#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "wire/brief.hpp"

namespace praxis::live {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

constexpr auto kRenewal = std::chrono::milliseconds(app::kLease_ms * 2 / 5);
constexpr int kTries = 4;  // to keep an entry while the database does not answer

json::object brief_of(const app::Opened& opened) {
    const app::Rehearsal& rehearsal = opened.rehearsal;
    json::object brief = wire::to_json(rehearsal.scenario(), rehearsal.person(), rehearsal.seed());
    brief.erase("event");
    if (rehearsal.scenario().blind) brief.erase("scenario");
    return brief;
}

}  // namespace

json::object problem_message(std::string_view code, const std::string& detail, const Problems& problems) {
    json::object message{{"type", "problem"}, {"code", code}, {"detail", detail}};
    json::array faults;
    for (const Problem& problem : problems)
        faults.push_back(json::object{{"where", problem.place.file}, {"what", problem.what}, {"mend", problem.mend}});
    if (!faults.empty()) message["faults"] = std::move(faults);
    return message;
}

void Room::tell(const json::object& message) {
    socket_.send({json::serialize(message), false});
}

void Room::tell_problem(std::string_view code, const std::string& detail, const Problems& problems) {
    tell(problem_message(code, detail, problems));
}

net::Task<void> Room::hold() {
    opened_.emplace(
        co_await parts_.workers.run([this] { return app::go_on(parts_.practice, visitor_.who, visitor_.attempt); }));
    claimed_ = opened_->attempt.state == app::AttemptState::open;
    co_await welcome();
    if (claimed_) renew_soon();
    bool goes_on = !opened_->rehearsal.over;
    while (goes_on) {
        std::optional<net::Frame> frame = co_await socket_.receive();
        if (!frame) co_return;
        goes_on = co_await on_frame(*std::move(frame));
    }
    socket_.hang_up(net::CloseCode::normal, "over");
}

std::optional<app::Attempt> Room::leave() {
    if (!std::exchange(claimed_, false)) return std::nullopt;
    return opened_->attempt;
}

net::Task<void> Room::welcome() {
    tell({{"type", "hello"},
          {"attempt", wire::to_json(opened_->attempt)},
          {"brief", brief_of(*opened_)},
          {"next_turn", opened_->rehearsal.turn + 1},
          {"seq", opened_->seq}});
    co_await tell_again(visitor_.since);
}

net::Task<void> Room::tell_again(std::int64_t after) {
    auto read = [this, after] {
        return app::tell_since(parts_.practice, opened_->attempt, opened_->rehearsal.play, after);
    };
    const auto told = co_await parts_.workers.run(read);
    for (const app::Told& one : told) {
        json::object message = wire::to_seen(one);
        message["type"] = "told";
        tell(message);
    }
}

net::Task<bool> Room::on_frame(net::Frame frame) {
    Problems problems;
    auto word = frame.binary ? std::nullopt : wire::rep_word_from(frame.bytes, problems);
    if (!word) {
        tell_problem("invalid", "This message is not understood.", problems);
        co_return true;
    }
    switch (word->kind) {
        case wire::RepWord::Kind::say: co_await on_say(*std::move(word)); break;
        case wire::RepWord::Kind::support: opened_->rehearsal.support = word->support; break;
        case wire::RepWord::Kind::finish: co_await on_finish(); break;
    }
    co_return !opened_->rehearsal.over;
}

// A turn that is sent again, because its answer was lost with a connection, is told again and not taken twice.
net::Task<void> Room::on_say(wire::RepWord word) {
    app::Rehearsal& rehearsal = opened_->rehearsal;
    if (word.turn <= rehearsal.turn) {
        co_await tell_again(opened_->seq - (rehearsal.turn - word.turn) - 1);
        co_return;
    }
    if (word.turn > rehearsal.turn + 1) {
        tell_problem("conflict", "The next turn is " + std::to_string(rehearsal.turn + 1) + ".");
        co_return;
    }
    const Clock::time_point begun = Clock::now();
    tell({{"type", "thinking"}, {"turn", word.turn}});
    const std::size_t first = rehearsal.conversation.events.size();
    co_await parts_.workers.run([&] { app::take_turn(rehearsal, word.text); });
    co_await keep_and_tell(first);
    parts_.metrics
        .histogram("praxis_turn_seconds", "From a rep's words to the customer's answer, kept and sent.",
                   metrics::latency_bounds())
        .observe(std::chrono::duration<double>(Clock::now() - begun).count());
}

net::Task<void> Room::on_finish() {
    const std::size_t first = opened_->rehearsal.conversation.events.size();
    app::end_rehearsal(opened_->rehearsal);
    co_await keep_and_tell(first);
}

net::Task<void> Room::keep_and_tell(std::size_t first_event) {
    app::LogEntry entry = app::keep(parts_.practice, *opened_, first_event);
    app::Told told{entry.seq, entry.at_ms, {}};
    co_await append(std::move(entry));
    const auto& events = opened_->rehearsal.conversation.events;
    told.events.assign(events.begin() + static_cast<std::ptrdiff_t>(first_event), events.end());
    json::object message = wire::to_seen(told);
    message["type"] = "told";
    if (opened_->rehearsal.over) co_await parts_.workers.run([this] { app::settle(parts_.practice, *opened_); });
    tell(message);
}

// The database may be away for a moment: tried again, as the same entry.
net::Task<void> Room::append(app::LogEntry entry) {
    std::optional<app::StoreTrouble> trouble;
    for (int tries = 0; tries < kTries; ++tries) {
        trouble.reset();
        entry.again = tries > 0;
        std::function<void(std::function<void()>)> begin = [&](std::function<void()> done) {
            parts_.practice.log.append(entry, [&trouble, done = std::move(done)](auto what) {
                trouble = std::move(what);
                done();
            });
        };
        co_await net::until(begin);
        if (!trouble || trouble->kind != app::Trouble::unavailable) break;
        co_await net::pause(std::chrono::milliseconds(200 << tries));
    }
    if (trouble) throw *trouble;
}

void Room::renew_soon() {
    socket_.after(kRenewal, [this] {
        if (!claimed_) return;
        auto back = socket_.later();
        auto& socket = socket_;
        try {
            parts_.workers.post([&practice = parts_.practice, attempt = opened_->attempt, back, &socket] {
                if (app::hold(practice, attempt)) return;
                back([&socket] { socket.hang_up(net::CloseCode::moved, "taken over"); });
            });
        } catch (const net::Overloaded&) {  // there is time for another try before the lease runs out
        }
        renew_soon();
    });
}

}  // namespace praxis::live
