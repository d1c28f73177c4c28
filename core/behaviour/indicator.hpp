// Judging one indicator over the record of a conversation. The verdict is worked out on what is certain and again with
// what was only possible; where the two disagree, or a turn that was not understood could hold what is missing, it is
// uncertain. A pass stands whatever a misheard turn may have held.
// Owner: core/behaviour. Pure; any thread. Does not know: behaviours as a whole, language.
#pragma once

#include "core/behaviour/judge.hpp"
#include "core/behaviour/moment.hpp"

namespace praxis::behaviour {

struct Record {
    const conversation::Conversation& conversation;
    const strategy::Scenario& scenario;
    Course course;
    std::vector<Moment> moments;
    std::vector<std::size_t> misheard;  // events that were not understood
    std::size_t first_rep_event = 0;
    bool any_rep = false;
};

Record make_record(const conversation::Conversation&, const strategy::Scenario&);

IndicatorVerdict judge_indicator(const strategy::Indicator&, const Record&);

// Why it cannot be judged at all; empty when it can.
std::optional<Grounds> not_applicable(const strategy::Indicator&, const Record&);

// Where what is missing was nearest: the same outside its window, then about something else, then its kin, then the
// rep's turn that called for it.
std::optional<Evidence> nearest(const strategy::Indicator&, const Record&);

}  // namespace praxis::behaviour
