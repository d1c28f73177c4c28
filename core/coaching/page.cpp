#include "core/coaching/page.hpp"

namespace praxis::coaching {
namespace {

using behaviour::Evidence;
using behaviour::Verdict;

class Page {
public:
    Page(const Report& report, const Phrases& phrases) : r_(report), phrases_(phrases) {}

    std::vector<Line> screen() {
        ending();
        colleague();
        focus();
        challenge();
        turning_points();
        grid();
        undiscovered();
        caveats();
        return std::move(lines_);
    }

    std::vector<Line> whole() {
        lines_ = screen();
        criteria();
        marks();
        signals();
        return std::move(lines_);
    }

private:
    void add(Tone tone, std::string text, int indent = 0) {
        if (!text.empty()) lines_.push_back({tone, std::move(text), indent});
    }

    void head(std::string_view name) {
        if (!lines_.empty()) lines_.push_back({Tone::blank, {}, 0});
        add(Tone::heading, say(phrases_, name));
    }

    std::string turn(std::uint32_t number) const {
        return say(phrases_, "page.turn", {{"turn", std::to_string(number)}});
    }

    std::string quoted(const Evidence& evidence) const { return turn(evidence.turn) + " “" + evidence.quote + "”"; }

    void ending() {
        head("page.goal");
        add(Tone::plain, r_.goal);
        const bool good =
            r_.level && *r_.level != strategy::GoalLevel::lost && *r_.level != strategy::GoalLevel::continued;
        add(r_.level ? (good ? Tone::good : Tone::bad) : Tone::quiet, r_.level_text);
    }

    void colleague() {
        if (r_.colleague.empty()) return;
        head("page.colleague");
        add(Tone::plain, r_.colleague);
    }

    void focus() {
        if (r_.focus.empty() && r_.focus_note.empty()) return;
        head(r_.focus.size() > 1 ? "page.focus_many" : "page.focus");
        for (const Focus& each : r_.focus) point(each);
        add(Tone::good, r_.focus_note);
    }

    void point(const Focus& f) {
        add(Tone::plain, f.name);
        if (f.moment) add(Tone::quote, quoted(*f.moment), 1);
        add(Tone::bad, f.missing, 1);
        add(Tone::plain, f.why, 1);
        if (!f.better.empty()) add(Tone::quiet, say(phrases_, "page.better"), 1);
        for (const std::string& line : f.better) add(Tone::good, "“" + line + "”", 2);
        add(Tone::plain, say(phrases_, "page.today", {{"today", f.today}}), 1);
    }

    void challenge() {
        if (r_.challenge.empty()) return;
        head("page.challenge");
        add(Tone::plain, r_.challenge);
    }

    void turning_points() {
        if (r_.turning_points.empty()) return;
        head("page.turning_points");
        for (const TurningPoint& point : r_.turning_points) {
            add(Tone::quote, quoted(point.said), 1);
            const Tone tone = point.change > 0 ? Tone::good : point.change < 0 ? Tone::bad : Tone::plain;
            if (!point.thought.empty())
                add(tone, say(phrases_, "page.thought", {{"thought", point.thought}}), 2);
            else
                add(tone, say(phrases_, "page.customer", {{"said", point.answered.quote}}), 2);
        }
    }

    void grid() {
        head("page.grid");
        for (const GridRow& row : r_.grid) {
            std::string text = row.label + ": " + row.note;
            if (row.evidence) text += " " + quoted(*row.evidence);
            add(row.known == Known::known     ? Tone::good
                : row.known == Known::assumed ? Tone::plain
                                              : Tone::quiet,
                text, 1);
        }
    }

    void undiscovered() {
        if (r_.undiscovered.empty()) return;
        head("page.undiscovered");
        for (const Undiscovered& each : r_.undiscovered)
            add(Tone::plain,
                each.content   ? each.topic + ": “" + *each.content + "”"
                : each.in_part ? say(phrases_, "page.undiscovered_part", {{"topic", each.topic}})
                               : each.topic,
                1);
    }

    void caveats() {
        if (r_.not_understood_note.empty() && r_.unknowable.empty()) return;
        lines_.push_back({Tone::blank, {}, 0});
        add(Tone::quiet, r_.not_understood_note);
        for (const std::string& each : r_.unknowable) add(Tone::quiet, each);
    }

    static Tone tone_of(Verdict verdict) {
        if (verdict == Verdict::pass) return Tone::good;
        return verdict == Verdict::fail ? Tone::bad : Tone::quiet;
    }

    void criteria() {
        head("page.criteria");
        for (const auto& each : r_.criteria) {
            const std::string verdict = say(phrases_, "verdict." + std::string(behaviour::name(each.verdict)));
            add(tone_of(each.verdict), verdict + ": " + each.name);
            for (const auto& indicator : each.indicators) {
                add(tone_of(indicator.verdict), indicator.says + ": " + indicator.reason, 1);
                for (const Evidence& evidence : indicator.evidence) add(Tone::quote, quoted(evidence), 2);
                if (indicator.nearest)
                    add(Tone::quote, say(phrases_, "page.nearest") + " " + quoted(*indicator.nearest), 2);
            }
        }
    }

    void marks() {
        if (r_.marks.empty()) return;
        head("page.marks");
        for (const MarkedTurn& each : r_.marks) {
            std::string text = turn(each.turn) + " " + say(phrases_, "mark." + std::string(name(each.mark)));
            if (!each.why.empty()) text += ": " + each.why;
            const bool good = each.mark == Mark::strong;
            const bool bad = each.mark == Mark::cost_you || each.mark == Mark::missed_chance;
            add(good ? Tone::good : bad ? Tone::bad : Tone::plain, text, 1);
        }
    }

    void signals() {
        if (r_.signal_lines.empty()) return;
        head("page.signals");
        for (const SignalLine& line : r_.signal_lines)
            add(Tone::plain, line.label + ": " + line.value + (line.usual.empty() ? "" : " (" + line.usual + ")"), 1);
        add(Tone::quiet, r_.signals_note, 1);
    }

    const Report& r_;
    const Phrases& phrases_;
    std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> lay_out(const Report& report, const Phrases& phrases, Extent extent) {
    Page page(report, phrases);
    return extent == Extent::screen ? page.screen() : page.whole();
}

std::string to_text(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines)
        text += std::string(static_cast<std::size_t>(2 * line.indent), ' ') + line.text + "\n";
    return text;
}

}  // namespace praxis::coaching
