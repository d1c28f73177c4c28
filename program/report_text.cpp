#include "program/report_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "program/curve/sparkline.hpp"

namespace praxis::program {
namespace {

using behaviour::BehaviourVerdict;
using behaviour::Evidence;
using behaviour::IndicatorVerdict;
using behaviour::Verdict;
using coaching::Report;

constexpr int kTurn_columns = 11;
constexpr int kQuote_letters = 160;
constexpr std::size_t kMomentsOnOneScreen = 3;

std::string shortened(const std::string& text) {
    if (columns(text) <= kQuote_letters) return text;
    const std::size_t space = text.rfind(' ', kQuote_letters);
    return text.substr(0, space == std::string::npos ? text.size() : space) + " …";
}

std::string quoted(const Evidence& evidence) {
    return "“" + shortened(evidence.quote) + "”";
}

const char* sign_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass: return "✓";
        case Verdict::fail: return "✗";
        case Verdict::uncertain: return "?";
        case Verdict::not_applicable: return "–";
    }
    return "–";
}

Ink ink_of(Verdict verdict) {
    return verdict == Verdict::pass ? Ink::good : verdict == Verdict::fail ? Ink::bad : Ink::dim;
}

Ink ink_of(strategy::GoalLevel level) {
    using strategy::GoalLevel;
    if (level == GoalLevel::lost) return Ink::bad;
    return level == GoalLevel::continued ? Ink::warn : Ink::good;
}

class Page {
public:
    Page(const Report& report, const std::string& customer, const Terminal& terminal, bool full)
        : report_(report), customer_(customer.empty() ? "the customer" : customer), terminal_(terminal), full_(full) {}

    std::string text() && {
        outcome();
        colleague();
        for (const coaching::Focus& focus : report_.focus) work_on(focus);
        if (report_.focus.empty() && !report_.focus_note.empty()) paragraph(report_.focus_note);
        if (!report_.challenge.empty()) section("A challenge", report_.challenge);
        value();
        moments();
        marks();
        criteria();
        grid();
        undiscovered();
        signals();
        closing();
        return std::move(out_);
    }

    std::string so_far() && {
        criteria();
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_ += text + "\n"; }
    void title(const std::string& text) { line("\n" + terminal_.ink(Ink::strong, text)); }
    void paragraph(const std::string& text) { line("  " + terminal_.wrapped(text, 2)); }
    void section(const std::string& heading, const std::string& text) {
        title(heading);
        paragraph(text);
    }
    void entry(const std::string& label, const std::string& text) {
        line("  " + terminal_.entry(label, text, kTurn_columns, Ink::dim));
    }
    static std::string turn_label(std::uint32_t turn) { return "turn " + std::to_string(turn); }

    void outcome() {
        if (report_.level)
            line(terminal_.ink(ink_of(*report_.level), "● " + std::string(strategy::name(*report_.level))));
        if (!report_.level_text.empty()) paragraph(report_.level_text);
        if (report_.level && !report_.goal.empty())
            line("  " + terminal_.ink(Ink::dim, terminal_.wrapped("The goal was: " + report_.goal, 2)));
    }

    void colleague() {
        if (!report_.colleague.empty())
            section("What " + customer_ + " tells a colleague afterwards", "“" + report_.colleague + "”");
    }

    void work_on(const coaching::Focus& focus) {
        title("Work on: " + focus.name);
        if (focus.moment) entry(turn_label(focus.moment->turn), quoted(*focus.moment));
        if (!focus.missing.empty()) entry("", focus.missing);
        if (!focus.why.empty()) entry("why", focus.why);
        for (const std::string& better : focus.better) entry("instead", "“" + better + "”");
        if (!focus.today.empty()) entry("today", focus.today);
    }

