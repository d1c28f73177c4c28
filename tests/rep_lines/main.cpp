// say_rep_lines STRATEGY [--seeds N] [--every N] [--kind MOVE] [--bad] [--variants]: prints lines of reps as they would
// be said, with what was understood of them; --bad only those that were misunderstood, --variants how each
// line of the grammar fares; a table at the end.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>

#include "core/strategy/compile.hpp"
#include "program/library.hpp"
#include "tests/rep_lines/cross_check.hpp"

namespace {

using namespace praxis;

struct Row {
    int lines = 0, none = 0, function = 0, topic = 0, move = 0, answer = 0;
};

std::string acts_text(ActSet acts) {
    std::string text;
    for (int i = 0; i < kActCount; ++i)
        if (acts.has(static_cast<Act>(i))) text += (text.empty() ? "" : " ") + std::string(name(static_cast<Act>(i)));
    return text;
}

std::string text_of(PlannedMove move) {
    return std::string(name(move.move)) + "(" + std::to_string(move.argument) + ")";
}

std::string moves_text(const Intention& intention) {
    std::string text;
    for (int i = 0; i < intention.count; ++i) text += (i ? " " : "") + text_of(intention.moves[i]);
    return text;
}

// How each line of the grammar fares.
class Variants {
public:
    explicit Variants(const rep_lines::rep::Grammar& grammar) {
        using namespace wording::rep;
        for (int i = 0; i < kRepMoveCount; ++i)
            take(std::string(name(static_cast<RepMove>(i))), grammar.of(static_cast<RepMove>(i)));
        for (int i = 0; i < kLeadCount; ++i)
            take("lead " + std::string(name(static_cast<Lead>(i))), grammar.of(static_cast<Lead>(i)));
    }
    void count(const rep_lines::Checked& checked) {
        for (const std::uint64_t key : checked.way.keys) {
            const auto found = rows_.find(key);
            if (found == rows_.end()) continue;
            Row& row = found->second.second;
            ++row.lines;
            row.function += checked.function, row.topic += checked.topic;
            row.move += checked.same_move, row.answer += checked.same_answer;
        }
    }
    void print() const {
        std::multimap<std::string, std::string> lines;
        for (const auto& [key, named] : rows_) {
            char numbers[64];
            const Row& r = named.second;
            const double n = r.lines > 0 ? r.lines / 100.0 : 1;
            std::snprintf(numbers, sizeof numbers, "%6d %4.0f %4.0f %4.0f %4.0f  ", r.lines, r.function / n,
                          r.topic / n, r.move / n, r.answer / n);
            lines.emplace(named.first.substr(0, named.first.find(':')), numbers + named.first);
        }
        for (const auto& [what, line] : lines) std::printf("%s\n", line.c_str());
    }

private:
    void take(const std::string& what, const wording::rep::Cells& cells) {
        for (const auto& cell : cells)
            for (const auto& line : cell.lines) rows_[line.key].first = what + ": " + line.text;
    }
    std::map<std::uint64_t, std::pair<std::string, Row>> rows_;
};

struct Options {
    std::string strategy, kind;
    int seeds = 1, skip = 1;
    bool bad = false, considered = false, unheard = false, variants = false, quiet = false;
};

Options options_of(int argc, char** argv) {
    Options options;
    options.strategy = argc > 1 ? argv[1] : "hallam-steel";
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--bad")
            options.bad = true;
        else if (word == "--unheard")
            options.unheard = true;
        else if (word == "--considered")
            options.considered = true;
        else if (word == "--quiet")
            options.quiet = true;
        else if (word == "--variants")
            options.variants = options.quiet = true;
        else if (word == "--seeds" && i + 1 < argc)
            options.seeds = std::atoi(argv[++i]);
        else if (word == "--every" && i + 1 < argc)
            options.skip = std::atoi(argv[++i]);
        else if (word == "--kind" && i + 1 < argc)
            options.kind = argv[++i];
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = options_of(argc, argv);
    const auto library = program::Library::open();
    if (!library) return static_cast<int>(program::tell(library.error()));
    const auto strategy = library->strategy(options.strategy);
    if (!strategy) return static_cast<int>(program::tell(strategy.error()));
    const auto tongue = library->tongue(strategy->strategy.language);
    if (!tongue) return static_cast<int>(program::tell(tongue.error()));
    std::map<foresight::MoveKind, Row> table;
    int number = 0;
    Variants variants(*tongue->rep_lines);
    for (strategy::Scenario& scenario : strategy::compile_all(strategy->strategy)) {
        if (number++ % options.skip != 0) continue;
        const std::string id = scenario.id;
        const auto play = app::make_play(std::move(scenario), *tongue);
        if (!play) continue;
        for (int seed = 1; seed <= options.seeds; ++seed)
            rep_lines::cross_check(
                *play, {Seed{static_cast<std::uint64_t>(seed)}, 2, options.unheard}, [&](const auto& c) {
                    if (options.considered && !c.considered) return;
                    Row& row = table[c.move.kind];
                    variants.count(c);
                    ++(c.way.text.empty() ? row.none : row.lines);
                    row.function += c.function;
                    row.topic += c.topic && !c.way.text.empty();
                    row.move += c.same_move;
                    row.answer += c.same_answer;
                    const bool good = !c.way.text.empty() && c.function && c.topic && c.same_answer && c.fact_free;
                    if (options.quiet || (options.bad && good)) return;
                    if (!options.kind.empty() && options.kind != name(c.move.kind)) return;
                    const std::string topic = c.talk.play.lexicon->topic_slug(c.move.topic);
                    std::printf("%s/%d.%u %s%s %s%s%s%s\n    %s\n    wanted %s; read %s\n    meant %s; got %s\n",
                                id.c_str(), seed, c.talk.turn + 1, std::string(name(c.move.kind)).c_str(),
                                c.move.listens ? "+" : "", topic.c_str(), c.function ? "" : " NOT THE ACT",
                                c.topic ? "" : " NOT THE TOPIC", c.fact_free ? "" : " GIVES AWAY", c.way.text.c_str(),
                                acts_text(c.move.heard.acts).c_str(), acts_text(c.acts).c_str(),
                                moves_text(c.meant).c_str(), moves_text(c.got).c_str());
                });
    }
    if (options.variants) variants.print();
    Row all;
    std::printf("%-18s %6s %5s %6s %6s %6s %6s\n", "move", "lines", "none", "act", "topic", "move", "answer");
    const auto print = [](const std::string& what, const Row& r) {
        const double n = r.lines > 0 ? r.lines / 100.0 : 1;
        std::printf("%-18s %6d %5d %6.1f %6.1f %6.1f %6.1f\n", what.c_str(), r.lines, r.none, r.function / n,
                    r.topic / n, r.move / n, r.answer / n);
    };
    for (const auto& [kind, row] : table) {
        print(std::string(name(kind)), row);
        all.lines += row.lines, all.none += row.none, all.function += row.function, all.topic += row.topic;
        all.move += row.move, all.answer += row.answer;
    }
    print("all", all);
    return 0;
}
