#include <algorithm>

#include "core/behaviour/indicator.hpp"

namespace praxis::behaviour {
namespace {

using conversation::RepSaid;
using strategy::EventPattern;
using strategy::Indicator;

const Moment* first(const EventPattern& pattern, const Record& record) {
    for (const Moment& moment : record.moments)
        if (moment.certain && matches(pattern, moment, record.course.before[moment.event], record.scenario))
            return &moment;
    return nullptr;
}

// The event after which it should have come, or before which.
std::size_t called_for_at(const Indicator& indicator, const Record& record) {
    if (indicator.after)
        if (const Moment* anchor = first(*indicator.after, record)) return anchor->event + 1;
    if (indicator.before)
        if (const Moment* anchor = first(*indicator.before, record)) return anchor->event;
    for (const Moment& moment : record.moments) {
        const auto* event = std::get_if<DerivedEvent>(&moment.what);
        if (event && (*event == DerivedEvent::pain_disclosed || *event == DerivedEvent::objection_raised))
            return moment.event + 1;
    }
    return record.first_rep_event;
}

template <class Wanted>
const Moment* closest(const Record& record, std::size_t to, const Wanted& wanted) {
    const auto far = [&](const Moment& moment) { return moment.event > to ? moment.event - to : to - moment.event; };
    const Moment* best = nullptr;
    for (const Moment& moment : record.moments)
        if (wanted(moment) && (!best || far(moment) < far(*best))) best = &moment;
    return best;
}

std::optional<std::size_t> rep_event_at(const Record& record, std::size_t from) {
    const auto& events = record.conversation.events;
    for (std::size_t i = from; i < events.size(); ++i)
        if (std::holds_alternative<RepSaid>(events[i].body)) return i;
    for (std::size_t i = std::min(from, events.size()); i-- > 0;)
        if (std::holds_alternative<RepSaid>(events[i].body)) return i;
    return std::nullopt;
}

}  // namespace

std::optional<Evidence> nearest(const Indicator& indicator, const Record& record) {
    const std::size_t to = called_for_at(indicator, record);
    const Moment* best = closest(record, to, [&](const Moment& moment) {
        return matches(indicator.of, moment, record.course.before[moment.event], record.scenario);
    });
    if (!best) best = closest(record, to, [&](const Moment& moment) { return same_event(indicator.of, moment); });
    if (!best) best = closest(record, to, [&](const Moment& moment) { return same_family(indicator.of, moment); });
    if (best) return evidence_of(record.conversation.events[best->event], best->span);
    const auto rep = rep_event_at(record, to);
    if (!rep) return std::nullopt;
    return evidence_of(record.conversation.events[*rep], {});
}

}  // namespace praxis::behaviour
