// The report of a conversation, one screen first: how it ended, what the customer tells a colleague, the moments that
// decided, what is known of the deal, one thing to do better with two lines to say. All in words: a face only lays it
// out. The same type serves real calls; what cannot be known of them is left out and named in `unknowable`.
// Owner: core/coaching. Pure; any thread. It shows nothing of a closed fact but its topic, unless the strategy lets the
// report reveal what was never discovered. Does not know: files, colours, who reads it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/behaviour/judge.hpp"
#include "core/behaviour/signals.hpp"
#include "core/coaching/phrases.hpp"
#include "core/conversation/event.hpp"
#include "core/foresight/marks/judge.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::coaching {

// How much to mend at once: one point for beginners, up to three for the middle, a challenge for the strong.
enum class Dose : std::uint8_t { one, three, challenge };

using foresight::marks::kMarkCount;
using foresight::marks::Mark;
using foresight::marks::name;

// What a turn did to the value, in shares of the goal: of the position before and after it, and what the best move
// would have brought more.
struct Stakes {
    double before = 0, after = 0, loss = 0;
};

// A rep turn that was understood, and how it went: by looking ahead (stakes), else by rules.
struct MarkedTurn {
    std::uint32_t turn = 0;
    Mark mark{};
    std::string why;  // one sentence; may be empty for `fine`
    behaviour::Evidence said;
    bool turning = false;  // a turning point, whatever the mark
    std::optional<Stakes> stakes;
    std::string better;  // what could have been said instead; empty where nothing was clearly better
};

// The moments that mattered: the largest swings of the value, else of the customer's standing.
struct TurningPoint {
    std::uint32_t turn = 0;
    behaviour::Evidence said;      // the rep's words
    behaviour::Evidence answered;  // the customer's; empty quote when there was no answer
    std::string thought;           // what the customer thought, in a sentence; empty in a real call
    int change = 0;   // points of the value where there is a curve, else of the standing (0 in a real call)
    std::string why;  // one sentence; only where there is a curve
};

// The value of the position after a turn, 0 … 1, and its 95 % interval.
struct CurvePoint {
    std::uint32_t turn = 0;  // 0: before the first
    double value = 0, low = 0, high = 0;
};

struct Curve {
    std::vector<CurvePoint> points;
    std::optional<double> reached;        // by the end; empty where the end is unknown
    std::string note;                     // what a value is, and that it is an opinion
    std::string end;                      // what its end says: left while more was to be had; lost sight of
    std::size_t followed = 0, turns = 0;  // rep turns with a value, of all
};

// What a seller must know of a deal (MEDDICC).
enum class Known : std::uint8_t { unknown, assumed, known };
std::string_view name(Known);
enum class DealItem : std::uint8_t {
    metrics,
    economic_buyer,
    decision_criteria,
    decision_process,
    paper_process,
    pain,
    champion,
    competition
};
inline constexpr int kDealItemCount = 8;
std::string_view name(DealItem);

struct GridRow {
    DealItem item{};
    std::string label;
    Known known{};
    std::string note;                             // "asked, not answered"
    std::optional<behaviour::Evidence> evidence;  // the customer's words when known, the rep's when assumed
};

struct Focus {
    std::string behaviour, name;
    strategy::Skill skill{};
    std::optional<behaviour::Evidence> moment;  // empty when nothing was said at all
    std::string missing;                        // what was missing, or should not have been
    std::string why;                            // why it matters, and what it cost here
    std::vector<std::string> better;            // two lines for this customer
    std::string today;                          // one sentence to use today
};

struct Undiscovered {
    std::string topic;
    bool in_part = false;                // something else of the topic was told
    std::optional<std::string> content;  // only if the strategy reveals it
};

struct SignalLine {
    behaviour::Figure figure{};
    std::string label, value;    // "talk share", "62 %"
    std::string usual;           // "usually 30 to 55"; empty: no band
    std::optional<bool> inside;  // of the band
    double number = 0;
    std::optional<behaviour::Band> band;
};

struct Report {
    bool real_call = false;
    std::string goal;
    std::optional<strategy::GoalLevel> level;  // empty: not ended, or a real call
    std::string level_text;                    // how it ended, in a sentence
    std::string colleague;                     // what the customer tells a colleague; empty in a real call
    std::vector<Focus> focus;                  // by dose; most costly first
    std::string focus_note;                    // when there is nothing to mend
    std::string challenge;                     // with Dose::challenge
    std::vector<TurningPoint> turning_points;  // in their order
    std::vector<GridRow> grid;
    std::vector<behaviour::BehaviourVerdict> criteria;  // reasons in words
    std::vector<MarkedTurn> marks;
    std::optional<Curve> curve;  // where somebody has looked ahead
    std::vector<Undiscovered> undiscovered;
    behaviour::Signals signals;
    std::vector<SignalLine> signal_lines;
    std::string signals_note;                   // bands are where many calls lie, not marks
    std::vector<std::uint32_t> not_understood;  // rep turns left out of everything above
    std::string not_understood_note;            // says so; empty when there are none
    std::vector<std::string> unknowable;        // what cannot be known here
};

// By rep turn: what could have been said there, in words. Whoever can read lines as they are understood makes them
// (app/rehearsal/recorded/look_back.hpp); turns without one get a line of the phrases.
using BetterLines = std::map<std::uint32_t, std::string>;

// `judgement` (hindsight.hpp): marks, curve and the moments that mattered come from it; without one, marks and moments
// from rules.
Report make_report(const conversation::Conversation&, const strategy::Scenario&, Dose, const Phrases&,
                   const foresight::marks::Judgement* judgement = nullptr, const BetterLines& = {});

}  // namespace praxis::coaching
