#include "tools/calibrate_foresight/report.hpp"

#include <cstdio>
#include <functional>
#include <map>

#include "app/interval.hpp"

namespace praxis::calibrate_foresight {
namespace {

constexpr std::array<const char*, kLevels.size()> kLevelNames = {
    "continued or better", "goal reached (advanced or better)", "won or rightly disqualified"};
constexpr int kRedraws = 20;

template <class... Values>
std::string format(const char* pattern, Values... values) {
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(), pattern, values...);
    return text.data();
}

// What a forecaster who is exactly right would show with so few forecasts: outcomes drawn from what was said.
double error_by_chance(std::span<const Forecast> forecasts, std::size_t level) {
    double sum = 0;
    for (int draw = 0; draw < kRedraws; ++draw) {
        Reliability redrawn;
        for (std::size_t i = 0; i < forecasts.size(); ++i) {
            const std::uint64_t number = chance({static_cast<std::uint64_t>(draw) + 1}, 0,
                                                static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(level));
            redrawn.add(forecasts[i].said[level],
                        static_cast<double>(number >> 11) * 0x1p-53 < forecasts[i].said[level]);
        }
        sum += redrawn.calibration_error();
    }
    return sum / kRedraws;
}

std::string levels_table(const Measured& measured) {
    std::string text =
        "| level | forecasts | said | came | Brier | of the base rate | skill | calibration error | of a perfect one "
        "|\n"
        "|---|---|---|---|---|---|---|---|---|\n";
    for (std::size_t level = kLevels.size(); level-- > 0;) {
        const Reliability its = reliability(measured.forecasts, level);
        text += format("| %s | %llu | %.3f | %.3f | %.4f | %.4f | %.2f | %.4f | %.4f |\n", kLevelNames[level],
                       static_cast<unsigned long long>(its.count()), its.mean_said(), its.share_came(), its.brier(),
                       its.brier_of_base_rate(), its.skill(), its.calibration_error(),
                       error_by_chance(measured.forecasts, level));
    }
    return text;
}

std::string bins_table(const Reliability& reliability) {
    std::string text = "| said | forecasts | mean said | came | 95 % |\n|---|---|---|---|---|\n";
    for (std::size_t i = 0; i < kBins; ++i) {
        const Bin& bin = reliability.bins()[i];
        const app::Interval interval = app::wilson(static_cast<int>(bin.came), static_cast<int>(bin.count));
        text += format("| %.1f – %.1f | %llu | %.3f | %.3f | %.3f – %.3f |\n", static_cast<double>(i) / kBins,
                       static_cast<double>(i + 1) / kBins, static_cast<unsigned long long>(bin.count), bin.mean_said(),
                       bin.share_came(), interval.low, interval.high);
    }
    return text;
}

using Place = std::function<std::string(const Forecast&)>;

std::string places_table(const Measured& measured, const char* what, const Place& place_of) {
    std::map<std::string, Reliability> places;
    for (const Forecast& forecast : measured.forecasts)
        places[place_of(forecast)].add(forecast.said[kGoal], forecast.came[kGoal]);
    std::string text =
        format("| %s | forecasts | said | came | Brier | calibration error |\n|---|---|---|---|---|---|\n", what);
    for (const auto& [name, its] : places)
        text += format("| %s | %llu | %.3f | %.3f | %.3f | %.3f |\n", name.c_str(),
                       static_cast<unsigned long long>(its.count()), its.mean_said(), its.share_came(), its.brier(),
                       its.calibration_error());
    return text + "\n";
}

std::string where(const Measured& measured) {
    const auto of = [&](const Forecast& forecast) -> const strategy::Scenario& {
        return measured.scenarios[forecast.scene];
    };
    return places_table(measured, "rep turns before",
                        [](const Forecast& forecast) { return format("%2u", kPoints[forecast.point]); }) +
           places_table(measured, "kind of conversation",
                        [&](const Forecast& forecast) { return std::string(strategy::name(of(forecast).kind)); }) +
           places_table(measured, "difficulty",
                        [&](const Forecast& forecast) {
                            return of(forecast).goals.disqualify_right
                                       ? std::string("not a fit")
                                       : std::string(strategy::name(of(forecast).difficulty));
                        }) +
           places_table(measured, "segment", [&](const Forecast& forecast) { return of(forecast).segment; });
}

std::string others_table(const Measured& measured) {
    std::string text =
        "| who goes on | forecasts | said | came | off by | Brier | of the base rate | calibration error | … knowing "
        "the strength |\n"
        "|---|---|---|---|---|---|---|---|---|\n";
    for (const OtherRep& other : measured.others) {
        const Reliability& its = other.as_practised;
        const std::string own =
            other.as_itself.count() == 0 ? "–" : format("%.3f", other.as_itself.calibration_error());
        text += format("| %s | %llu | %.3f | %.3f | %+.3f | %.3f | %.3f | %.3f | %s |\n",
                       std::string(foresight::habits::name(other.rep)).c_str(),
                       static_cast<unsigned long long>(its.count()), its.mean_said(), its.share_came(),
                       its.mean_said() - its.share_came(), its.brier(), its.brier_of_base_rate(),
                       its.calibration_error(), own.c_str());
    }
    return text;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

const char* const kMeaning = R"(
Read the last table with care: it is the important one. The value answers "how probable is the goal **if a practised
rep goes on from here**". For another rep it does not become wrong, it answers a question nobody asked.

- A rep who pitches, flatters, gives discounts or insults goes on to fail where the value still promises much: the
  value says what the *position* is worth, not what this rep will make of it. So a curve that stays high through a
  bad rep's talk says that the customer could still be won; it is no forecast of this talk, and no report may call
  it one.
- For stronger and weaker competent reps the error is the distance between them and the practised one; the last
  column shows that it goes away when the strength is known. What is off is the assumption about the rep, not the
  counting.
- Marks and hints compare moves under the *same* continuation, so a common error largely cancels; a single value
  shown to somebody does not have that luck.
- All this holds between the model and itself. Whether the model's customer behaves like a real one, no figure here
  can say.
)";

}  // namespace

