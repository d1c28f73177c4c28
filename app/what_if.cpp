#include "app/what_if.hpp"

#include <algorithm>

#include "app/rehearsal/take_turn.hpp"
#include "core/buyer/buyer.hpp"
#include "core/foresight/rollout.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;
using conversation::RepSaid;

constexpr std::uint64_t kChances = 0x77686174;

void take_words(Course& course, const std::vector<conversation::Event>& events, std::uint32_t turn) {
    for (const conversation::Event& event : events) {
        if (event.turn != turn) continue;
        if (const auto* said = std::get_if<RepSaid>(&event.body)) {
            course.said = event.text;
            course.acts = said->reading.observation.acts;
        }
        if (std::holds_alternative<BuyerSaid>(event.body)) course.answered = event.text;
    }
}

void take_state(Course& course, const buyer::State& before, const buyer::State& after) {
    course.change = foresight::change_between(before, after);
    course.standing = buyer::standing(after);
}

// Both positions meet the same chances, so that the difference is known better than either value.
void compare(WhatIf& what_if, const buyer::State& then, const buyer::State& now, const Rehearsal& branch) {
    const buyer::Scene& scene = *branch.play.scene;
    const Seed seed{mix(branch.seed().value ^ kChances)};
    const foresight::Position one{now, scene, seed}, other{then, scene, seed};
    foresight::Duel duel;
    for (std::uint64_t n = 0; n < kWhatIfRollouts; ++n) {
        const auto a = foresight::play_out(one, n), b = foresight::play_out(other, n);
        what_if.now.value.tally.add(a.level);
        what_if.then.value.tally.add(b.level);
        ++duel.reached[static_cast<std::size_t>(a.level)][static_cast<std::size_t>(b.level)];
    }
    what_if.now.value.certain = buyer::over(now);
    what_if.then.value.certain = buyer::over(then);
    what_if.difference = duel.difference();
}

// As it went on: the branch, one recorded turn further.
Result<Rehearsal, Problems> one_turn_further(const Play& play, conversation::Conversation recorded, std::uint32_t turn,
                                             bool migrate) {
    std::erase_if(recorded.events, [&](const conversation::Event& event) {
        return event.turn > turn || std::holds_alternative<conversation::Ended>(event.body);
    });
    return resume_rehearsal(play, std::move(recorded), Support::silent, migrate);
}

}  // namespace

Result<WhatIf, Problems> what_if(const Play& play, const conversation::Conversation& recorded, const Branch& branch,
                                 std::string_view text, bool migrate) {
    auto now = branch_rehearsal(play, recorded, branch, Support::silent, migrate);
    if (!now) return refuse(std::move(now.error()));
    const auto then = one_turn_further(play, recorded, branch.from, migrate);
    if (!then) return refuse(then.error());

    WhatIf what_if;
    what_if.turn = branch.from;
    what_if.ended = std::holds_alternative<conversation::Ended>(recorded.events.back().body);
    const buyer::State before = now->state;
    take_turn(*now, text);
    take_words(what_if.then, recorded.events, branch.from);
    take_words(what_if.now, now->conversation.events, now->turn);
    take_state(what_if.then, before, then->state);
    take_state(what_if.now, before, now->state);
    if (what_if.ended) compare(what_if, then->state, now->state, *now);
    return what_if;
}

}  // namespace praxis::app
