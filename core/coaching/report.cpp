#include "core/coaching/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using behaviour::Figure;
using behaviour::Verdict;

constexpr std::array<std::string_view, 3> kKnown = {"unknown", "assumed", "known"};
constexpr std::array<std::string_view, kDealItemCount> kItems = {
    "metrics",       "economic_buyer", "decision_criteria", "decision_process",
    "paper_process", "pain",           "champion",          "competition"};

std::size_t points_of(Dose dose) {
    return dose == Dose::three ? 3 : 1;
}

std::string figure_text(double value) {
    if (std::abs(value) >= 10 || std::abs(value - std::round(value)) < 0.05) return std::to_string(std::lround(value));
    const long tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(std::abs(tenths % 10));
}

std::string list_of(const std::vector<std::uint32_t>& turns) {
    std::string text;
    for (const std::uint32_t turn : turns) text += (text.empty() ? "" : ", ") + std::to_string(turn);
    return text;
}

void say_the_end(Report& report, const Material& m) {
    report.goal = m.scenario.goals.text;
    if (m.real()) {
        report.level_text = say(m.phrases, "level.real_call");
        return;
    }
    if (!m.ended) {
        report.level_text = say(m.phrases, "level.unfinished");
        return;
    }
    report.level = m.ended->level;
    report.level_text = say(m.phrases, "level." + std::string(strategy::name(m.ended->level)));
    const std::string reason = say(m.phrases, "ended." + std::string(conversation::name(m.ended->reason)));
    if (!reason.empty()) report.level_text += " " + reason;
}

void say_what_is_not_known(Report& report, const Material& m) {
    for (const Exchange& e : m.exchanges)
        if (!e.understood) report.not_understood.push_back(e.turn);
    const std::size_t count = report.not_understood.size();
    if (count > 0)
        report.not_understood_note = say(m.phrases, count == 1 ? "not_understood.one" : "not_understood.many",
                                         {{"turn", list_of(report.not_understood)}});
    if (m.real()) report.unknowable.push_back(say(m.phrases, "unknowable.standing"));
    const bool timed = std::any_of(m.conversation.events.begin(), m.conversation.events.end(),
                                   [](const auto& event) { return event.timing.has_value(); });
    if (m.real() && !timed) report.unknowable.push_back(say(m.phrases, "unknowable.times"));
}

void mend(Report& report, Dose dose, const Material& m) {
    report.focus = focus(m, report.criteria, points_of(dose));
    const bool judged = std::any_of(report.criteria.begin(), report.criteria.end(),
                                    [](const auto& each) { return each.verdict != Verdict::not_applicable; });
    if (report.focus.empty()) report.focus_note = say(m.phrases, judged ? "focus.none" : "focus.not_judged");
    if (dose == Dose::challenge) report.challenge = challenge(m);
}

// How often, as one says it.
std::string times(const Phrases& phrases, int number) {
    const std::string word = say(phrases, "times." + std::to_string(number));
    return word.empty() ? say(phrases, "times.many", {{"number", std::to_string(number)}}) : word;
}

}  // namespace

std::string_view name(Known known) {
    return kKnown[static_cast<std::size_t>(known)];
}
std::string_view name(DealItem item) {
    return kItems[static_cast<std::size_t>(item)];
}

void explain(std::vector<behaviour::BehaviourVerdict>& verdicts, const Phrases& phrases) {
    for (auto& verdict : verdicts)
        for (auto& each : verdict.indicators)
            each.reason = say(phrases, "reason." + std::string(behaviour::name(each.grounds)),
                              {{"counted", std::to_string(each.counted)},
                               {"needed", std::to_string(each.needed)},
                               {"times", times(phrases, each.counted)},
                               {"needed_times", times(phrases, each.needed)}});
}

std::vector<SignalLine> signal_lines(const behaviour::Signals& signals, strategy::ConversationKind kind,
                                     const Phrases& phrases) {
    std::vector<SignalLine> lines;
    for (int i = 0; i < behaviour::kFigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        const std::string id(behaviour::name(figure));
        const auto value = behaviour::value_of(signals, figure);
        if (!value) continue;
        SignalLine line{figure, say(phrases, "signal." + id), {}, {}, {}, *value, {}};
        line.value = say(phrases, "signal.value." + id, {{"value", figure_text(*value)}});
        for (const behaviour::Band& band : phrases.bands[static_cast<std::size_t>(kind)]) {
            if (band.figure != figure) continue;
            line.usual =
                say(phrases, "signal.usual", {{"low", figure_text(band.low)}, {"high", figure_text(band.high)}});
            line.inside = *value >= band.low && *value <= band.high;
            line.band = band;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

Report make_report(const conversation::Conversation& conversation, const strategy::Scenario& scenario, Dose dose,
                   const Phrases& phrases, const foresight::marks::Judgement* judgement, const BetterLines& better) {
    const Material m = gather(conversation, scenario, phrases);
    Report report;
    report.real_call = m.real();
    say_the_end(report, m);
    report.colleague = colleague(m);
    report.turning_points = turning_points(m);
    report.marks = marks(m, report.turning_points);
    if (judgement != nullptr && !judgement->turns.empty()) take_judgement(report, *judgement, better, m);
    report.grid = grid(m);
    report.undiscovered = undiscovered(m);
    report.criteria = behaviour::judge(conversation, scenario);
    explain(report.criteria, phrases);
    mend(report, dose, m);
    report.signals = behaviour::measure(conversation, phrases.fillers);
    report.signal_lines = signal_lines(report.signals, scenario.kind, phrases);
    report.signals_note = say(phrases, "signal.note");
    say_what_is_not_known(report, m);
    return report;
}

}  // namespace praxis::coaching
