#include <algorithm>
#include <bit>

#include "core/buyer/rules.hpp"

namespace praxis::buyer {

using strategy::Stage;

void settle_stage(State& state, const Scene& scene) {
    const auto reach = [&](Stage stage) { state.stage = std::max(state.stage, stage); };
    if (state.turn >= 2 || state.disclosed != scene.known_from_start || state.marks.has(Mark::agenda_known))
        reach(Stage::discovery);
    const bool pain = (state.disclosed & scene.kinds.pain) != 0;
    if (pain && state.feels.interest >= scene.gates.evaluation_interest) reach(Stage::evaluation);
    if (scene.rules.quote_wins && state.marks.has(Mark::price_asked)) reach(Stage::evaluation);
    if (scene.rules.quote_wins && state.marks.has(Mark::quoted_well)) reach(Stage::negotiation);
    if (state.stage == Stage::evaluation && state.feels.value >= scene.gates.negotiation_value)
        reach(Stage::negotiation);
    if (state.marks.has(Mark::ended)) reach(Stage::closed);
}

namespace rules {

using enum Act;

namespace {

bool told_now(const Turn& turn) {
    return turn.plan.has(BuyerMove::disclose) || turn.plan.has(BuyerMove::disclose_short);
}

// The next thing a buyer tells unasked: marked so by the author, or what a spot buyer wants priced.
int next_volunteered(const Turn& turn) {
    for (int i = 0; i < turn.scene.fact_count; ++i) {
        const SceneFact& fact = turn.scene.facts[i];
        const bool offered =
            fact.volunteered || (turn.scene.rules.quote_wins && fact.layer == strategy::FactLayer::request);
        const bool fresh = (turn.before.disclosed >> i & 1) == 0 && fact.known_to_role;
        const bool open = turn.after.feels.trust >= fact.trust && (fact.needs & ~turn.before.disclosed) == 0;
        if (offered && fresh && open) return i;
    }
    return -1;
}

}  // namespace

void volunteer(Turn& turn) {
    if (turn.done || turn.soured || turn.plan.pushed()) return;
    const bool spot = turn.scene.rules.quote_wins;
    if (spot ? told_now(turn) : (turn.asks || turn.after.turn > 3 || turn.plan.answered())) return;
    if (turn.is(Mark::price_heard)) return;
    const int fact = next_volunteered(turn);
    if (fact >= 0) turn.plan.answer(BuyerMove::disclose, static_cast<std::uint8_t>(fact));
    const FactSet left = turn.scene.kinds.request & ~turn.before.disclosed;
    const bool all_told = std::popcount(left) <= (fact >= 0 ? 1 : 0);
    if (spot && all_told && !turn.is(Mark::price_asked)) turn.plan.push(BuyerMove::ask_price);
}

// In front of a price, a buyer tries whether it moves; some say that others are cheaper.
void nibble(Turn& turn) {
    if (turn.done || turn.soured || turn.plan.pushed() || !turn.is(Mark::price_heard)) return;
    if (turn.after.tally.nibbles >= kNibblesMax || turn.is(Mark::bluff_called) || !turn.before.open.none()) return;
    const bool fresh = !turn.before.marks.has(Mark::price_heard);
    const bool bargains = turn.scene.kind == strategy::ConversationKind::negotiation ||
                          turn.person.attitude == strategy::Attitude::sceptical;
    const bool again = turn.before.tally.nibbles > 0 && turn.is(Mark::bluffs);
    if (!bargains || (!fresh && !again) || turn.scene.rules.quote_wins) return;
    if (turn.choose(Slot::nibble, 100) < 70) turn.plan.push(BuyerMove::ask_discount);
}

namespace {

int next_question(const Turn& turn) {
    for (int i = 0; i < turn.scene.question_count; ++i) {
        const unsigned bit = 1U << i;
        if ((turn.after.questions_asked & bit) != 0 || (turn.after.questions_answered & bit) != 0) continue;
        if (turn.before.stage >= turn.scene.questions[i].from) return i;
    }
    return -1;
}

// What was said before it was asked need not be asked.
void note_answers(Turn& turn) {
    for (int i = 0; i < turn.scene.question_count; ++i)
        if (turn.acts.any(turn.scene.questions[i].answered_by))
            turn.after.questions_answered |= static_cast<std::uint16_t>(1U << i);
}

}  // namespace

void ask_own_question(Turn& turn) {
    if (turn.done) return;
    note_answers(turn);
    const bool busy = turn.soured || turn.plan.pushed() || !turn.before.open.none() || turn.is(Mark::step_taken) ||
                      turn.any(ActGroup::advance) || turn.plan.has(BuyerMove::off_subject);
    if (busy || turn.before.previous == PreviousKind::question) return;
    // Who gets no answers asks less.
    const auto in_vain = static_cast<std::uint32_t>(
        std::popcount(static_cast<unsigned>(turn.after.questions_asked & ~turn.after.questions_answered)));
    const std::uint32_t odds = (turn.plan.answered() ? 4 : 2) * (1 + in_vain);  // one in so many turns
    const bool lull = !turn.asks && !turn.plan.answered();
    // Who is being asked and tells, asks back only once there is something to weigh.
    if (told_now(turn) && turn.before.stage < Stage::evaluation) return;
    if (!lull && turn.choose(Slot::question, odds) != 0) return;
    const int question = next_question(turn);
    if (question >= 0) {
        turn.plan.push(BuyerMove::ask, static_cast<std::uint8_t>(question));
    } else if (turn.before.stage >= Stage::negotiation && !turn.is(Mark::price_heard) && !turn.is(Mark::price_asked) &&
               turn.scene.price.list > 0 && lull) {
        turn.plan.push(BuyerMove::ask_price);
    }
}

// Nothing in it for them: tries to get rid of the caller politely, once.
void brush_off(Turn& turn) {
    if (turn.done || turn.plan.pushed() || turn.is(Mark::brushed_off) || turn.asks) return;
    const Feelings& feels = turn.after.feels;
    if (turn.after.turn < 4 || feels.interest >= kDullInterest + 6 || feels.patience >= 60) return;
    turn.plan.push(BuyerMove::brush_off);
}

// A question never goes without some answer, a turn never without a word.
void fill_silence(Turn& turn) {
    if (turn.done && !turn.plan.empty()) return;
    const bool says_hello = turn.has(greeting) && turn.plan.has(BuyerMove::greet) && !turn.open_question();
    const bool answers = says_hello || turn.plan.answered() || turn.plan.pushed() || turn.plan.has(BuyerMove::permit) ||
                         turn.plan.has(BuyerMove::agree) || turn.plan.has(BuyerMove::confirm) ||
                         turn.plan.has(BuyerMove::resolved) || turn.plan.has(BuyerMove::half_answer) ||
                         turn.plan.has(BuyerMove::small_talk);
    if (turn.asks && !answers) {
        const bool clear = turn.heard.topic_count > 0 || turn.heard.asked != Asked::nothing;
        turn.plan.answer(clear ? BuyerMove::vague : BuyerMove::ask_back, turn.main_topic().value);
    }
    if (turn.plan.empty()) turn.plan.react(BuyerMove::acknowledge);
}

namespace {

bool said_farewell(const Turn& turn) {
    return turn.plan.has(BuyerMove::goodbye) || turn.plan.has(BuyerMove::part_friendly);
}

}  // namespace

void mind_the_time(Turn& turn) {
    const Feelings& feels = turn.after.feels;
    if (!turn.done && feels.interest < kDullInterest && turn.after.turn > 3) turn.feel(effect::kDull);
    if (feels.patience == 0 || turn.after.strikes >= kStrikesMax) return turn.plan.end(BuyerMove::walk_out);
    if (said_farewell(turn)) return;
    if (turn.plan.has(BuyerMove::accept_order)) return turn.plan.finish();
    if (turn.after.turn >= turn.scene.rules.turns) return turn.plan.end(BuyerMove::time_up);
    const bool late = turn.after.turn + kWarnTurns >= turn.scene.rules.turns && !turn.is(Mark::time_warned);
    const bool impatient = feels.patience < kHurryPatience && !turn.is(Mark::hurried);
    if (late) turn.mark(Mark::time_warned);
    if (late || impatient) turn.plan.react(BuyerMove::hurry);
}

}  // namespace rules
}  // namespace praxis::buyer
