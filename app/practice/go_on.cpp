#include "app/practice/go_on.hpp"

#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"

namespace praxis::app {
namespace {

using conversation::Conversation;
using conversation::Ended;

bool is_over(const Conversation& conversation) {
    return !conversation.events.empty() && std::holds_alternative<Ended>(conversation.events.back().body);
}

// Of a conversation that is over, too: stands where it ended.
Rehearsal standing(const Play& play, Conversation recorded, Support support, const std::string& id) {
    std::optional<conversation::Event> end;
    if (is_over(recorded)) {
        end = std::move(recorded.events.back());
        recorded.events.pop_back();
    }
    auto rehearsal = resume_rehearsal(play, std::move(recorded), support, true);
    if (!rehearsal) throw std::runtime_error("attempt " + id + " does not stand up again");
    if (end) {
        rehearsal->conversation.events.push_back(*std::move(end));
        rehearsal->over = true;
    }
    return *std::move(rehearsal);
}

}  // namespace

Opened open_to_read(Practice& practice, Attempt attempt) {
    const auto play = play_of(practice, attempt);
    ReadLog log = read_log(practice, attempt, *play);
    Rehearsal rehearsal = standing(*play, std::move(log.conversation), attempt.support, attempt.id);
    return {std::move(attempt), std::move(rehearsal), log.entries.back().seq};
}

Opened go_on(Practice& practice, const people::Principal& who, const std::string& id) {
    Attempt attempt = read_own_attempt(practice, who, id);
    if (attempt.state != AttemptState::open) return open_to_read(practice, std::move(attempt));
    if (!hold(practice, attempt)) {
        Refusal elsewhere(Refused::unavailable, "This conversation is open elsewhere. Try again in some seconds.");
        elsewhere.retry_after_s = static_cast<int>(kNodeLife_ms / 1000);
        throw elsewhere;
    }
    Opened opened = open_to_read(practice, std::move(attempt));
    if (opened.rehearsal.over) settle(practice, opened);  // ended, and the node fell before it said so
    return opened;
}

bool hold(Practice& practice, const Attempt& attempt) {
    return practice.attempts.claim(attempt.tenant, attempt.id, practice.node);
}

void let_go(Practice& practice, const Attempt& attempt) {
    practice.attempts.release(attempt.tenant, attempt.id, practice.node);
}

LogEntry keep(Practice& practice, Opened& opened, std::size_t first_event) {
    ++opened.seq;
    return {opened.attempt.tenant, opened.attempt.id, opened.seq, practice.office.clock.now_ms(),
            practice.text.events(opened.rehearsal.conversation, opened.rehearsal.scenario(), first_event)};
}

LogEntry keep_one(Practice& practice, Opened& opened, std::size_t event) {
    const conversation::Conversation one{{}, {opened.rehearsal.conversation.events[event]}};
    ++opened.seq;
    return {opened.attempt.tenant, opened.attempt.id, opened.seq, practice.office.clock.now_ms(),
            practice.text.events(one, opened.rehearsal.scenario(), 0)};
}

void settle(Practice& practice, Opened& opened) {
    if (!opened.rehearsal.over || opened.attempt.state != AttemptState::open) return;
    opened.attempt.state = AttemptState::ended;
    opened.attempt.outcome = opened.rehearsal.ended().level;
    opened.attempt.turns = opened.rehearsal.turn;
    opened.attempt.ended_ms = practice.office.clock.now_ms();
    practice.attempts.change(opened.attempt);
}

void complete(Practice& practice, Attempt& attempt, const std::vector<behaviour::BehaviourVerdict>& judged) {
    std::vector<KeptVerdict> verdicts;
    for (const auto& one : judged) verdicts.push_back({one.behaviour, std::string(behaviour::name(one.verdict))});
    attempt.state = AttemptState::completed;
    practice.attempts.complete(attempt, verdicts);
}

}  // namespace praxis::app
