#include "tests/conversations/run.hpp"

#include <algorithm>
#include <utility>

#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/coaching/hindsight.hpp"
#include "tests/conversations/observe.hpp"

namespace praxis::conversations {
namespace {

namespace fs = std::filesystem;

std::string words_of(const Expectation& expectation) {
    std::string text = expectation.must ? "expected" : "expected not";
    for (const std::string& word : expectation.words) text += " " + word;
    return text;
}

void judge(const Expectation& expectation, const Finding& finding, Problems& failures) {
    if (!finding.wrong.empty())
        failures.push_back({Severity::error, expectation.at, "cannot be understood: " + finding.wrong, {}});
    else if (finding.held != expectation.must)
        failures.push_back({Severity::error, expectation.at, words_of(expectation) + "; got " + finding.got, {}});
}

program::Loaded<app::Play> load(const Script& script, const program::Library& library, const fs::path& tests_folder) {
    const fs::path own = tests_folder / "strategies" / (script.strategy + ".yaml");
    const auto loaded = library.strategy(fs::exists(own) ? own.string() : script.strategy);
    if (!loaded) return refuse(loaded.error());
    auto scenario = program::pick_scenario(
        loaded->strategy, {script.scenario, script.segment, script.role, script.kind, script.difficulty, script.blind});
    if (!scenario) return refuse(scenario.error());
    return library.play(std::move(*scenario));
}

conversation::Standing last_standing(const app::Rehearsal& rehearsal) {
    return buyer::standing(rehearsal.state);
}

const conversation::Event& event_after(const app::Rehearsal& rehearsal, std::size_t index) {
    return rehearsal.conversation.events[index];
}

void describe(const app::Rehearsal& rehearsal, std::size_t first, std::string& transcript) {
    for (std::size_t i = first; i < rehearsal.conversation.events.size(); ++i) {
        const conversation::Event& event = rehearsal.conversation.events[i];
        if (std::holds_alternative<conversation::RepSaid>(event.body)) {
            transcript += std::to_string(event.turn) + " rep:   " + event.text + "\n        [";
            for (const ActSeen& seen : std::get<conversation::RepSaid>(event.body).reading.acts)
                if (seen.credited) transcript += " " + std::string(name(seen.act));
            transcript += " ]\n";
        }
        if (const auto* said = std::get_if<conversation::BuyerSaid>(&event.body)) {
            transcript += "  buyer: " + event.text + "\n        [";
            for (int k = 0; said->intention && k < said->intention->count; ++k)
                transcript += " " + std::string(name(said->intention->moves[k].move));
            const auto& now = said->standing;
            transcript += " ] T" + std::to_string(now.trust) + " I" + std::to_string(now.interest) + " P" +
                          std::to_string(now.patience) + " V" + std::to_string(now.value) + " " +
                          std::string(strategy::name(now.stage)) + "\n";
        }
        if (const auto* ended = std::get_if<conversation::Ended>(&event.body))
            transcript += "ended: " + std::string(strategy::name(ended->level)) + ", " +
                          std::string(conversation::name(ended->reason)) + "\n";
    }
}

void play_turn(const ScriptTurn& turn, app::Rehearsal& rehearsal, Run& run) {
    if (rehearsal.over) {
        for (const Expectation& expectation : turn.expectations)
            if (expectation.must && expectation.words.front() != "act")
                run.failures.push_back({Severity::error,
                                        expectation.at,
                                        words_of(expectation) + "; got nothing: the conversation ended in turn " +
                                            std::to_string(rehearsal.turn),
                                        {}});
        return;
    }
    const conversation::Standing before = last_standing(rehearsal);
    const std::size_t first = app::take_turn(rehearsal, turn.rep).first_event;
    describe(rehearsal, first, run.transcript);
    const TurnSeen seen{rehearsal, event_after(rehearsal, first), event_after(rehearsal, first + 1), before};
    for (const Expectation& expectation : turn.expectations)
        if (!looks_ahead(expectation)) judge(expectation, observe(expectation, seen), run.failures);
}

bool wants_judgement(const Script& script) {
    const auto& end = script.at_end;
    return std::any_of(end.begin(), end.end(), looks_ahead) ||
           std::any_of(script.turns.begin(), script.turns.end(), [](const ScriptTurn& turn) {
               return std::any_of(turn.expectations.begin(), turn.expectations.end(), looks_ahead);
           });
}

// Turn n of the script is turn n of the conversation; those that never came are judged where they are played.
void judge_ahead(const Script& script, const EndSeen& end, Run& run) {
    for (std::size_t i = 0; i < script.turns.size() && i < end.rehearsal.turn; ++i)
        for (const Expectation& expectation : script.turns[i].expectations)
            if (looks_ahead(expectation))
                judge(expectation, observe_ahead(expectation, static_cast<std::uint32_t>(i + 1), end.judgement),
                      run.failures);
}

}  // namespace

Run run_script(const Script& script, const program::Library& library, const fs::path& tests_folder, bool values) {
    Run run;
    auto play = load(script, library, tests_folder);
    if (!play) {
        run.failures = play.error().problems;
        return run;
    }
    app::Rehearsal rehearsal = app::start_rehearsal(std::move(*play), Seed{script.seed}, app::Support::silent);
    describe(rehearsal, 0, run.transcript);
    for (const ScriptTurn& turn : script.turns) play_turn(turn, rehearsal, run);
    if (!rehearsal.over) app::end_rehearsal(rehearsal);
    describe(rehearsal, rehearsal.conversation.events.size() - 1, run.transcript);
    const auto verdicts = behaviour::judge(rehearsal.conversation, rehearsal.scenario());
    if (values || wants_judgement(script))
        run.judgement = coaching::look_back(rehearsal.conversation, rehearsal.scenario()).value_or(run.judgement);
    run.left = last_standing(rehearsal);
    for (const auto& judged : run.judgement.turns) run.transcript += judged_text(judged) + "\n";
    const EndSeen end{rehearsal, verdicts, run.judgement};
    judge_ahead(script, end, run);
    for (const Expectation& expectation : script.at_end)
        judge(expectation, observe_end(expectation, end), run.failures);
    return run;
}

}  // namespace praxis::conversations
