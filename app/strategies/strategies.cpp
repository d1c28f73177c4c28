#include "app/strategies/strategies.hpp"

#include <algorithm>

#include "app/webhooks/announce.hpp"
#include "core/strategy/check.hpp"

namespace praxis::app {
namespace {

bool is_error(const Problem& problem) {
    return problem.severity == Severity::error;
}

Refusal no_such_strategy() {
    return {Refused::missing, "There is no such strategy."};
}

void require_size(const std::string& source) {
    if (source.size() > kStrategyMost_bytes)
        throw Refusal(Refused::invalid, "A strategy may have 2 MB of text.",
                      {{Severity::error, {"/source", 0, 0}, "is longer than 2 MB", "leave out what is not needed"}});
}

Examined examined(Shelf& shelf, const std::string& tenant, const std::string& source) {
    require_size(source);
    auto read = shelf.read(source);
    if (!read) return {nullptr, std::move(read.error()), std::nullopt};
    Examined found{*read, strategy::check(**read), std::nullopt};
    if (const auto in_force = shelf.find(tenant, found.strategy->id))
        found.stale = strategy::diff(*in_force, *found.strategy);
    return found;
}

Strategies::Along telling(StrategyDesk& desk, const people::Principal& who, EventKind kind, const std::string& strategy,
                          const std::string& version) {
    return [&desk, who, kind, strategy, version](Registers& registers) {
        write_down(desk.office, registers, {who.tenant, who.person, std::string(name(kind)), strategy, version});
        Event event{kind, {{"strategy", strategy}}};
        if (!version.empty()) event.data.emplace_back("version", version);
        announce(desk.office, registers, who.tenant, event);
    };
}

}  // namespace

Problems faults_of(const Problems& problems) {
    Problems faults;
    for (const Problem& problem : problems) {
        if (!is_error(problem)) continue;
        const std::string line = problem.place.line > 0 ? "line " + std::to_string(problem.place.line) + ": " : "";
        faults.push_back({Severity::error, {"/source", 0, 0}, line + problem.what, problem.mend});
    }
    return faults;
}

Examined examine_strategy(StrategyDesk& desk, const people::Principal& who, const std::string& source) {
    require(who, people::Verb::write_strategy, people::of_tenant(who));
    return examined(desk.shelf, who.tenant, source);
}

Shelf::StrategyShown publish_strategy(StrategyDesk& desk, const people::Principal& who, const PublishWish& wish) {
    require(who, people::Verb::publish_strategy, people::of_tenant(who));
    Examined found = examined(desk.shelf, who.tenant, wish.source);
    if (!found.strategy || std::any_of(found.problems.begin(), found.problems.end(), is_error)) {
        throw Refusal(Refused::invalid, "This strategy cannot be published yet.", faults_of(found.problems));
    }
    const strategy::Strategy& strategy = *found.strategy;
    const Edition edition{who.tenant,  strategy.id, strategy.version,
                          wish.source, who.person,  desk.office.clock.now_ms()};
    if (!desk.strategies.publish(edition, strategy.name, wish.replaces,
                                 telling(desk, who, EventKind::strategy_published, strategy.id, strategy.version)))
        throw Refusal(Refused::conflict, "Another version of this strategy is in force by now. Read it and try again.");
    return found.strategy;
}

Edition read_edition(StrategyDesk& desk, const people::Principal& who, const std::string& id,
                     const std::string& version) {
    require(who, people::Verb::read_strategy, people::of_tenant(who));
    const auto strategy = desk.shelf.find(who.tenant, id, version);
    if (!strategy) throw no_such_strategy();
    if (auto kept = desk.strategies.find(who.tenant, id, strategy->version)) return *std::move(kept);
    return {who.tenant, id, strategy->version, desk.shelf.example(id), {}, 0};
}

std::vector<Edition> list_editions(StrategyDesk& desk, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::read_strategy, people::of_tenant(who));
    if (!desk.shelf.find(who.tenant, id)) throw no_such_strategy();
    return desk.strategies.editions(who.tenant, id);
}

void withdraw_strategy(StrategyDesk& desk, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::publish_strategy, people::of_tenant(who));
    if (!desk.strategies.withdraw(who.tenant, id, desk.office.clock.now_ms(),
                                  telling(desk, who, EventKind::strategy_withdrawn, id, {})))
        throw no_such_strategy();
}

}  // namespace praxis::app
