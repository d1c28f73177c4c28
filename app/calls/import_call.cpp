#include <algorithm>
#include <map>

#include "app/calls/calls.hpp"
#include "app/rights/consent.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kNameMost_bytes = 200;
constexpr std::int64_t kEarliest_ms = 946'684'800'000;  // the year 2000

Refusal not_right(const std::string& pointer, std::string what, std::string mend) {
    return {Refused::invalid,
            "This call cannot be reviewed yet.",
            {{Severity::error, {pointer, 0, 0}, std::move(what), std::move(mend)}}};
}

void require_consent(CallDesk& desk, Registers& registers, const people::Principal& who) {
    if (!consents(desk.office, registers, who.tenant, who.person, Purpose::calls))
        throw Refusal(Refused::conflict, "Real calls are taken in once you have agreed to it: see your consents.");
}

// Before anything is read: somebody else's words are in it.
void require_leave(CallDesk& desk, const people::Principal& who) {
    require(who, people::Verb::import_call, people::own(who));
    desk.office.registry.read([&](Registers& registers) { require_consent(desk, registers, who); });
}

Shelf::StrategyShown strategy_named(CallDesk& desk, const people::Principal& who, const std::string& id) {
    auto strategy = desk.shelf.find(who.tenant, id);
    if (!strategy) throw not_right("/strategy", "there is no strategy '" + id + "'", "see the list of strategies");
    return strategy;
}

Problems faults_in(const Problems& problems) {
    Problems faults;
    for (const Problem& problem : problems) {
        const std::string line = problem.place.line > 0 ? "line " + std::to_string(problem.place.line) + ": " : "";
        faults.push_back({Severity::error, {"/transcript", 0, 0}, line + problem.what, problem.mend});
    }
    return faults;
}

void require_measure(const Transcript& transcript) {
    if (transcript.turns.size() > kCallTurnsMost)
        throw not_right("/transcript", "has " + std::to_string(transcript.turns.size()) + " turns; 5,000 are the most",
                        "put in one call at a time");
    std::size_t said = 0;
    for (const TranscriptTurn& turn : transcript.turns) {
        said += turn.text.size();
        if (turn.speaker.size() > kNameMost_bytes)
            throw not_right("/transcript", "somebody who speaks has a name of more than 200 bytes",
                            "give speakers their names");
    }
    if (said > kCallSaidMost_bytes)
        throw not_right("/transcript", "has more than 1 MB of talk", "put in one call at a time");
}

Transcript transcript_in(CallDesk& desk, const std::string& text) {
    if (text.size() > kTranscriptMost_bytes)
        throw not_right("/transcript", "is longer than 8 MB", "give the transcript, not the recording");
    auto read = desk.text.read(text);
    if (!read) throw Refusal(Refused::invalid, "This transcript cannot be read.", faults_in(read.error()));
    require_measure(*read);
    return *std::move(read);
}

bool has_role(const strategy::Strategy& strategy, const std::string& segment, const std::string& role) {
    return std::any_of(strategy.segments.begin(), strategy.segments.end(), [&](const strategy::Segment& one) {
        const bool is_meant = segment.empty() || one.id == segment;
        return is_meant && std::find(one.roles.begin(), one.roles.end(), role) != one.roles.end();
    });
}

// Which of the wishes was refused: they are looked at in this order (review_call).
std::string blamed(const CallWish& wish, const Transcript& transcript, const strategy::Strategy& strategy,
                   const language::Reader& reader) {
    if (!wish.rep.empty() && !find_rep(transcript, strategy, reader, wish.rep)) return "/rep";
    const bool knows_segment =
        std::any_of(strategy.segments.begin(), strategy.segments.end(),
                    [&](const strategy::Segment& one) { return wish.segment.empty() || one.id == wish.segment; });
    if (!knows_segment) return "/segment";
    if (!wish.role.empty() && !has_role(strategy, wish.segment, wish.role)) return "/role";
    return wish.kind.empty() ? "/role" : "/kind";
}

