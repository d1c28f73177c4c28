// Judging the behaviours a scenario froze as its criteria: binary indicators over the moments of a conversation, each
// with a verdict, its grounds, and the words that show it. Pass or fail is arithmetic; docs/indicators.md documents the
// operators, docs/report.md what makes a verdict uncertain.
// Owner: core/behaviour. Pure; any thread. Does not know: language (reasons are put in words by core/coaching).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/behaviour/evidence.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::behaviour {

enum class Verdict : std::uint8_t { pass, fail, uncertain, not_applicable };

// Why the verdict is what it is.
enum class Grounds : std::uint8_t {
    enough,             // seen as often as asked
    too_few,            // … not as often
    few_enough,         // at most so often
    too_many,           // … more often
    kept_off,           // did not happen where it must not
    happened,           // … did
    ratio_reached,      //
    ratio_missed,       //
    only_possible,      // hangs on an act that was only possible
    not_understood,     // hangs on a turn that was not understood
    no_anchor,          // what it must come after never happened
    nothing_disclosed,  // about what was disclosed, and nothing was
    no_objection,       // about the objection, and there was none
    topic_absent,       // about topics this customer does not have
    other_role,         // for another role
    stage_not_reached,  //
    unknowable,         // stage and moves of a real customer
    nothing_to_count,   // a ratio of nothing
};
inline constexpr int kGroundsCount = 18;

struct IndicatorVerdict {
    std::string indicator, says;
    Verdict verdict{};
    Grounds grounds{};
    std::vector<Evidence> evidence;   // what shows it: for a pass what was done, for a fail what should not have been
    std::optional<Evidence> nearest;  // of a fail by absence: the moment where it was nearest, or was called for
    int counted = 0, needed = 0;      // how often it happened; how often it should (percent for a ratio)
    std::string reason;               // grounds in words; empty until core/coaching writes it
};

struct BehaviourVerdict {
    std::string behaviour, name;
    strategy::Skill skill{};
    Verdict verdict{};
    std::vector<IndicatorVerdict> indicators;
};

// One per behaviour in scenario.criteria, in that order.
std::vector<BehaviourVerdict> judge(const conversation::Conversation&, const strategy::Scenario&);

std::string_view name(Verdict);  // pass, fail, uncertain, not_applicable
std::string_view name(Grounds);

}  // namespace praxis::behaviour
