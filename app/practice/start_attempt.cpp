#include "app/practice/start_attempt.hpp"

#include "app/characters/choose_player.hpp"
#include "app/practice/begin.hpp"
#include "app/practice/go_on.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rights/consent.hpp"
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

// What is said is kept: nobody begins who has not agreed to that, as nobody speaks who has not agreed to be heard.
void require_agreed(Practice& practice, const people::Principal& who) {
    bool agreed = false;
    practice.office.registry.read([&](Registers& registers) {
        agreed = consents(practice.office, registers, who.tenant, who.person, Purpose::practice);
    });
    if (!agreed) throw Refusal(Refused::forbidden, "You have not agreed yet that what you say here is kept for you.");
}

}  // namespace

Attempt start_attempt(Practice& practice, const people::Principal& who, const AttemptWish& wish) {
    require(who, people::Verb::practise, people::own(who));
    require_agreed(practice, who);
    const auto strategy = strategy_of(practice, who, wish.strategy);
    const std::string scenario = chosen(*strategy, wish.scenario).id;
    const auto play = practice.shelf.play({who.tenant, strategy->id, scenario, wish.scenario.blind, strategy->version});
    if (!play) throw Refusal(Refused::conflict, "This scenario cannot be rehearsed as it is.");
    const Seed seed{wish.seed ? *wish.seed : drawn_seed(practice.office)};
    const Rehearsal rehearsal = start_rehearsal(**play, seed, wish.support);
    Attempt attempt = attempt_of(rehearsal, who.tenant, who.person);
    practice.office.registry.read([&](Registers& registers) {
        attempt.face = choose_player(practice.office, registers, who.tenant, rehearsal.scenario(), rehearsal.person());
    });
    return begin(practice, rehearsal, std::move(attempt));
}

Attempt branch_attempt(Practice& practice, const people::Principal& who, const BranchWish& wish) {
    Attempt parent = read_own_attempt(practice, who, wish.attempt);
    require_agreed(practice, who);
    const Opened opened = open_to_read(practice, std::move(parent));
    auto branch = branch_rehearsal(opened.rehearsal.play, opened.rehearsal.conversation, {wish.from, opened.attempt.id},
                                   wish.support.value_or(opened.attempt.support), true);
    if (!branch)
        throw Refusal(Refused::invalid, "It does not branch there.",
                      {{Severity::error, {"/turn", 0, 0}, branch.error().front().what, branch.error().front().mend}});
    Attempt attempt = attempt_of(*branch, who.tenant, who.person);
    attempt.face = opened.attempt.face;
    attempt.parent = opened.attempt.id;
    attempt.parent_turn = wish.from;
    return begin(practice, *branch, std::move(attempt));
}

}  // namespace praxis::app
