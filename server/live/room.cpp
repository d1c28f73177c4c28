#include "server/live/room.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <chrono>
#include <utility>

#include "app/rehearsal/break_in.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "app/rights/consent.hpp"
#include "wire/brief.hpp"
#include "wire/hearing.hpp"
#include "wire/json/writer.hpp"

namespace praxis::live {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kQuick_bytes = 600;  // some hundred words
constexpr int kTries = 4;                  // to keep an entry while the database does not answer

// Names and terms that a general dictionary may lack.
std::vector<std::string> words_to_expect(const app::Rehearsal& rehearsal) {
    std::vector<std::string> expect = {rehearsal.person().name, rehearsal.person().company};
    for (const auto& topic : rehearsal.scenario().topics) {
        expect.push_back(topic.name);
        expect.insert(expect.end(), topic.words.begin(), topic.words.end());
    }
    expect.resize(std::min(expect.size(), app::kExpectMost));
    return expect;
}

// Less than a millisecond: handing it to a worker and back would cost as much again. A guided turn looks ahead.
bool is_quick(app::Support support, std::string_view text) {
    return support != app::Support::guided && text.size() <= kQuick_bytes;
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

void Room::send(std::string json) {
    socket_.send({std::move(json), false});
}

void Room::tell(const json::object& message) {
    send(wire::to_text(message));
}

void Room::tell_problem(std::string_view code, const std::string& detail, const Problems& problems) {
    tell(problem_message(code, detail, problems));
}

net::Task<void> Room::hold() {
    opened_.emplace(
        co_await parts_.workers.run([this] { return app::go_on(parts_.practice, visitor_.who, visitor_.attempt); }));
    claimed_ = opened_->attempt.state == app::AttemptState::open;
    co_await welcome();
    bool goes_on = !opened_->rehearsal.over;
    while (goes_on) {
        std::optional<net::Frame> frame = co_await socket_.receive();
        if (!frame) co_return;
        goes_on = co_await on_frame(*std::move(frame));
    }
    co_await farewell();
}

// The last words are heard to their end.
net::Task<void> Room::farewell() {
    speech_.when_silent([this] { socket_.hang_up(net::CloseCode::normal, "over"); });
    bool there = true;
    while (there) {
        const std::optional<net::Frame> frame = co_await socket_.receive();
        there = frame.has_value();
    }
}

std::optional<app::Attempt> Room::leave() {
    if (!std::exchange(claimed_, false)) return std::nullopt;
    return opened_->attempt;
}

net::Task<void> Room::welcome() {
    const app::Rehearsal& rehearsal = opened_->rehearsal;
    send(wire::object_text([&](wire::ObjectWriter& out) {
        out.add("type", "hello");
        {
            wire::ObjectWriter attempt = out.object("attempt");
            wire::write(attempt, opened_->attempt);
        }
        out.add("brief", wire::to_brief(rehearsal.scenario(), rehearsal.person(), rehearsal.seed()));
        out.add("next_turn", rehearsal.turn + 1);
        out.add("seq", opened_->seq);
        out.add("voice", parts_.speech.voice != nullptr);
        out.add("hearing", parts_.hearing.hearing != nullptr);
    }));
    co_await tell_again(visitor_.since);
}

net::Task<void> Room::tell_again(std::int64_t after, std::uint32_t from_turn) {
    auto read = [this, after] {
        return app::tell_since(parts_.practice, opened_->attempt, opened_->rehearsal.play, after);
    };
    const auto told = co_await parts_.workers.run(read);
    for (const app::Told& one : told)
        if (one.events.back().turn >= from_turn) tell_kept(one);
}

net::Task<bool> Room::on_frame(net::Frame frame) {
    if (frame.binary) {
        listening_.add(frame.bytes);
        co_return true;
    }
    Problems problems;
    auto word = wire::rep_word_from(frame.bytes, problems);
    if (!word) {
        tell_problem("invalid", "This message is not understood.", problems);
        co_return true;
    }
    switch (word->kind) {
        case wire::RepWord::Kind::say: co_await on_say(*std::move(word)); break;
        case wire::RepWord::Kind::support: opened_->rehearsal.support = word->support; break;
        case wire::RepWord::Kind::finish: co_await on_finish(); break;
        case wire::RepWord::Kind::voice: on_voice(*word); break;
        case wire::RepWord::Kind::repeat: say_last_again(); break;
        case wire::RepWord::Kind::listen: co_await on_listen(*word); break;
        case wire::RepWord::Kind::hush: listening_.finish(); break;
        case wire::RepWord::Kind::break_in: co_await on_break_in(*word); break;
    }
    co_return !opened_->rehearsal.over;
}

// A turn that is sent again, because its answer was lost with a connection, is told again and not taken twice.
net::Task<void> Room::on_say(wire::RepWord word) {
    app::Rehearsal& rehearsal = opened_->rehearsal;
    if (word.turn <= rehearsal.turn) {
        co_await tell_again(0, word.turn);
        co_return;
    }
    if (word.turn > rehearsal.turn + 1) {
        tell_problem("conflict", "The next turn is " + std::to_string(rehearsal.turn + 1) + ".");
        co_return;
    }
    speech_.stop();
    const Clock::time_point begun = Clock::now();
    tell({{"type", "thinking"}, {"turn", word.turn}});
    const std::size_t first = rehearsal.conversation.events.size();
    const std::optional<app::Spoken> spoken = spoken_as(word.text);
    if (is_quick(rehearsal.support, word.text))
        app::take_turn(rehearsal, word.text, spoken);
    else
        co_await parts_.workers.run([&] { app::take_turn(rehearsal, word.text, spoken); });
    co_await keep_and_tell(first);
    parts_.metrics
        .histogram("praxis_turn_seconds", "From a rep's words to the customer's answer, kept and sent.",
                   metrics::latency_bounds())
        .observe(std::chrono::duration<double>(Clock::now() - begun).count());
}

// What was heard counts: the rest of the answer was never said.
net::Task<void> Room::on_break_in(const wire::RepWord& word) {
    speech_.stop();
    if (word.turn != opened_->rehearsal.turn) co_return;
    const auto answer = app::break_in(opened_->rehearsal, word.heard);
    if (!answer) co_return;
    app::LogEntry entry = app::keep_one(parts_.practice, *opened_, *answer);
    app::Told told{entry.seq, entry.at_ms, {opened_->rehearsal.conversation.events[*answer]}};
    co_await append(std::move(entry));
    tell_kept(told);
}

void Room::speak(const conversation::Event& event) {
    const auto* said = std::get_if<conversation::BuyerSaid>(&event.body);
    if (!said) return;
    const auto& standing = said->standing;
    speech_.say(event.turn, event.text, voice_, {standing.trust, standing.interest, standing.patience});
}

void Room::on_voice(const wire::RepWord& word) {
    if (!parts_.speech.voice) return;
    voice_ = voice_for(*parts_.speech.voice, opened_->rehearsal.person(), word.age);
    speech_.switch_on(word.on);
}

net::Task<void> Room::on_listen(const wire::RepWord& word) {
    listening_.stop();
    if (!word.on) co_return;
    auto agrees = [this] {
        bool agreed = false;
        app::Office& office = parts_.practice.office;
        office.registry.read([&](app::Registers& registers) {
            agreed = app::consents(office, registers, visitor_.who.tenant, visitor_.who.person, app::Purpose::speech);
        });
        return agreed;
    };
    const bool agreed = co_await parts_.workers.run(agrees);
    if (!agreed) {
        tell_problem("forbidden", "You have not agreed to the microphone yet.");
        co_return;
    }
    listening_.start({words_to_expect(opened_->rehearsal), word.patience_ms});
}

void Room::on_heard(const app::HeardEvent& event) {
    if (const auto* turn = std::get_if<app::HeardTurn>(&event)) {
        const std::int64_t now = now_ms();
        heard_.add(*turn, {now - listening_.ago_ms(turn->begin_ms), now - listening_.ago_ms(turn->end_ms)});
    }
    tell(wire::to_json(event));
}

std::int64_t Room::now_ms() const {
    return parts_.practice.office.clock.now_ms() - opened_->attempt.started_ms;
}

std::optional<app::Spoken> Room::spoken_as(const std::string& text) {
    auto spoken = heard_.take(text);
    const auto& answer = speech_.heard();
    if (!spoken || !answer || answer->turn != opened_->rehearsal.turn) return spoken;
    const auto ago = [](Clock::time_point at) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - at).count();
    };
    spoken->delivery->answer_heard = {now_ms() - ago(answer->begin), now_ms() - ago(answer->end)};
    return spoken;
}