    void value() {
        if (!report_.curve) return;
        const coaching::Curve& curve = *report_.curve;
        title("The value, turn by turn");
        out_ += curve::sparkline(report_, terminal_);
        std::string text = curve::percent(curve.points.front().value) + " at the start, " +
                           curve::percent(curve.points.back().value) + " after turn " +
                           std::to_string(curve.points.back().turn);
        const bool more = curve.reached && curve::percent(*curve.reached) != curve::percent(curve.points.back().value);
        if (more) text += ", " + curve::percent(*curve.reached) + " reached";
        paragraph(text + "." + (curve.end.empty() ? "" : " " + curve.end));
        line("  " + terminal_.ink(Ink::dim, terminal_.wrapped(curve.note, 2)));
    }

    const coaching::MarkedTurn* judged(std::uint32_t turn) const {
        const auto found = std::find_if(report_.marks.begin(), report_.marks.end(),
                                        [&](const auto& marked) { return marked.turn == turn && marked.stakes; });
        return found == report_.marks.end() ? nullptr : &*found;
    }

    void moments() {
        if (report_.turning_points.empty()) return;
        std::vector<coaching::TurningPoint> shown = report_.turning_points;
        if (!full_ && shown.size() > kMomentsOnOneScreen) {
            std::stable_sort(shown.begin(), shown.end(),
                             [](const auto& a, const auto& b) { return std::abs(a.change) > std::abs(b.change); });
            shown.resize(kMomentsOnOneScreen);
            std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) { return a.turn < b.turn; });
        }
        title("Moments that counted");
        for (const coaching::TurningPoint& point : shown) {
            entry(turn_label(point.turn), quoted(point.said));
            if (const coaching::MarkedTurn* marked = judged(point.turn)) verdict(*marked);
            if (!point.thought.empty()) entry("", "→ " + point.thought);
        }
    }

    // "✗ cost you, 90 % to 30 %: You settled for another meeting …", and what could have been said.
    void verdict(const coaching::MarkedTurn& marked) {
        const Ink ink = curve::ink_of(marked.mark);
        std::string text = std::string(curve::sign_of(marked.mark)) + " " + curve::word_of(marked.mark);
        if (marked.turning && marked.mark != coaching::Mark::turning_point) text += ", a turning point";
        const std::string before = curve::percent(marked.stakes->before), after = curve::percent(marked.stakes->after);
        if (before != after) text += ", " + before + " to " + after;
        entry("", terminal_.ink(ink, text) + (marked.why.empty() ? "" : ": " + marked.why));
        if (!marked.better.empty()) entry("instead", "“" + marked.better + "”");
    }

    void marks() {
        if (!full_ || report_.marks.empty()) return;
        title("Turn by turn");
        for (const coaching::MarkedTurn& marked : report_.marks) {
            if (marked.mark == coaching::Mark::fine && marked.why.empty()) continue;
            entry(turn_label(marked.turn), quoted(marked.said));
            if (marked.stakes)
                verdict(marked);
            else
                entry("", std::string(curve::word_of(marked.mark)) + (marked.why.empty() ? "" : ": " + marked.why));
        }
    }

    void criteria() {
        if (report_.criteria.empty()) return;
        title("What was looked at");
        if (!full_) return criteria_on_one_screen();
        for (const BehaviourVerdict& verdict : report_.criteria) {
            line("  " + signed_name(verdict));
            for (const IndicatorVerdict& indicator : verdict.indicators) grounds(indicator);
        }
    }

    // What held is named; what did not is shown with its grounds.
    void criteria_on_one_screen() {
        std::string held;
        for (const BehaviourVerdict& verdict : report_.criteria)
            if (verdict.verdict == Verdict::pass) held += (held.empty() ? "" : " · ") + verdict.name;
        if (!held.empty())
            line("  " + terminal_.ink(Ink::good, sign_of(Verdict::pass)) + " " + terminal_.wrapped(held, 4));
        for (const BehaviourVerdict& verdict : report_.criteria) {
            if (verdict.verdict != Verdict::fail && verdict.verdict != Verdict::uncertain) continue;
            line("  " + signed_name(verdict));
            if (const IndicatorVerdict* telling = telling_of(verdict)) grounds(*telling);
        }
    }

    std::string signed_name(const BehaviourVerdict& verdict) const {
        return terminal_.ink(ink_of(verdict.verdict), sign_of(verdict.verdict)) + " " + verdict.name;
    }

    // One screen shows the indicator that decided.
    static const IndicatorVerdict* telling_of(const BehaviourVerdict& verdict) {
        for (const IndicatorVerdict& indicator : verdict.indicators)
            if (indicator.verdict == verdict.verdict) return &indicator;
        return nullptr;
    }

    void grounds(const IndicatorVerdict& indicator) {
        std::string text = indicator.says;
        if (!indicator.reason.empty()) text += ": " + indicator.reason;
        if (full_) text = std::string(sign_of(indicator.verdict)) + " " + text;
        line("    " + terminal_.ink(Ink::dim, terminal_.wrapped(text, 4)));
        const std::size_t most = full_ ? 3 : 1;
        for (std::size_t i = 0; i < indicator.evidence.size() && i < most; ++i)
            line("    " + terminal_.ink(Ink::dim, terminal_.wrapped(turn_label(indicator.evidence[i].turn) + " " +
                                                                        quoted(indicator.evidence[i]),
                                                                    4)));
    }

    void grid() {
        if (report_.grid.empty()) return;
        title("What you know of the deal");
        if (full_) return grid_in_full();
        for (const coaching::Known known :
             {coaching::Known::known, coaching::Known::assumed, coaching::Known::unknown}) {
            std::string items;
            for (const coaching::GridRow& row : report_.grid)
                if (row.known == known) items += (items.empty() ? "" : " · ") + row.label;
            if (!items.empty()) entry(std::string(coaching::name(known)), items);
        }
    }

    void grid_in_full() {
        for (const coaching::GridRow& row : report_.grid) {
            std::string text = row.label;
            if (!row.note.empty()) text += ": " + row.note;
            if (row.evidence) text += " (" + turn_label(row.evidence->turn) + " " + quoted(*row.evidence) + ")";
            entry(std::string(coaching::name(row.known)), text);
        }
    }

    void undiscovered() {
        if (report_.undiscovered.empty()) return;
        std::string topics;
        for (const coaching::Undiscovered& thing : report_.undiscovered)
            topics += (topics.empty() ? "" : " · ") + thing.topic;
        section("Never discovered", topics);
        for (const coaching::Undiscovered& thing : report_.undiscovered)
            if (thing.content && full_) entry("", thing.topic + ": " + *thing.content);
    }

    void signals() {
        if (!full_ || report_.signal_lines.empty()) return;
        title("Counted");
        for (const coaching::SignalLine& signal : report_.signal_lines)
            line("  " + terminal_.entry(signal.label, signal.value + (signal.usual.empty() ? "" : ", " + signal.usual),
                                        28, Ink::dim));
        if (!report_.signals_note.empty()) paragraph(report_.signals_note);
    }

    void closing() {
        if (!report_.not_understood_note.empty()) line("\n  " + terminal_.wrapped(report_.not_understood_note, 2));
        for (const std::string& unknowable : report_.unknowable)
            if (full_) line("  " + terminal_.ink(Ink::dim, terminal_.wrapped(unknowable, 2)));
    }

    const Report& report_;
    std::string customer_;
    const Terminal& terminal_;
    bool full_;
    std::string out_;
};

}  // namespace

std::string report_text(const Report& report, const std::string& customer, const Terminal& terminal, bool full) {
    return Page(report, customer, terminal, full).text();
}

std::string so_far_text(const Report& report, const Terminal& terminal) {
    return Page(report, {}, terminal, false).so_far();
}

}  // namespace praxis::program
