// Understanding, turns a second on one core. Budget: 10,000/s (aim 20,000) at the corpus's median length. The turns are
// the labelled ones of the language pack, read as `praxis understand` reads them: with the customer's last kind of turn
// and the words of an example strategy. Each is read once, after a thousand others; stopwatch.hpp says why.
// Prints lines NAME TURNS_PER_SECOND WORDS_PER_TURN; "again" reads the median ones a second time.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "adapters/files/language/language_pack.hpp"
#include "adapters/files/language/turns_file.hpp"
#include "bench/load.hpp"
#include "bench/stopwatch.hpp"
#include "core/language/reader.hpp"

namespace praxis::bench {
namespace {

using Turns = std::vector<files::RepTurn>;
constexpr std::size_t kWarming = 1000, kSample = 2000;

double words_of(const std::string& text) {
    return static_cast<double>(std::count(text.begin(), text.end(), ' ') + 1);
}

double median_words(const Turns& turns) {
    std::vector<double> lengths;
    for (const files::RepTurn& turn : turns) lengths.push_back(words_of(turn.text));
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

// At most so many, off the end.
Turns take(Turns& turns, std::size_t most) {
    const std::size_t left = turns.size() - std::min(most, turns.size());
    Turns taken(std::make_move_iterator(turns.begin() + static_cast<std::ptrdiff_t>(left)),
                std::make_move_iterator(turns.end()));
    turns.resize(left);
    return taken;
}

template <class Texts, class Read>
void measure(const char* name, const Texts& texts, const Read& read) {
    double words = 0;
    for (const auto& each : texts) words += words_of(each.text);
    const Stopwatch watch;
    for (const auto& each : texts) read(each);
    const auto count = static_cast<double>(texts.size());
    if (count > 0) std::printf("%s %.0f %.1f\n", name, count / watch.elapsed_ms() * 1e3, words / count);
}

void run() {
    const language::Reader reader = sound(files::load_reader(data() / "language/en"));
    const language::Lexicon lexicon = language::Lexicon::of(example("hallam-steel"));
    volatile std::size_t seen = 0;  // keeps the work from being optimised away
    const auto understand = [&](const files::RepTurn& turn) {
        language::Context context;
        context.previous = turn.previous;
        seen = seen + reader.read(turn.text, context, lexicon).acts.size();
    };
    files::Turns corpus = sound(files::load_turns(data() / "language/en/turns"));
    std::shuffle(corpus.rep.begin(), corpus.rep.end(), std::mt19937(1));
    const double median = median_words(corpus.rep);
    for (const files::RepTurn& turn : take(corpus.rep, kWarming)) understand(turn);
    const auto others = std::stable_partition(corpus.rep.begin(), corpus.rep.end(), [&](const files::RepTurn& turn) {
        return std::abs(words_of(turn.text) - median) * 10 > median;
    });
    Turns like_median(std::make_move_iterator(others), std::make_move_iterator(corpus.rep.end()));
    corpus.rep.erase(others, corpus.rep.end());
    like_median = take(like_median, kSample);

    measure("median", like_median, understand);
    measure("again", like_median, understand);
    measure("others", take(corpus.rep, kSample), understand);
    measure("customer", corpus.customer, [&](const files::CustomerTurn& turn) {
        seen = seen + static_cast<std::size_t>(reader.read_customer(turn.text, lexicon).kind);
    });
    if (std::filesystem::exists(data() / "language/en/heldout"))
        measure("heldout", sound(files::load_turns(data() / "language/en/heldout")).rep, understand);
}

}  // namespace
}  // namespace praxis::bench

int main() {
    praxis::bench::run();
}
