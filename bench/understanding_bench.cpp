// Understanding, turns per second on one core. Budget: 10,000/s at a median of 20 words (aim 20,000). The turns are the
// labelled ones of the language pack, with the words the customer said before them left out, as `praxis understand`
// gets them. Peers on the same kind of text (design measurements): fastText 30,000/s, node-nlp 5,000/s, natural
// 2,900/s, wink 300/s, all without spans, topics or amounts and 10 to 30 points of F1 below.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "adapters/files/language_pack.hpp"
#include "adapters/files/turns_file.hpp"

namespace {

using namespace praxis;

const language::Reader& reader() {
    static const auto kReader = files::load_reader(PRAXIS_DATA "/language/en");
    if (!kReader) std::abort();
    return *kReader;
}

// Every 17th labelled turn whose length lies about the median.
const std::vector<files::RepTurn>& turns() {
    static const auto kTurns = [] {
        auto all = files::load_turns(PRAXIS_DATA "/language/en/turns");
        if (!all) std::abort();
        std::vector<files::RepTurn> chosen;
        for (std::size_t i = 0; i < all->rep.size(); ++i) {
            const auto words = std::count(all->rep[i].text.begin(), all->rep[i].text.end(), ' ') + 1;
            if (i % 17 == 0 && words >= 12 && words <= 28) chosen.push_back(std::move(all->rep[i]));
        }
        return chosen;
    }();
    return kTurns;
}

void understand(benchmark::State& state) {
    const language::Lexicon nothing;
    std::size_t i = 0, words = 0;
    for (auto _ : state) {
        const files::RepTurn& turn = turns()[i++ % turns().size()];
        language::Context context;
        context.previous = turn.previous;
        const Reading reading = reader().read(turn.text, context, nothing);
        words += reading.observation.words;
        benchmark::DoNotOptimize(reading.observation.acts);
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["words"] = static_cast<double>(words) / static_cast<double>(state.iterations());
}
BENCHMARK(understand)->Unit(benchmark::kMicrosecond);

void understand_customer(benchmark::State& state) {
    const language::Lexicon nothing;
    std::size_t i = 0;
    for (auto _ : state) {
        const auto reading = reader().read_customer(turns()[i++ % turns().size()].text, nothing);
        benchmark::DoNotOptimize(reading.kind);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(understand_customer)->Unit(benchmark::kMicrosecond);

void understand_a_megabyte(benchmark::State& state) {
    const language::Lexicon nothing;
    const std::string text(1 << 20, 'a');
    for (auto _ : state) benchmark::DoNotOptimize(reader().read(text, {}, nothing).observation.acts);
}
BENCHMARK(understand_a_megabyte)->Unit(benchmark::kMillisecond);

}  // namespace
