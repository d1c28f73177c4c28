// review_bench TRANSCRIPT STRATEGY: reviewing a call, from the bytes of its transcript to the report, with strategy,
// language pack and phrases loaded. Budget: 100 ms an hour of call. Once and in a fresh process, as a user meets it;
// stopwatch.hpp says why. Prints MILLISECONDS WORDS MINUTES.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "adapters/files/language/language_pack.hpp"
#include "adapters/files/language/report_phrases.hpp"
#include "adapters/files/transcripts/transcript_file.hpp"
#include "app/review_call.hpp"
#include "bench/load.hpp"
#include "bench/stopwatch.hpp"

namespace praxis::bench {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

long words_of(const app::Transcript& transcript) {
    long words = 0;
    for (const app::TranscriptTurn& turn : transcript.turns)
        words += std::count(turn.text.begin(), turn.text.end(), ' ') + 1;
    return words;
}

double minutes_of(const app::Transcript& transcript) {
    std::int64_t end_ms = 0;
    for (const app::TranscriptTurn& turn : transcript.turns)
        if (turn.timing) end_ms = std::max<std::int64_t>(end_ms, turn.timing->end_ms);
    return static_cast<double>(end_ms) / 60'000;
}

void run(const std::filesystem::path& file, const std::string& strategy_name) {
    const strategy::Strategy strategy = example(strategy_name);
    const language::Reader reader = sound(files::load_reader(data() / "language/en"));
    const coaching::Phrases phrases = sound(files::load_report_phrases(data() / "language/en/report.yaml"));
    const std::string bytes = bytes_of(file);
    const Stopwatch watch;
    const app::Transcript transcript = sound(files::parse_transcript(bytes, file.string()));
    const app::CallReview review = sound(app::review_call(transcript, strategy, reader, phrases, {}));
    const double took_ms = watch.elapsed_ms();
    std::printf("%.1f %ld %.0f\n", took_ms, words_of(transcript), minutes_of(transcript));
}

}  // namespace
}  // namespace praxis::bench

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: review_bench TRANSCRIPT STRATEGY\n", stderr);
        return 2;
    }
    praxis::bench::run(argv[1], argv[2]);
}
