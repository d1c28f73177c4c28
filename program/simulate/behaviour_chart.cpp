#include <algorithm>
#include <cmath>
#include <cstdio>

#include "program/simulate/effect_chart.hpp"
#include "program/simulate/moved.hpp"
#include "program/terminal.hpp"

namespace praxis::program::simulate {
namespace {

using foresight::Estimate;
using foresight::habits::Habit;
using foresight::habits::kHabitCount;
using strategy::Behaviour;

bool sure(const Estimate& effect) {
    return effect.interval.low > 0 || effect.interval.high < 0;
}

std::string points(double share) {
    const long whole = std::lround(100 * share);
    return (whole > 0 ? "+" : whole < 0 ? "−" : "±") + std::to_string(std::labs(whole));
}

std::string right(const std::string& text, int width) {
    return std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ') + text;
}

std::string left(const std::string& text, int width) {
    return text + std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ');
}

constexpr int kEffectWidth = 14, kNumberWidth = 6, kNoteWidth = 20;
constexpr std::size_t kTrainFirst = 3;

class Chart {
public:
    Chart(const Terminal& terminal, const std::vector<Part>& parts) : terminal_(terminal) {
        for (int i = 0; i < kHabitCount; ++i)
            label_width_ = std::max(label_width_, columns(foresight::habits::says(static_cast<Habit>(i))));
        bar_width_ = std::max(8, terminal.width() - label_width_ - kEffectWidth - 2 * kNumberWidth - 5);
        for (const Part& part : parts)
            for (const Row& row : part.rows)
                if (sure(row.worth())) scale_.take_in(row.worth());
    }

    void print(const Part& part, std::string_view rep) const {
        const foresight::Value now{part.compared.now};
        const Estimate goal = now.at_least(kGoal);
        const std::string title = part.name + " (" + part.segment + "), " + std::string(rep) + ": goal reached in " +
                                  std::to_string(std::lround(100 * goal.share)) + " of 100 talks, worth " +
                                  std::to_string(std::lround(100 * now.worth().share)) + "; " +
                                  std::to_string(now.tally.rollouts()) + " talks a row";
        std::printf("%s\n", terminal_.ink(Ink::strong, terminal_.wrapped(title, 0)).c_str());
        print_line("always against never", "", "worth", "goal", "gain", Ink::dim);
        std::string rest;
        for (const Row& row : part.rows) {
            if (sure(row.worth()))
                print(row);
            else
                rest += (rest.empty() ? "" : "; ") + std::string(foresight::habits::says(row.habit));
        }
        if (!rest.empty())
            std::printf("%s\n", terminal_.entry("no difference told", rest, kNoteWidth, Ink::dim).c_str());
        print_first_to_train(part);
        std::printf("\n");
    }

private:
    void print_line(const std::string& label, const std::string& bar, const std::string& worth, const std::string& goal,
                    const std::string& gain, Ink ink) const {
        const std::string text = left(label, label_width_) + "  " + left(bar, bar_width_ + 1) +
                                 right(worth, kEffectWidth) + right(goal, kNumberWidth) + right(gain, kNumberWidth);
        std::printf("%s\n", terminal_.ink(ink, text).c_str());
    }

    void print(const Row& row) const {
        const Estimate worth = row.worth();
        const std::string effect =
            points(worth.share) + " [" + points(worth.interval.low) + "…" + points(worth.interval.high) + "]";
        print_line(std::string(foresight::habits::says(row.habit)), bar(worth, scale_, bar_width_), effect,
                   points(row.moved.always_never.difference_at_least(kGoal).share), points(row.gain().share),
                   worth.share < 0 ? Ink::bad : Ink::plain);
        if (row.behaviours.empty()) return;
        std::printf("%s\n", terminal_.ink(Ink::dim, "    " + terminal_.wrapped(ids(row.behaviours, ", "), 4)).c_str());
    }

    // Where most is left to gain, in the strategy's own words; each of its behaviours once.
    void print_first_to_train(const Part& part) const {
        std::vector<const Row*> rows;
        for (const Row& row : part.rows)
            if (!row.behaviours.empty() && row.gain().interval.low > 0) rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row* a, const Row* b) { return a->gain().share > b->gain().share; });
        std::vector<const Behaviour*> named;
        for (const Row* row : rows) {
            const Behaviour* one = row->behaviours.front();
            const bool again = std::find(named.begin(), named.end(), one) != named.end();
            if (again || named.size() == kTrainFirst) continue;
            const std::string text = points(row->gain().share) + "  " + one->name + " (" + one->id + "). " + one->tip;
            std::printf("%s\n",
                        terminal_.entry(named.empty() ? "train first" : "then", text, kNoteWidth, Ink::good).c_str());
            named.push_back(one);
        }
    }

    const Terminal& terminal_;
    Scale scale_;
    int label_width_ = 0, bar_width_ = 0;
};

constexpr const char* kWhatItIs =
    "Worth is in points of 100: lost 0, continued 25, advanced 60, won 100. The bar is the difference between a rep "
    "who "
    "always does it and the same rep who never does, with the same customers; the interval is 95 %. Gain is what "
    "always "
    "doing it adds to how this rep sells now. All of it is about the simulated customer, who is this program's "
    "opinion; "
    "it does not show what moves real ones.";

}  // namespace

void print_chart(const std::vector<Part>& parts, std::string_view rep) {
    const Terminal terminal = Terminal::of_output();
    const Chart chart(terminal, parts);
    for (const Part& part : parts) chart.print(part, rep);
    std::printf("%s\n", terminal.ink(Ink::dim, terminal.wrapped(kWhatItIs, 0)).c_str());
}

}  // namespace praxis::program::simulate
