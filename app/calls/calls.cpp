#include "app/calls/calls.hpp"

#include <array>

#include "app/rights/share_attempt.hpp"

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kSides = {"rep", "customer", "colleague"};

people::Subject subject_of_call(Registers& registers, const people::Principal& who, const std::string& id) {
    return subject_of_shared(registers.call_shares, who, id, people::Verb::read_call);
}

struct KeptCall {
    RealCall call;
    SaidTurns said;
};

KeptCall load_call(CallDesk& desk, const people::Principal& who, const std::string& id) {
    KeptCall kept;
    desk.office.registry.read([&](Registers& registers) {
        require(who, people::Verb::read_call, subject_of_call(registers, who, id));
        kept.call = registers.calls.find(who.tenant, id).value();
        kept.said = registers.calls.said(who.tenant, id);
    });
    return kept;
}

}  // namespace

std::string_view name(Side side) {
    return kSides[static_cast<std::size_t>(side)];
}

std::vector<RealCall> list_own_calls(CallDesk& desk, const people::Principal& who, const std::string& after,
                                     std::size_t most) {
    require(who, people::Verb::read_call, people::own(who));
    std::vector<RealCall> calls;
    desk.office.registry.read([&](Registers& registers) {
        calls = registers.calls.list({who.tenant, who.person, after, most});
    });
    return calls;
}

std::vector<RealCall> list_calls_shared_with(CallDesk& desk, const people::Principal& who) {
    require(who, people::Verb::read_call, {who.tenant, {}, true, false});
    std::vector<RealCall> calls;
    desk.office.registry.read(
        [&](Registers& registers) { calls = registers.calls.shared_with(who.tenant, who.person); });
    return calls;
}

std::vector<BehaviourSeen> compare_own_behaviours(CallDesk& desk, const people::Principal& who) {
    require(who, people::Verb::read_attempt, people::own(who));
    require(who, people::Verb::read_call, people::own(who));
    std::vector<BehaviourSeen> seen;
    desk.office.registry.read(
        [&](Registers& registers) { seen = registers.calls.by_behaviour(who.tenant, who.person); });
    return seen;
}

CallSeen read_call(CallDesk& desk, const people::Principal& who, const std::string& id) {
    KeptCall kept = load_call(desk, who, id);
    const auto strategy = desk.shelf.find(who.tenant, kept.call.strategy, kept.call.strategy_version);
    CallSeen seen{std::move(kept.call), {}};
    std::uint32_t turn = 0;
    for (TranscriptTurn& said : kept.said) {
        const bool is_rep = said.speaker == seen.call.rep;
        const bool is_ours = strategy && is_colleague(said.speaker, seen.call.rep, *strategy);
        turn += is_rep ? 1 : 0;
        seen.lines.push_back({is_rep ? Side::rep : is_ours ? Side::colleague : Side::customer, turn, std::move(said)});
    }
    return seen;
}

CallReview judge_again(Shelf& shelf, const RealCall& call, SaidTurns said, bool look_ahead) {
    const auto strategy = shelf.find(call.tenant, call.strategy, call.strategy_version);
    if (!strategy)
        throw Refusal(Refused::conflict, "This call was judged by strategy '" + call.strategy + "', version " +
                                             call.strategy_version + ", which is no longer here.");
    const Transcript transcript{call.shape, std::move(said), {}};
    auto review =
        review_call(transcript, *strategy, shelf.reader(strategy->language), shelf.phrases(strategy->language),
                    {call.rep, call.segment, call.role, call.kind, coaching::Dose::one, look_ahead});
    if (!review) throw std::runtime_error("call " + call.id + " is not judged again");
    return *std::move(review);
}

coaching::Report read_call_report(CallDesk& desk, const people::Principal& who, const std::string& id) {
    KeptCall kept = load_call(desk, who, id);
    return judge_again(desk.shelf, kept.call, std::move(kept.said), true).report;
}

void erase_call(Office& office, const people::Principal& who, const std::string& id) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::erase_call, subject_of_call(registers, who, id));
        registers.calls.erase(who.tenant, id);
        write_down(office, registers, {who.tenant, who.person, "call.erased", id, {}});
    });
}

void share_call(Office& office, const people::Principal& who, const std::string& id, const std::string& with) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::share_call, subject_of_call(registers, who, id));
        require_reader(registers, who, with);
        registers.call_shares.add(who.tenant, id, with, office.clock.now_ms());
        write_down(office, registers, {who.tenant, who.person, "call.shared", id, with});
    });
}

void unshare_call(Office& office, const people::Principal& who, const std::string& id, const std::string& with) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::share_call, subject_of_call(registers, who, id));
        registers.call_shares.remove(who.tenant, id, with);
        write_down(office, registers, {who.tenant, who.person, "call.unshared", id, with});
    });
}

std::vector<std::string> list_call_shares(Office& office, const people::Principal& who, const std::string& id) {
    std::vector<std::string> with;
    office.registry.read([&](Registers& registers) {
        require(who, people::Verb::share_call, subject_of_call(registers, who, id));
        with = registers.call_shares.readers_of(who.tenant, id);
    });
    return with;
}

}  // namespace praxis::app
