#include "app/rehearsal/resume_rehearsal.hpp"

#include <utility>

#include "app/rehearsal/start_rehearsal.hpp"
#include "core/buyer/buyer.hpp"
#include "core/wording/word.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;
using conversation::CueShown;
using conversation::Event;
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
void fold(Rehearsal& rehearsal, const Observation& observation, const Event& answer) {
    const auto& said = std::get<BuyerSaid>(answer.body);
    if (!said.intention) return;
    const buyer::Scene& scene = *rehearsal.play.scene;
    const wording::Speaker speaker{rehearsal.scenario(), rehearsal.person(), rehearsal.casting.causes, rehearsal.seed(),
                                   kFirstBuyer};
    const auto planned = buyer::step(rehearsal.state, observation, scene, rehearsal.seed()).state;
    wording::word(*said.intention, observation, answer.turn, speaker, *rehearsal.play.tongue.grammar, rehearsal.memory);
    rehearsal.state = buyer::deliver(planned, *said.intention, said.heard_moves, scene);
    wording::deliver(rehearsal.memory, *said.intention, said.heard_moves);
}

Result<Rehearsal, Problems> replay(Rehearsal rehearsal, std::vector<Event> events, bool exact) {
    rehearsal.conversation.events.clear();
    Observation heard;
    for (Event& event : events) {
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
    Problems problems = differences(recorded.header, play);
    if (!problems.empty() && !migrate) {
        problems.push_back(
            problem("it is not continued, because the answers would not be those "
                    "of the conversation so far",
                    "use the same files, or --migrate to go on with the new ones"));
        return refuse(std::move(problems));
    }
    if (!recorded.events.empty() && std::holds_alternative<conversation::Ended>(recorded.events.back().body))
        return refuse(Problems{problem("this conversation has ended", "start a new one with `praxis rehearse`")});
    Rehearsal rehearsal = start_rehearsal(std::move(play), recorded.header.seed, support);
    return replay(std::move(rehearsal), std::move(recorded.events), problems.empty());
}

}  // namespace praxis::app
