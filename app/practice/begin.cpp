#include "app/practice/begin.hpp"

#include <future>

namespace praxis::app {

Attempt attempt_of(const Rehearsal& rehearsal, const std::string& tenant, const std::string& person) {
    const strategy::Scenario& scenario = rehearsal.scenario();
    Attempt attempt;
    attempt.tenant = tenant;
    attempt.person = person;
    attempt.strategy = scenario.strategy_id;
    attempt.strategy_version = scenario.strategy_version;
    attempt.scenario = scenario.id;
    attempt.segment = scenario.segment;
    attempt.role = scenario.role;
    attempt.kind = strategy::name(scenario.kind);
    attempt.difficulty = strategy::name(scenario.difficulty);
    attempt.support = rehearsal.support;
    attempt.blind = scenario.blind;
    attempt.seed = rehearsal.seed().value;
    return attempt;
}

void append_and_wait(AttemptLog& log, LogEntry entry) {
    const auto told = std::make_shared<std::promise<std::optional<StoreTrouble>>>();
    log.append(std::move(entry), [told](std::optional<StoreTrouble> trouble) { told->set_value(std::move(trouble)); });
    if (const auto trouble = told->get_future().get()) throw *trouble;
}

Attempt begin(Practice& practice, const Rehearsal& rehearsal, Attempt attempt) {
    attempt.id = practice.office.chance.next_id();
    if (attempt.started_ms == 0) attempt.started_ms = practice.office.clock.now_ms();
    practice.attempts.add(attempt);
    append_and_wait(practice.log, {attempt.tenant, attempt.id, 1, attempt.started_ms,
                                   practice.text.header(rehearsal.conversation.header) +
                                       practice.text.events(rehearsal.conversation, rehearsal.scenario(), 0)});
    return attempt;
}

}  // namespace praxis::app