CallLook looked_at(CallDesk& desk, const people::Principal& who, const CallWish& wish) {
    if (wish.held_ms && (*wish.held_ms < kEarliest_ms || *wish.held_ms > desk.office.clock.now_ms() + people::kDay_ms))
        throw not_right("/held_ms", "is no time at which this call can have been",
                        "say when the call was, or leave it out");
    CallLook look{{}, {}, strategy_named(desk, who, wish.strategy)};
    look.transcript = transcript_in(desk, wish.transcript);
    const strategy::Strategy& strategy = *look.strategy;
    const language::Reader& reader = desk.shelf.reader(strategy.language);
    auto review = review_call(look.transcript, strategy, reader, desk.shelf.phrases(strategy.language),
                              {wish.rep, wish.segment, wish.role, wish.kind, coaching::Dose::one, false});
    if (!review) {
        const Problem& why = review.error().front();
        throw not_right(blamed(wish, look.transcript, strategy, reader), why.what, why.mend);
    }
    look.review = *std::move(review);
    return look;
}

// Customers by their place in the call; the rep and the company's own people, who are in the strategy anyway, by name.
void rename_customers(Transcript& transcript, const std::string& rep, const strategy::Strategy& strategy) {
    std::map<std::string, std::string> called;
    std::size_t number = 0;
    const auto next = [&] {
        ++number;
        const std::string label = number == 1 ? "Customer" : "Customer " + std::to_string(number);
        return label;
    };
    for (TranscriptTurn& turn : transcript.turns) {
        if (turn.speaker.empty() || turn.speaker == rep || is_colleague(turn.speaker, rep, strategy)) continue;
        const auto [found, is_new] = called.try_emplace(turn.speaker);
        if (is_new) found->second = next();
        if (found->second == rep) found->second = next();
        turn.speaker = found->second;
    }
}

RealCall call_of(const CallLook& look, const people::Principal& who) {
    const strategy::Scenario& scenario = look.review.scenario;
    RealCall call;
    call.tenant = who.tenant;
    call.person = who.person;
    call.strategy = scenario.strategy_id;
    call.strategy_version = scenario.strategy_version;
    call.segment = scenario.segment;
    call.role = scenario.role;
    call.kind = strategy::name(scenario.kind);
    call.rep = look.review.rep.name;
    call.shape = look.transcript.shape;
    call.turns = static_cast<std::uint32_t>(look.transcript.turns.size());
    for (const TranscriptTurn& turn : look.transcript.turns)
        if (turn.timing) call.length_ms = std::max(call.length_ms, turn.timing->end_ms);
    return call;
}

}  // namespace

CallLook look_at_call(CallDesk& desk, const people::Principal& who, const CallWish& wish) {
    require_leave(desk, who);
    return looked_at(desk, who, wish);
}

RealCall import_call(CallDesk& desk, const people::Principal& who, const CallWish& wish) {
    require_leave(desk, who);
    CallLook look = looked_at(desk, who, wish);
    RealCall call = call_of(look, who);
    call.id = desk.office.chance.next_id();
    call.held_ms = wish.held_ms;
    call.imported_ms = desk.office.clock.now_ms();
    rename_customers(look.transcript, call.rep, *look.strategy);
    std::vector<KeptVerdict> verdicts;
    for (const auto& one : look.review.report.criteria)
        verdicts.push_back({one.behaviour, std::string(behaviour::name(one.verdict))});
    desk.office.registry.write([&](Registers& registers) {
        require_consent(desk, registers, who);  // as it is now: it may have been withdrawn meanwhile
        registers.calls.add(call, look.transcript.turns, verdicts);
        write_down(desk.office, registers, {who.tenant, who.person, "call.imported", call.id, {}});
    });
    return call;
}

}  // namespace praxis::app