Reliability reliability(std::span<const Forecast> forecasts, std::size_t level) {
    Reliability sum;
    for (const Forecast& forecast : forecasts) sum.add(forecast.said[level], forecast.came[level]);
    return sum;
}

std::string report(const Measured& measured) {
    std::string text =
        "# How well the value is calibrated\n\nWritten by `tools/calibrate_foresight`; do not edit. Again: "
        "`cmake --build build/release --target calibrate_foresight && "
        "build/release/tools/calibrate_foresight docs/calibration.md`. The text does not depend on the machine or the "
        "number of threads.\n\n";
    text += format(
        "%llu conversations over all %zu scenarios of %s (every segment, role, kind and difficulty, customers who are "
        "not "
        "a fit too). Each is stopped before the rep's first turn and after %u, %u, %u and %u turns, as long as it "
        "lasts; "
        "there the value foretells from %llu rollouts, under `Sight::rep`, how probable each goal level is. Then the "
        "conversation goes on, "
        "under other chances than the rollouts'.\n\n",
        static_cast<unsigned long long>(measured.conversations), measured.scenarios.size(),
        joined(measured.strategies).c_str(), kPoints[1], kPoints[2], kPoints[3], kPoints[4],
        static_cast<unsigned long long>(measured.rollouts));
    text += "## Under the policy\n\nThe rep who goes on is the one the value takes for granted: practised.\n\n" +
            levels_table(measured) +
            "\n*Brier*: mean squared distance between what was said and what came; beside it that of always saying the "
            "base rate, and the share of it that is taken away. *Calibration error*: mean distance between said and "
            "came over "
            "ten bins (expected calibration error; asked: at most 0.03). *Of a perfect one*: the error that chance "
            "alone would "
            "leave to a forecaster who is exactly right.\n\n";
    for (const std::size_t level : {kGoal, kLevels.size() - 1}) {
        text += format("### Reliability: %s\n\n", kLevelNames[level]);
        text += bins_table(reliability(measured.forecasts, level)) + "\n";
    }
    text +=
        "Forecasts from one conversation share its outcome, so the intervals are a little too narrow. A forecast is "
        "itself an estimate from rollouts; that alone makes extreme ones a little too extreme.\n\n"
        "### By place: goal reached\n\n" +
        where(measured);
    text +=
        format(
            "## When somebody else goes on\n\n%llu conversations each, goal reached, foretold for a practised rep.\n\n",
            static_cast<unsigned long long>(measured.other_conversations)) +
        others_table(measured) + kMeaning;
    return text;
}

}  // namespace praxis::calibrate_foresight
