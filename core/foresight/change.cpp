#include "core/foresight/change.hpp"

#include <bit>

namespace praxis::foresight {
namespace {

using buyer::Handled;
using buyer::Mark;
using buyer::State;

void compare_objections(Change& change, const State& before, const State& after) {
    for (std::uint8_t i = 0; i < kObjectionsMax; ++i) {
        const auto handled = buyer::Handling::of_bits(after.handled[i]) - buyer::Handling::of_bits(before.handled[i]);
        const auto note = [&](ObjectionBits& bits, Handled how) {
            if (handled.has(how)) bits = static_cast<ObjectionBits>(bits | 1U << i);
        };
        note(change.raised, Handled::raised);
        note(change.acknowledged, Handled::acknowledged);
        note(change.cause_told, Handled::cause_told);
        note(change.half_answered, Handled::half_answered);
        note(change.resolved, Handled::resolved);
        note(change.conceded, Handled::conceded);
    }
}

void compare_feelings(Change& change, const buyer::Feelings& before, const buyer::Feelings& after) {
    change.trust = after.trust - before.trust;
    change.interest = after.interest - before.interest;
    change.patience = after.patience - before.patience;
    change.value = after.value - before.value;
    change.clarity = after.clarity - before.clarity;
    change.urgency = after.urgency - before.urgency;
}

}  // namespace

Change change_between(const State& before, const State& after) {
    Change change;
    change.opened = after.disclosed & ~before.disclosed;
    change.completed = before.brief & ~after.brief & before.disclosed;
    compare_objections(change, before, after);
    compare_feelings(change, before.feels, after.feels);
    const auto now = [&](Mark mark) { return after.marks.has(mark) && !before.marks.has(mark); };
    change.from = before.stage;
    change.to = after.stage;
    change.question_answered = (after.questions_answered & ~before.questions_answered) != 0;
    change.price_named = now(Mark::price_heard);
    change.price_given_away = now(Mark::gave_in);
    change.step_agreed = now(Mark::step_taken);
    change.ordered = now(Mark::ordered);
    change.ended = now(Mark::ended);
    change.walked_out = change.ended && after.reason == conversation::EndReason::walked_out;
    return change;
}

bool tells(const Change& change) {
    return (change.opened | change.completed) != 0 || change.cause_told != 0;
}

bool gains(const Change& change) {
    if (change.walked_out) return false;
    const bool handled = (change.acknowledged | (change.resolved & ~change.conceded)) != 0;
    const bool moved = change.step_agreed || change.ordered || change.question_answered || change.price_named;
    const bool felt = change.trust > 0 || change.interest > 0 || change.value > 0 || change.urgency > 0;
    return tells(change) || handled || moved || felt || change.ended;
}

int promise(const Change& change) {
    const auto many = [](std::uint64_t bits) { return std::popcount(bits); };
    int sum = change.trust + change.interest + change.value + (change.patience + change.clarity + change.urgency) / 2;
    sum += 8 * many(change.opened) + 2 * many(change.completed);
    sum += 16 * many(change.resolved) + 6 * many(change.cause_told) + 3 * many(change.acknowledged);
    sum -= 12 * many(change.conceded) + 4 * many(change.half_answered) + 4 * many(change.raised);
    sum += change.ordered ? 80 : change.step_agreed ? 40 : change.ended ? -20 : 0;
    return change.walked_out ? sum - 80 : sum;
}

}  // namespace praxis::foresight
