#include "app/practice/start_attempt.hpp"

#include <algorithm>
#include <future>

#include "app/rehearsal/start_rehearsal.hpp"
#include "core/base/digest.hpp"
#include "core/base/nearest.hpp"

namespace praxis::app {
namespace {

Refusal wrong(const std::string& pointer, std::string what, std::string mend) {
    return {Refused::invalid,
            "There is nothing to rehearse by that name.",
            {{Severity::error, {pointer, 0, 0}, std::move(what), std::move(mend)}}};
}

Shelf::StrategyShown strategy_of(Practice& practice, const people::Principal& who, const std::string& wanted) {
    const auto all = practice.shelf.list(who.tenant);
    if (all.empty()) throw Refusal(Refused::conflict, "There is no strategy to practise on yet.");
    std::vector<std::string> names;
    for (const auto& strategy : all) {
        if (strategy->id == wanted) return strategy;
        names.push_back(strategy->id);
    }
    const std::string near = nearest(wanted, names);
    throw wrong("/strategy", "there is no strategy '" + wanted + "'",
                near.empty() ? "see the list of strategies" : "did you mean '" + near + "'?");
}

strategy::Scenario chosen(const strategy::Strategy& strategy, const ScenarioChoice& choice) {
    auto scenario = choose_scenario(strategy, choice);
    if (scenario) return *std::move(scenario);
    const NotChosen& why = scenario.error();
    if (why.wrong.empty()) throw Refusal(Refused::conflict, "This strategy cannot be rehearsed as it is.");
    throw wrong("/" + why.wrong, why.problems.front().what, why.problems.front().mend);
}

// What a person calls chance: drawn from the secrets' source, as nobody chooses it.
std::uint64_t drawn_seed(Office& office) {
    return Digest().add(office.chance.next_secret()).value() >> 11;  // a number that a browser keeps exactly
}

Attempt attempt_of(const Rehearsal& rehearsal, const people::Principal& who, const AttemptWish& wish) {
    const strategy::Scenario& scenario = rehearsal.scenario();
    Attempt attempt;
    attempt.tenant = who.tenant;
    attempt.person = who.person;
    attempt.strategy = scenario.strategy_id;
    attempt.strategy_version = scenario.strategy_version;
    attempt.scenario = scenario.id;
    attempt.segment = scenario.segment;
    attempt.role = scenario.role;
    attempt.kind = strategy::name(scenario.kind);
    attempt.difficulty = strategy::name(scenario.difficulty);
    attempt.support = wish.support;
    attempt.blind = scenario.blind;
    attempt.seed = rehearsal.seed().value;
    return attempt;
}

void append_and_wait(AttemptLog& log, LogEntry entry) {
    const auto told = std::make_shared<std::promise<std::optional<StoreTrouble>>>();
    log.append(std::move(entry), [told](std::optional<StoreTrouble> trouble) { told->set_value(std::move(trouble)); });
    if (const auto trouble = told->get_future().get()) throw *trouble;
}

}  // namespace

Attempt start_attempt(Practice& practice, const people::Principal& who, const AttemptWish& wish) {
    require(who, people::Verb::practise, people::own(who));
    const auto strategy = strategy_of(practice, who, wish.strategy);
    const std::string scenario = chosen(*strategy, wish.scenario).id;
    const auto play = practice.shelf.play({who.tenant, strategy->id, scenario, wish.scenario.blind});
    if (!play) throw Refusal(Refused::conflict, "This scenario cannot be rehearsed as it is.");
    const Seed seed{wish.seed ? *wish.seed : drawn_seed(practice.office)};
    const Rehearsal rehearsal = start_rehearsal(**play, seed, wish.support);

    Attempt attempt = attempt_of(rehearsal, who, wish);
    attempt.id = practice.office.chance.next_id();
    attempt.started_ms = practice.office.clock.now_ms();
    practice.attempts.add(attempt);
    append_and_wait(practice.log, {attempt.tenant, attempt.id, 1, attempt.started_ms,
                                   practice.text.header(rehearsal.conversation.header) +
                                       practice.text.events(rehearsal.conversation, rehearsal.scenario(), 0)});
    return attempt;
}

}  // namespace praxis::app
