#include "app/rehearsal/recorded/resume_rehearsal.hpp"

#include <algorithm>
#include <utility>

#include "app/rehearsal/start_rehearsal.hpp"
#include "core/buyer/buyer.hpp"
#include "core/wording/word.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;
using conversation::CueShown;
using conversation::Ended;
using conversation::RepSaid;

Problem problem(std::string what, std::string mend) {
    return {Severity::error, {}, std::move(what), std::move(mend)};
}

void compare(Problems& problems, std::string_view what, const std::string& recorded, const std::string& current) {
    if (recorded == current) return;
    problems.push_back(problem(
        "the conversation was made by another " + std::string(what) + " (" + recorded + "; now " + current + ")", ""));
}

// The mind takes the recorded observation and says what was recorded, whatever
// it would say by now.
void fold(Rehearsal& rehearsal, const Observation& observation, const conversation::Event& answer) {
    const auto& said = std::get<BuyerSaid>(answer.body);
    if (!said.intention) return;
    const buyer::Scene& scene = *rehearsal.play.scene;
    const wording::Speaker speaker{rehearsal.scenario(), rehearsal.person(), rehearsal.casting.causes, rehearsal.seed(),
                                   kFirstBuyer};
    rehearsal.planned = buyer::step(rehearsal.state, observation, scene, rehearsal.seed()).state;
    wording::word(*said.intention, observation, answer.turn, speaker, *rehearsal.play.tongue.grammar, rehearsal.memory);
    rehearsal.state = buyer::deliver(*rehearsal.planned, *said.intention, said.heard_moves, scene);
    wording::deliver(rehearsal.memory, *said.intention, said.heard_moves);
}

Result<Rehearsal, Problems> replay(Rehearsal rehearsal, std::vector<conversation::Event> events, bool exact) {
    rehearsal.conversation.events.clear();
    Observation heard;
    for (conversation::Event& event : events) {
        if (const auto* said = std::get_if<RepSaid>(&event.body)) {
            heard = said->reading.observation;
            rehearsal.turn = event.turn;
        }
        const bool answers = std::holds_alternative<BuyerSaid>(event.body) && event.turn > 0;
        if (answers) fold(rehearsal, heard, event);
        if (answers && exact && event.state_digest != buyer::digest(rehearsal.state))
            return refuse(Problems{
                problem("turn " + std::to_string(event.turn) + " does not replay to the state that was recorded",
                        "the file was changed by hand; `praxis verify` shows where")});
        rehearsal.conversation.events.push_back(std::move(event));
    }
    return rehearsal;
}

Problems unlike(const conversation::Header& recorded, const Play& play, bool migrate) {
    Problems problems = differences(recorded, play);
    if (!problems.empty() && !migrate)
        problems.push_back(
            problem("it is not continued, because the answers would not be those of the conversation so far",
                    "use the same files, or --migrate to go on with the new ones"));
    return problems;
}

Result<Rehearsal, Problems> go_on(Play play, conversation::Conversation recorded, Support support, bool migrate) {
    Problems problems = unlike(recorded.header, play, migrate);
    if (!problems.empty() && !migrate) return refuse(std::move(problems));
    Rehearsal rehearsal = start_rehearsal(std::move(play), recorded.header.seed, support);
    rehearsal.conversation.header.parent = recorded.header.parent;
    return replay(std::move(rehearsal), std::move(recorded.events), problems.empty());
}

}  // namespace

Problems differences(const conversation::Header& recorded, const Play& play) {
    const conversation::Header current = header_of(play, recorded.seed);
    Problems problems;
    compare(problems, "engine", recorded.engine, current.engine);
    compare(problems, "strategy", recorded.strategy_id, current.strategy_id);
    compare(problems, "strategy version", recorded.strategy_version, current.strategy_version);
    compare(problems, "scenario", recorded.scenario_digest, current.scenario_digest);
    compare(problems, "language pack", recorded.language_digest, current.language_digest);
    compare(problems, "language model file", recorded.model_digest, current.model_digest);
    return problems;
}

Result<Rehearsal, Problems> resume_rehearsal(Play play, conversation::Conversation recorded, Support support,
                                             bool migrate) {
    if (!recorded.events.empty() && std::holds_alternative<Ended>(recorded.events.back().body))
        return refuse(Problems{problem("this conversation has ended",
                                       "start a new one with `praxis rehearse`, or branch from a turn with --from")});
    return go_on(std::move(play), std::move(recorded), support, migrate);
}

std::uint32_t last_rep_turn(const conversation::Conversation& conversation) {
    std::uint32_t last = 0;
    for (const conversation::Event& event : conversation.events)
        if (std::holds_alternative<RepSaid>(event.body)) last = std::max(last, event.turn);
    return last;
}

Result<Rehearsal, Problems> branch_rehearsal(Play play, const conversation::Conversation& recorded,
                                             const Branch& branch, Support support, bool migrate) {
    const std::uint32_t last = last_rep_turn(recorded);
    if (branch.from < 1 || branch.from > last)
        return refuse(Problems{problem(
            "there is no rep turn " + std::to_string(branch.from) + " to branch from",
            last == 0 ? "nothing was said in this conversation" : "the turns are 1 to " + std::to_string(last))});
    conversation::Conversation kept{recorded.header, {}};
    for (const conversation::Event& event : recorded.events)
        if (event.turn < branch.from && !std::holds_alternative<Ended>(event.body)) kept.events.push_back(event);
    kept.header.parent = branch.origin + ", turn " + std::to_string(branch.from);
    return go_on(std::move(play), std::move(kept), support, migrate);
}

}  // namespace praxis::app
