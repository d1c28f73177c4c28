// A behaviour as a strategy declares it: a set of binary, observable indicators over the events of a conversation, in a
// closed declarative form. Judging them is core/behaviour's work. docs/indicators.md documents what binds what and when
// the result is "not applicable".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/derived_event.hpp"

namespace praxis::strategy {

enum class By : std::uint8_t { rep, buyer };

// Which events count. Sets are alternatives (any of); fields are conditions (all of); an empty field does not restrict.
struct EventPattern {
    By by = By::rep;
    ActSet acts;  // rep acts
    DerivedEventSet derived;
    BuyerMoveSet moves;  // buyer moves
    std::vector<std::string>
        about;  // topic slugs; "@disclosed" = topics of pains disclosed so far; "@objection" = the open one's
    std::optional<Stage> stage;     // the buyer's stage at that moment
    std::vector<std::string> role;  // only when the counterpart has this role
};

enum class Operator : std::uint8_t {
    at_least,  // `of` happens n times or more
    at_most,   // … n times or fewer
    absent,    // never (or never in the window that before/after/within open)
    ratio,     // count(of) / count(per) ≥ value; not applicable when nothing of `per` happened
};

struct Indicator {
    std::string id;
    std::string says;  // one observable sentence: "Asks what a stop costs"
    EventPattern of;
    Operator op = Operator::at_least;
    int n = 1;
    double value = 0;                    // for ratio
    std::optional<EventPattern> per;     // for ratio
    std::optional<EventPattern> before;  // only what happens before the first such event counts
    std::optional<EventPattern> after;   // only what happens after such an event counts; none: not applicable
    std::optional<int> within;           // … within so many rep turns of it
    Place at;
};

struct AppliesTo {  // empty list: everywhere
    std::vector<std::string> segments, roles, models, channels;
    std::vector<ConversationKind> kinds;
    std::vector<Relationship> relationships;  // the segment's objective
    std::optional<bool> quote_wins;           // the selling model's rule: spot and RFQ buyers, or the others
    std::optional<bool> challenge_welcome;    // … and this one
};

struct Behaviour {
    std::string id, was;
    std::string name, why;
    Skill skill{};
    AppliesTo when;
    std::vector<std::string> serves;  // segments or priorities it carries out (for coherence)
    std::vector<Indicator> indicators;
    int needed = 0;         // indicators that must pass; 0: all that apply
    std::string tip;        // one sentence of advice, adult and concrete
    bool standard = false;  // from the standard library
    Place at;
};

}  // namespace praxis::strategy
