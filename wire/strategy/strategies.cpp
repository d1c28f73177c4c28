#include "wire/strategy/strategies.hpp"

#include <boost/json/array.hpp>

#include "wire/json/json_list.hpp"
#include "wire/practice.hpp"
#include "wire/request_reader.hpp"
#include "wire/strategy/preview.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

json::object segment_of(const strategy::Segment& segment) {
    json::object out{{"id", segment.id}, {"name", segment.name}, {"what", segment.what}};
    out["said"] = texts_of(segment.said);
    out["seen"] = texts_of(segment.seen);
    out["firmographic"] = texts_of(segment.firmographic);
    out["triggers"] = texts_of(segment.triggers);
    if (segment.priority) out["priority"] = {{"tier", segment.priority->tier}, {"why", segment.priority->why}};
    if (segment.relationship)
        out["relationship"] = {{"from", strategy::name(segment.relationship->from)},
                               {"to", strategy::name(segment.relationship->to)}};
    out["model"] = segment.selling_model;
    out["channels"] = texts_of(segment.channels);
    out["roles"] = texts_of(segment.roles);
    out["decision"] = segment.decision;
    return out;
}

json::object role_of(const strategy::Role& role) {
    return {{"id", role.id},
            {"name", role.name},
            {"goals", texts_of(role.goals)},
            {"decision_right", role.decision_right},
            {"power", strategy::name(role.power)}};
}

json::object model_of(const strategy::SellingModel& model) {
    const auto stage = [](const auto& step) { return json::object{{"name", step.name}, {"exit", step.exit}}; };
    return {{"id", model.id},
            {"name", model.name},
            {"applies_when", model.applies_when},
            {"stages", parts_of(model.stages, stage)}};
}

json::object offer_of(const strategy::Offer& offer) {
    const auto text = [](const auto& one) { return json::value(one.text); };
    return {{"id", offer.id},
            {"name", offer.name},
            {"what", offer.what},
            {"values", parts_of(offer.values, text)},
            {"limits", texts_of(offer.limits)}};
}

json::object behaviour_of(const strategy::Behaviour& behaviour) {
    const auto says = [](const auto& indicator) { return json::value(indicator.says); };
    return {{"id", behaviour.id},
            {"name", behaviour.name},
            {"skill", strategy::name(behaviour.skill)},
            {"why", behaviour.why},
            {"says", parts_of(behaviour.indicators, says)}};
}

json::object channel_of(const strategy::Channel& channel) {
    return {{"id", channel.id}, {"name", channel.name}, {"medium", strategy::name(channel.medium)}};
}

std::string_view name(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

json::object problem_of(const Problem& problem) {
    return {{"severity", name(problem.severity)},
            {"line", problem.place.line},
            {"column", problem.place.column},
            {"what", problem.what},
            {"mend", problem.mend}};
}

}  // namespace

json::object to_outline(const strategy::Strategy& strategy) {
    json::object out = to_json(strategy);
    out["what"] = strategy.company.what;
    out["segments"] = parts_of(strategy.segments, segment_of);
    out["roles"] = parts_of(strategy.roles, role_of);
    out["models"] = parts_of(strategy.models, model_of);
    out["channels"] = parts_of(strategy.channels, channel_of);
    out["offers"] = parts_of(strategy.offers, offer_of);
    out["behaviours"] = parts_of(strategy.behaviours, behaviour_of);
    return out;
}

json::object to_json(const app::Examined& examined) {
    json::object out;
    out["strategy"] = examined.strategy ? json::value(to_json(*examined.strategy)) : json::value();
    out["problems"] = parts_of(examined.problems, problem_of);
    out["stale"] = nullptr;
    if (examined.stale) out["stale"] = to_json(*examined.stale);
    return out;
}

json::object to_json(const app::Edition& edition) {
    json::object out{{"strategy", edition.strategy}, {"version", edition.version}};
    if (!edition.source.empty()) out["source"] = edition.source;
    out["author"] = edition.author.empty() ? json::value() : json::value(edition.author);
    out["created_ms"] = edition.created_ms == 0 ? json::value() : json::value(edition.created_ms);
    return out;
}

std::string source_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    std::string source = fields.text("source");
    fields.refuse_the_rest();
    return source;
}

app::PublishWish publish_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::PublishWish wish{fields.text("source"), fields.maybe_text("replaces").value_or("")};
    fields.refuse_the_rest();
    return wish;
}

}  // namespace praxis::wire
