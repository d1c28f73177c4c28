#include "app/practice/read_doubted.hpp"

#include <algorithm>
#include <set>

#include "app/calls/calls.hpp"
#include "app/practice/go_on.hpp"

namespace praxis::app {
namespace {

// One before and one after each turn that is quoted.
std::set<std::uint32_t> turns_beside(const behaviour::BehaviourVerdict& verdict) {
    std::set<std::uint32_t> turns;
    const auto add = [&](std::uint32_t turn) {
        for (std::uint32_t beside = turn > 0 ? turn - 1 : 0; beside <= turn + 1; ++beside) turns.insert(beside);
    };
    for (const behaviour::IndicatorVerdict& indicator : verdict.indicators) {
        for (const behaviour::Evidence& evidence : indicator.evidence) add(evidence.turn);
        if (indicator.nearest) add(indicator.nearest->turn);
    }
    return turns;
}

Appeal open_appeal(Practice& practice, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::answer_appeal, people::of_tenant(who));
    std::optional<Appeal> appeal;
    practice.office.registry.read([&](Registers& registers) { appeal = registers.appeals.find(who.tenant, id); });
    if (!appeal) throw Refusal(Refused::missing, "There is no such appeal.");
    if (appeal->state != AppealState::open)
        throw Refusal(Refused::conflict, "This appeal is settled: its verdict is the rep's alone again.");
    return *std::move(appeal);
}

Doubted doubted_in(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                   const std::string& behaviour) {
    Doubted doubted;
    auto verdicts = behaviour::judge(conversation, scenario);
    const auto found =
        std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.behaviour == behaviour; });
    if (found == verdicts.end()) throw Refusal(Refused::conflict, "The report does not hold this verdict any more.");
    doubted.verdict = std::move(*found);
    const std::set<std::uint32_t> turns = turns_beside(doubted.verdict);
    for (const conversation::Event& event : conversation.events) {
        const bool by_rep = std::holds_alternative<conversation::RepSaid>(event.body);
        if (!by_rep && !std::holds_alternative<conversation::BuyerSaid>(event.body)) continue;
        if (turns.contains(event.turn)) doubted.said.push_back({event.turn, by_rep, event.text});
    }
    return doubted;
}

Doubted doubted_in_call(Practice& practice, const Appeal& appeal) {
    std::optional<RealCall> call;
    SaidTurns said;
    practice.office.registry.read([&](Registers& registers) {
        call = registers.calls.find(appeal.tenant, appeal.call);
        said = registers.calls.said(appeal.tenant, appeal.call);
    });
    if (!call) throw Refusal(Refused::missing, "There is no such call.");
    const CallReview review = judge_again(practice.shelf, *call, std::move(said), false);
    return doubted_in(review.conversation, review.scenario, appeal.behaviour);
}

}  // namespace

Doubted read_doubted(Practice& practice, const people::Principal& who, const std::string& id) {
    const Appeal appeal = open_appeal(practice, who, id);
    if (!appeal.call.empty()) return doubted_in_call(practice, appeal);
    auto attempt = practice.attempts.find(who.tenant, appeal.attempt);
    if (!attempt) throw Refusal(Refused::missing, "There is no such attempt.");
    const Opened opened = open_to_read(practice, *std::move(attempt));
    return doubted_in(opened.rehearsal.conversation, opened.rehearsal.scenario(), appeal.behaviour);
}

}  // namespace praxis::app
