#include "tests/conversations/coach.hpp"

#include <algorithm>
#include <cstdio>

namespace praxis::conversations {
namespace {

using foresight::marks::Judged;
using foresight::marks::Mark;

constexpr std::array<std::string_view, 4> kQualities = {"unsaid", "bad", "middling", "good"};

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", share * 100);
    return text;
}

// Turn n of the script is turn n of the conversation.
PlantedTurn planted_at(std::uint32_t turn, const ScriptTurn& said, const Run& run) {
    PlantedTurn planted{turn, said.rep};
    for (const Judged& judged : run.judgement.turns) {
        if (judged.turn != turn) continue;
        planted.heard = true;
        planted.mark = judged.mark;
        const bool turned_down = judged.turning && judged.grounds.swing.share < 0;
        planted.held_against = judged.mark == Mark::cost_you || turned_down;
    }
    return planted;
}

// -1: the other way round, 0: equal, 1: as the authors say. `better` is the one whose author thinks more of it.
int agrees(const Worked& better, const Worked& worse, bool by_standing) {
    if (better.reached != worse.reached) return better.reached > worse.reached ? 1 : -1;
    if (!by_standing || better.standing_left == worse.standing_left) return 0;
    return better.standing_left > worse.standing_left ? 1 : -1;
}

std::string table_of_marks(std::span<const Worked> all) {
    std::string text = "| | conversations | marked turns |";
    for (int mark = 0; mark < foresight::marks::kMarkCount; ++mark)
        text += " " + std::string(foresight::marks::name(static_cast<Mark>(mark))) + " |";
    text += "\n|---|---|---|---|---|---|---|---|\n";
    for (const Quality quality : {Quality::good, Quality::middling, Quality::bad}) {
        std::array<int, foresight::marks::kMarkCount> marks{};
        int conversations = 0, turns = 0;
        for (const Worked& one : all) {
            if (one.quality != quality) continue;
            ++conversations;
            for (std::size_t i = 0; i < marks.size(); ++i) {
                marks[i] += one.marks[i];
                turns += one.marks[i];
            }
        }
        text += "| " + std::string(kQualities[static_cast<std::size_t>(quality)]) + " | " +
                std::to_string(conversations) + " | " + std::to_string(turns) + " |";
        for (const int count : marks) text += " " + std::to_string(count) + " |";
        text += "\n";
    }
    return text;
}

std::string ranking_line(const char* how, const Pairs& pairs) {
    return std::string("| ") + how + " | " + std::to_string(pairs.all()) + " | " + std::to_string(pairs.right) + " | " +
           std::to_string(pairs.equal) + " | " + std::to_string(pairs.wrong) + " | " + percent(pairs.share()) + " |\n";
}

std::string list_of_planted(std::span<const Worked> all) {
    std::string text = "| conversation | turn | what the rep says | mark |\n|---|---|---|---|\n";
    for (const Worked& one : all)
        for (const PlantedTurn& planted : one.planted) {
            const std::string mark = !planted.heard ? "the customer was gone"
                                                    : std::string(foresight::marks::name(planted.mark)) +
                                                          (planted.held_against ? "" : " (**not held against it**)");
            text += "| " + one.strategy + "/" + one.name + " | " + std::to_string(planted.turn) + " | " + planted.rep +
                    " | " + mark + " |\n";
        }
    return text;
}

}  // namespace

double Pairs::share() const {
    return all() == 0 ? 1 : (right + 0.5 * equal) / all();
}

Worked compare(const std::string& name, const Script& script, const Run& run) {
    Worked worked{name, script.strategy, script.quality};
    if (worked.strategy.empty()) worked.strategy = script.scenario;
    worked.reached = run.judgement.ended.worth().share;
    worked.standing_left = run.left.trust + run.left.value;
    for (std::size_t i = 0; i < script.turns.size(); ++i)
        if (script.turns[i].costly)
            worked.planted.push_back(planted_at(static_cast<std::uint32_t>(i + 1), script.turns[i], run));
    for (const Judged& judged : run.judgement.turns)
        if (judged.marked) ++worked.marks[static_cast<std::size_t>(judged.mark)];
    return worked;
}

Result<std::vector<Worked>, Problems> compare_files(const std::vector<std::filesystem::path>& files,
                                                    const program::Library& library,
                                                    const std::filesystem::path& tests_folder) {
    std::vector<Worked> all;
    Problems problems;
    const auto complain = [&](const Problems& more) { problems.insert(problems.end(), more.begin(), more.end()); };
    for (const auto& file : files) {
        const auto script = read_script(file);
        if (!script) {
            complain(script.error());
            continue;
        }
        const Run run = run_script(*script, library, tests_folder, true);
        complain(run.failures);
        all.push_back(compare(file.stem().string(), *script, run));
    }
    if (!problems.empty()) return refuse(std::move(problems));
    return all;
}

Pairs rank(std::span<const Worked> all, bool by_standing) {
    Pairs pairs;
    for (const Worked& better : all)
        for (const Worked& worse : all) {
            if (better.strategy != worse.strategy || better.quality <= worse.quality) continue;
            const int agreed = agrees(better, worse, by_standing);
            ++(agreed > 0 ? pairs.right : agreed == 0 ? pairs.equal : pairs.wrong);
            if (agreed < 0) pairs.wrong_ones.push_back(better.name + " (better) below " + worse.name);
        }
    return pairs;
}

Counted planted_marked(std::span<const Worked> all) {
    Counted counted;
    for (const Worked& one : all)
        for (const PlantedTurn& planted : one.planted) {
            counted.all += planted.heard;
            counted.found += planted.heard && planted.held_against;
        }
    return counted;
}

Counted held_against_good(std::span<const Worked> all) {
    Counted counted;
    for (const Worked& one : all) {
        if (one.quality != Quality::good) continue;
        for (const int count : one.marks) counted.all += count;
        counted.found += one.marks[static_cast<std::size_t>(Mark::cost_you)] +
                         one.marks[static_cast<std::size_t>(Mark::missed_chance)];
    }
    return counted;
}

std::string worked_conversations_page(std::span<const Worked> all) {
    const Counted planted = planted_marked(all), good = held_against_good(all);
    std::string text =
        "# The worked conversations, and what foresight says of them\n\n"
        "Written by `run_conversations --coach data/strategies/*/conversations/*.conversation`; not edited by hand. "
        "The\n"
        "authors of the conversations say of each whether it is good, middling or bad, and mark the turns at which a "
        "coach\n"
        "would stop the tape (`# planted: costly`), without looking at values or marks.\n\n"
        "## Ranking\n\nAll pairs within a strategy of which the authors think differently, by the final value: what "
        "was\n"
        "reached when the conversation ended. Equal pairs count half. Many conversations end at the same level; the "
        "second\n"
        "line tells those apart by the trust and the value that are left with the customer.\n\n"
        "| | pairs | right | equal | wrong | share |\n|---|---|---|---|---|---|\n";
    text += ranking_line("final value", rank(all, false)) +
            ranking_line("… and what is left with the customer", rank(all, true));
    text += "\n## Marks\n\n" + std::to_string(planted.found) + " of " + std::to_string(planted.all) +
            " planted turns (" + percent(planted.share()) +
            ") are held against the rep: marked `cost_you`, or a turning point downwards. Of the " +
            std::to_string(good.all) + " turns of good conversations " + std::to_string(good.found) + " (" +
            percent(good.share()) + ") are marked down.\n\n";
    text += table_of_marks(all) + "\n## The planted turns\n\n" + list_of_planted(all);
    return text;
}

}  // namespace praxis::conversations
