// Wording, replies a second on one core: the intentions of whole conversations with every kind of simulated rep, put
// into words in order, so that the memory of what was said fills as it does in a rehearsal.
#include <benchmark/benchmark.h>

#include <vector>

#include "adapters/files/language/grammar_file.hpp"
#include "bench/load.hpp"
#include "core/buyer/rep_model.hpp"
#include "core/strategy/compile.hpp"
#include "core/wording/word.hpp"

namespace praxis::bench {
namespace {

constexpr std::size_t kEveryScenario = 12;  // of the strategy's, so that all segments and kinds take part
constexpr Seed kSeed{7};

struct Reply {
    Intention intention;
    Observation heard;
};

struct Talk {
    const strategy::Scenario& scenario;
    buyer::Casting casting;
    std::vector<Reply> replies;
};

Talk held(const strategy::Scenario& scenario, const buyer::Scene& scene, buyer::RepKind kind) {
    Talk talk{scenario, buyer::cast(scenario, kSeed), {}};
    buyer::State state = buyer::open(scene, kSeed);
    for (std::uint32_t turn = 1; turn <= buyer::kTurnsMax && !buyer::over(state); ++turn) {
        const Observation heard = buyer::next_observation(kind, state, scene, kSeed, turn);
        const auto [planned, intention] = buyer::step(state, heard, scene, kSeed);
        state = buyer::deliver(planned, intention, intention.count, scene);
        talk.replies.push_back({intention, heard});
    }
    return talk;
}

const std::vector<Talk>& talks() {
    static const auto kScenarios = strategy::compile_all(example("hallam-steel"));
    static const auto kTalks = [] {
        std::vector<Talk> all;
        for (std::size_t i = 0; i < kScenarios.size(); i += kEveryScenario) {
            const buyer::Scene scene = sound(buyer::make_scene(kScenarios[i]));
            for (int kind = 0; kind < buyer::kRepKindCount; ++kind)
                all.push_back(held(kScenarios[i], scene, static_cast<buyer::RepKind>(kind)));
        }
        return all;
    }();
    return kTalks;
}

void replies(benchmark::State& bench) {
    const wording::Grammar grammar = sound(files::load_grammar(data() / "language/en/wording"));
    std::size_t next = 0;
    std::int64_t worded = 0;
    for (auto _ : bench) {
        const Talk& talk = talks()[next++ % talks().size()];
        const wording::Speaker speaker{talk.scenario, talk.scenario.people[talk.casting.person], talk.casting.causes,
                                       kSeed, kFirstBuyer};
        wording::WordingMemory memory;
        std::uint32_t turn = 0;
        for (const auto& [intention, heard] : talk.replies) {
            benchmark::DoNotOptimize(wording::word(intention, heard, ++turn, speaker, grammar, memory).text);
            wording::deliver(memory, intention, intention.count);
        }
        worded += turn;
    }
    bench.SetItemsProcessed(worded);
}
BENCHMARK(replies);

}  // namespace
}  // namespace praxis::bench