void Room::say_last_again() {
    const auto& events = opened_->rehearsal.conversation.events;
    const auto is_answer = [](const auto& event) {
        return std::holds_alternative<conversation::BuyerSaid>(event.body);
    };
    const auto last = std::find_if(events.rbegin(), events.rend(), is_answer);
    if (last != events.rend()) speak(*last);
}

net::Task<void> Room::on_finish() {
    speech_.stop();
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
    if (opened_->rehearsal.over) co_await parts_.workers.run([this] { app::settle(parts_.practice, *opened_); });
    tell_kept(told);
    for (const conversation::Event& event : told.events) speak(event);
}

void Room::tell_kept(const app::Told& told) {
    send(wire::object_text([&](wire::ObjectWriter& out) {
        out.add("type", "told");
        wire::write_seen(out, told);
    }));
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

// Where it cannot be asked the fence still keeps two nodes apart.
void Room::claim_again() {
    if (!claimed_) return;
    try {
        parts_.workers.post(
            [&practice = parts_.practice, attempt = opened_->attempt, back = socket_.later(), &socket = socket_] {
                if (app::hold(practice, attempt)) return;
                back([&socket] { socket.hang_up(net::CloseCode::moved, "taken over"); });
            });
    } catch (const net::Overloaded&) {
    }
}

}  // namespace praxis::live
