#include "app/practice/demo_history.hpp"

#include <algorithm>

#include "app/practice/begin.hpp"
#include "app/practice/go_on.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/say_move.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/foresight/candidates.hpp"
#include "core/foresight/competent_rep.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::app {
namespace {

constexpr std::int64_t kDay_ms = 86'400'000, kTurn_ms = 35'000;
constexpr std::uint32_t kTurnsMost = 18;
constexpr const char* kAtALoss = "What else should I know?";

class Collected final : public foresight::MoveVisitor {
public:
    void take(const foresight::Move& move) override { moves.push_back(move); }
    std::vector<foresight::Move> moves;
};

// A weak rep says what crosses their mind so many times in a hundred, else what a practised one would.
std::string next_words(const Rehearsal& talk, int slips_percent, wording::WordingMemory& memory) {
    foresight::Move move;
    move.heard = foresight::next_of_competent(talk.state, *talk.play.scene, talk.seed(), 0);
    if (move.heard.topic_count > 0) move.topic = move.heard.topics[0];
    if (pick(chance(talk.seed(), 11, talk.turn, 0), 100) < static_cast<std::uint32_t>(slips_percent)) {
        Collected all;
        foresight::visit_moves(talk.state, *talk.play.scene, all);
        if (!all.moves.empty())
            move = all.moves[pick(chance(talk.seed(), 12, talk.turn, 0), static_cast<std::uint32_t>(all.moves.size()))];
    }
    const auto line = say_move(point_of(talk), move, memory);
    return line ? line->text : kAtALoss;
}

struct Plan {
    const Person& person;
    std::string strategy, scenario;
    Seed seed;
    std::int64_t started_ms = 0;
    int slips_percent = 0;
};

Plan plan_of(Practice& practice, const Person& person, int number, int of, std::uint64_t salt) {
    const auto strategies = practice.shelf.list(person.tenant);
    const Seed dice{salt};
    const auto roll = [&](std::uint32_t slot, std::size_t sides) {
        return pick(chance(dice, slot, static_cast<std::uint32_t>(number), 0), static_cast<std::uint32_t>(sides));
    };
    const strategy::Strategy& strategy = *strategies[roll(1, strategies.size())];
    auto keys = strategy::scenario_keys(strategy);
    std::erase_if(keys, [](const auto& key) {
        return !key.disqualifier.empty() || key.difficulty != strategy::Difficulty::normal;
    });
    const std::int64_t ago = (of - number) * 6 * kDay_ms + static_cast<std::int64_t>(roll(2, 40)) * kDay_ms / 20;
    return {person,
            strategy.id,
            strategy::id_of(keys[roll(3, keys.size())]),
            Seed{salt + static_cast<std::uint64_t>(number)},
            practice.office.clock.now_ms() - ago,
            std::max(5, 70 - 55 * number / std::max(1, of))};
}

bool hold(Practice& practice, const Plan& plan, const std::function<bool()>& goes_on) {
    const auto play = practice.shelf.play({plan.person.tenant, plan.strategy, plan.scenario, false});
    if (!play) return false;
    Rehearsal talk = start_rehearsal(**play, plan.seed, Support::hints);
    Attempt attempt = attempt_of(talk, plan.person.tenant, plan.person.id);
    attempt.simulated = true;
    attempt.started_ms = plan.started_ms;
    attempt = begin(practice, talk, std::move(attempt));
    wording::WordingMemory memory;
    std::int64_t seq = 1, at_ms = plan.started_ms;
    const auto keep_from = [&](std::size_t first) {
        append_and_wait(practice.log, {attempt.tenant, attempt.id, ++seq, at_ms += kTurn_ms,
                                       practice.text.events(talk.conversation, talk.scenario(), first)});
    };
    while (!talk.over && talk.turn < kTurnsMost) {
        if (!goes_on()) return false;
        const std::size_t first = talk.conversation.events.size();
        take_turn(talk, next_words(talk, plan.slips_percent, memory));
        keep_from(first);
    }
    if (!talk.over) {
        const std::size_t first = talk.conversation.events.size();
        end_rehearsal(talk);
        keep_from(first);
    }
    attempt.outcome = talk.ended().level;
    attempt.turns = talk.turn;
    attempt.ended_ms = at_ms;
    attempt.read_ms = at_ms + kTurn_ms;
    complete(practice, attempt, behaviour::judge(talk.conversation, talk.scenario()));
    return true;
}

}  // namespace

int make_demo_history(Practice& practice, const Demo& demo, const std::function<bool()>& goes_on, int attempts_each) {
    int made = 0;
    std::uint64_t salt = 1000;
    for (const Person& person : demo.people) {
        if (!person.roles.has(people::Role::rep)) continue;
        salt += 1000;
        for (int number = 0; number < attempts_each && goes_on(); ++number)
            made += hold(practice, plan_of(practice, person, number, attempts_each, salt), goes_on);
    }
    return made;
}

}  // namespace praxis::app
