// The same questions answered the plain way, for the tests of this room only: every rollout kept in a list, no budget,
// no halving, every move played equally often. Slow, allocates, obviously right. Shares with the room only the policy
// and the numbering of the chances, which are definitions.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "core/buyer/buyer.hpp"
#include "core/buyer/press_shop.hpp"
#include "core/foresight/competent_rep.hpp"
#include "core/foresight/move.hpp"
#include "core/foresight/search.hpp"

namespace praxis::foresight {

namespace naive {

inline std::vector<Observation> heard_and_then(const std::vector<Observation>& first, std::size_t i) {
    return i < first.size() ? std::vector<Observation>{first[i]} : std::vector<Observation>{};
}

// All that happens in rollout n: the levels it could be read at, by the state after every step.
inline std::vector<buyer::State> course(const Position& at, const std::vector<Observation>& opening, std::uint64_t n) {
    const Seed chances{mix(mix(at.seed.value) + n)};
    std::vector<buyer::State> states{at.state};
    if (at.setting.sight == Sight::rep) {
        const auto causes = buyer::cast(at.scene, chances, at.state.who).causes;
        for (std::uint8_t i = 0; i < at.scene.objection_count; ++i) {
            const auto handling = at.state.handling({i});
            const bool known = handling.has(buyer::Handled::cause_told) || handling.has(buyer::Handled::resolved);
            if (!known) states[0].causes[i] = causes[i];
        }
    }
    while (!buyer::over(states.back())) {
        const auto scripted = heard_and_then(opening, states.size() - 1);
        const Observation heard =
            scripted.empty() ? next_of_competent(states.back(), at.scene, chances, at.setting.slips) : scripted[0];
        const auto next = buyer::step(states.back(), heard, at.scene, chances);
        states.push_back(buyer::deliver(next.state, next.intention, next.intention.count, at.scene));
    }
    return states;
}

inline std::map<GoalLevel, std::uint64_t> levels(const Position& at, const std::vector<Observation>& opening,
                                                 std::uint64_t rollouts) {
    std::map<GoalLevel, std::uint64_t> reached;
    for (std::uint64_t n = 0; n < rollouts; ++n)
        ++reached[buyer::outcome(course(at, opening, n).back(), at.scene).level];
    return reached;
}

inline double worth(const Position& at, const std::vector<Observation>& opening, std::uint64_t rollouts) {
    double sum = 0;
    for (const auto& [level, times] : levels(at, opening, rollouts))
        sum += static_cast<double>(times) * kWorthPercent[static_cast<std::size_t>(level)];
    return sum / 100 / static_cast<double>(rollouts);
}

inline std::vector<Move> all_moves(const Position& at) {
    struct Collect final : MoveVisitor {
        std::vector<Move> moves;
        void take(const Move& move) override { moves.push_back(move); }
    } all;
    visit_moves(at.state, at.scene, all);
    return all.moves;
}

}  // namespace naive

// Hand-made scenes, and positions in them after some turns of a rep who slips now and then.
inline const std::vector<buyer::Scene>& press_shop_scenes() {
    using namespace buyer::press_shop;
    static const std::vector<buyer::Scene> kScenes = [] {
        std::vector<buyer::Scene> scenes;
        for (const auto scenario :
             {discovery, hard_discovery, well_read, pleasing, cold_call, negotiation, spot, disqualifier})
            scenes.push_back(*buyer::make_scene(scenario()));
        return scenes;
    }();
    return kScenes;
}

inline buyer::State after_turns(const buyer::Scene& scene, Seed seed, int turns) {
    buyer::State state = buyer::open(scene, seed);
    for (int i = 0; i < turns; ++i) {
        const auto next = buyer::step(state, next_of_competent(state, scene, seed, 30), scene, seed);
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
    }
    return state;
}

}  // namespace praxis::foresight
