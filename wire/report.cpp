#include "wire/report.hpp"

#include <boost/json/array.hpp>
#include <concepts>

#include "wire/json/json_list.hpp"
#include "wire/object_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;
using behaviour::BehaviourVerdict;
using behaviour::Evidence;
using behaviour::IndicatorVerdict;
using coaching::Report;

json::object object_of(const Evidence& evidence) {
    return {{"turn", evidence.turn},
            {"who", evidence.who.value},
            {"quote", evidence.quote},
            {"at", to_json(evidence.span)}};
}

void put(json::object& out, std::string_view key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}

template <class Number>
requires std::is_arithmetic_v<Number>
void put(json::object& out, std::string_view key, const std::optional<Number>& number) {
    if (number) out[key] = *number;
}

json::object object_of(const IndicatorVerdict& verdict) {
    json::object out{{"indicator", verdict.indicator},
                     {"says", verdict.says},
                     {"verdict", behaviour::name(verdict.verdict)},
                     {"grounds", behaviour::name(verdict.grounds)}};
    put(out, "reason", verdict.reason);
    out["counted"] = verdict.counted;
    out["needed"] = verdict.needed;
    out["evidence"] = parts_of(verdict.evidence, [](const Evidence& evidence) { return object_of(evidence); });
    if (verdict.nearest) out["nearest"] = object_of(*verdict.nearest);
    return out;
}

json::object object_of(const BehaviourVerdict& verdict) {
    return {{"behaviour", verdict.behaviour},
            {"name", verdict.name},
            {"skill", strategy::name(verdict.skill)},
            {"verdict", behaviour::name(verdict.verdict)},
            {"indicators", parts_of(verdict.indicators, [](const IndicatorVerdict& one) { return object_of(one); })}};
}

json::object object_of(const coaching::Focus& focus) {
    json::object out{{"behaviour", focus.behaviour}, {"name", focus.name}, {"skill", strategy::name(focus.skill)}};
    if (focus.moment) out["moment"] = object_of(*focus.moment);
    put(out, "missing", focus.missing);
    put(out, "why", focus.why);
    out["better"] = texts_of(focus.better);
    put(out, "today", focus.today);
    return out;
}

json::object object_of(const coaching::TurningPoint& point) {
    json::object out{{"turn", point.turn}, {"said", object_of(point.said)}};
    if (!point.answered.quote.empty()) out["answered"] = object_of(point.answered);
    put(out, "why", point.why);
    put(out, "thought", point.thought);
    if (point.change) out["change"] = point.change;
    return out;
}

json::object object_of(const coaching::GridRow& row) {
    json::object out{{"item", coaching::name(row.item)}, {"label", row.label}, {"known", coaching::name(row.known)}};
    put(out, "note", row.note);
    if (row.evidence) out["evidence"] = object_of(*row.evidence);
    return out;
}

json::object object_of(const coaching::MarkedTurn& marked) {
    json::object out{{"turn", marked.turn}, {"mark", coaching::name(marked.mark)}};
    if (marked.turning) out["turning_point"] = true;
    put(out, "why", marked.why);
    out["said"] = object_of(marked.said);
    if (marked.stakes) {
        out["before"] = marked.stakes->before;
        out["after"] = marked.stakes->after;
        out["loss"] = marked.stakes->loss;
    }
    put(out, "better", marked.better);
    return out;
}

json::object object_of(const coaching::Curve& curve) {
    json::object out;
    out["points"] = parts_of(curve.points, [](const coaching::CurvePoint& point) {
        return json::object{{"turn", point.turn}, {"value", point.value}, {"low", point.low}, {"high", point.high}};
    });
    put(out, "reached", curve.reached);
    out["followed"] = curve.followed;
    out["turns"] = curve.turns;
    put(out, "end", curve.end);
    put(out, "note", curve.note);
    return out;
}

json::object object_of(const coaching::Undiscovered& thing) {
    json::object out{{"topic", thing.topic}};
    if (thing.content) out["content"] = *thing.content;
    return out;
}

json::object object_of(const behaviour::Side& side) {
    json::object out{{"words", side.words},
                     {"turns", side.turns},
                     {"questions", side.questions},
                     {"longest_monologue_words", side.longest_monologue_words},
                     {"longest_monologue_turn", side.longest_monologue_turn},
                     {"interruptions", side.interruptions}};
    put(out, "speaking_seconds", side.speaking_seconds);
    put(out, "longest_monologue_seconds", side.longest_monologue_seconds);
    put(out, "words_per_minute", side.words_per_minute);
    return out;
}

json::object object_of(const behaviour::Signals& signals) {
    json::object out{
        {"rep", object_of(signals.rep)}, {"customer", object_of(signals.customer)}, {"switches", signals.switches}};
    put(out, "talk_share_percent", signals.talk_share_percent);
    put(out, "talk_share_time_percent", signals.talk_share_time_percent);
    put(out, "open_share_percent", signals.open_share_percent);
    put(out, "patience_seconds", signals.patience_seconds);
    put(out, "fillers_per_100_words", signals.fillers_per_100_words);
    put(out, "silence_after_price_seconds", signals.silence_after_price_seconds);
    put(out, "pause_share_percent", signals.pause_share_percent);
    put(out, "pitch_range_semitones", signals.pitch_range_semitones);
    put(out, "loudness_range_decibels", signals.loudness_range_decibels);
    return out;
}

json::object object_of(const coaching::SignalLine& line) {
    json::object out{{"label", line.label}, {"value", line.value}};
    put(out, "usual", line.usual);
    if (line.inside) out["inside"] = *line.inside;
    if (line.band) out["band"] = {line.band->low, line.band->high};
    out["number"] = line.number;
    if (behaviour::is_of_delivery(line.figure)) out["delivery"] = true;
    return out;
}

void write_story(json::object& out, const Report& report) {
    out["real_call"] = report.real_call;
    if (report.level) out["outcome"] = strategy::name(*report.level);
    put(out, "goal", report.goal);
    put(out, "level_text", report.level_text);
    put(out, "colleague", report.colleague);
    out["focus"] = parts_of(report.focus, [](const auto& focus) { return object_of(focus); });
    put(out, "focus_note", report.focus_note);
    put(out, "challenge", report.challenge);
}

void write_findings(json::object& out, const Report& report) {
    out["turning_points"] = parts_of(report.turning_points, [](const auto& point) { return object_of(point); });
    out["criteria"] = parts_of(report.criteria, [](const auto& verdict) { return object_of(verdict); });
    out["grid"] = parts_of(report.grid, [](const auto& row) { return object_of(row); });
    if (report.curve) out["curve"] = object_of(*report.curve);
    out["marks"] = parts_of(report.marks, [](const auto& marked) { return object_of(marked); });
    out["undiscovered"] = parts_of(report.undiscovered, [](const auto& thing) { return object_of(thing); });
    out["signals"] = object_of(report.signals);
    out["signal_lines"] = parts_of(report.signal_lines, [](const auto& line) { return object_of(line); });
    put(out, "signals_note", report.signals_note);
    out["not_understood"] = parts_of(report.not_understood, [](std::uint32_t turn) { return json::value(turn); });
    put(out, "not_understood_note", report.not_understood_note);
    out["unknowable"] = texts_of(report.unknowable);
}

}  // namespace

json::object to_json(const BehaviourVerdict& verdict) {
    return object_of(verdict);
}

json::object to_json(const Report& report) {
    json::object out{{"event", "report"}};
    write_story(out, report);
    write_findings(out, report);
    return out;
}

}  // namespace praxis::wire
