#include <algorithm>

#include "core/behaviour/indicator.hpp"

namespace praxis::behaviour {
namespace {

using strategy::EventPattern;
using strategy::Indicator;

bool has(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::optional<Grounds> no_topic(const EventPattern& pattern, const Record& record) {
    if (pattern.about.empty()) return std::nullopt;
    const auto& topics = record.scenario.topics;
    const bool named =
        std::any_of(topics.begin(), topics.end(), [&](const auto& topic) { return has(pattern.about, topic.id); });
    const bool disclosed = has(pattern.about, "@disclosed");
    const bool objection = has(pattern.about, "@objection");
    if (named || (disclosed && record.course.any_pain) || (objection && record.course.any_objection))
        return std::nullopt;
    if (disclosed) return Grounds::nothing_disclosed;
    return objection ? Grounds::no_objection : Grounds::topic_absent;
}

bool stage_reached(strategy::Stage stage, const Record& record) {
    const bool during = std::any_of(record.course.before.begin(), record.course.before.end(),
                                    [&](const Before& before) { return before.stage == stage; });
    const bool after =
        std::any_of(record.conversation.events.begin(), record.conversation.events.end(), [&](const auto& e) {
            const auto* said = std::get_if<conversation::BuyerSaid>(&e.body);
            return said && said->standing.stage == stage;
        });
    return during || after;
}

bool only_moves(const EventPattern& pattern) {
    return !pattern.moves.empty() && pattern.acts.empty() && pattern.derived.empty();
}

std::optional<Grounds> unknown_of(const EventPattern& pattern, const Record& record) {
    if (!pattern.role.empty() && !has(pattern.role, record.scenario.role)) return Grounds::other_role;
    if (record.course.real && (pattern.stage || only_moves(pattern))) return Grounds::unknowable;
    if (pattern.stage && !stage_reached(*pattern.stage, record)) return Grounds::stage_not_reached;
    return no_topic(pattern, record);
}

}  // namespace

std::optional<Grounds> not_applicable(const Indicator& indicator, const Record& record) {
    if (const auto why = unknown_of(indicator.of, record)) return why;
    const auto anchor_unknown = [&](const std::optional<EventPattern>& pattern) {
        return pattern && record.course.real && (pattern->stage || only_moves(*pattern));
    };
    if (anchor_unknown(indicator.before) || anchor_unknown(indicator.after) || anchor_unknown(indicator.per))
        return Grounds::unknowable;
    return std::nullopt;
}

}  // namespace praxis::behaviour
