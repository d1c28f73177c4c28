#include "app/simulate.hpp"

namespace praxis::app {
namespace {

// The mind ends a conversation by itself; this is the guard behind it.
constexpr std::uint32_t kTurnsMost = 200;

struct Played {
    buyer::State state;
    std::uint32_t turns = 0;
};

Played play(const buyer::Scene& scene, const foresight::habits::Rep& rep, Seed seed) {
    Played played{buyer::open(scene, seed), 0};
    for (; !buyer::over(played.state) && played.turns < kTurnsMost; ++played.turns)
        buyer::exchange(played.state, foresight::habits::next_of(rep, played.state, scene, seed), scene, seed);
    return played;
}

}  // namespace

Fared simulate(const buyer::Scene& scene, const foresight::habits::Rep& rep, int n, Seed first) {
    Fared fared;
    for (int i = 0; i < n; ++i) {
        const Played played = play(scene, rep, Seed{first.value + static_cast<std::uint64_t>(i)});
        const buyer::Outcome outcome = buyer::outcome(played.state, scene);
        ++fared.played;
        ++fared.levels[static_cast<std::size_t>(outcome.level)];
        fared.walked_out += outcome.reason == conversation::EndReason::walked_out ? 1 : 0;
        fared.turns += played.turns;
        fared.trust += buyer::standing(played.state).trust;
        fared.facts += static_cast<double>(buyer::disclosed(played.state).size());
    }
    if (n > 0) {
        fared.turns /= n;
        fared.trust /= n;
        fared.facts /= n;
    }
    return fared;
}

}  // namespace praxis::app
