// One turn as wording sees it, and the questions every choice asks of it. Borrows everything; lives for one call of
// `word`. Knows no lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/wording/word.hpp"

namespace praxis::wording {

// What a chance decides within one move; keeps the draws of a turn apart.
enum class Draw : std::uint8_t { line, lead, lead_line, aside, aside_line, tail, tail_line, join, join_line, again };

struct Moment {
    const Intention& intention;
    const Observation& heard;
    std::uint32_t turn;
    const Speaker& speaker;
    const Grammar& grammar;
    WordingMemory& memory;
    std::uint32_t index = 0;  // of the move being worded

    const PlannedMove& move() const { return intention.moves[index]; }
    const strategy::Scenario& scenario() const { return speaker.scenario; }
    strategy::Style style() const { return speaker.person.persona.style; }
    bool hurried() const { return intention.mood.patience <= 1; }
    std::uint64_t draw(Draw) const;
    bool luck(Draw what, std::uint32_t percent) const { return pick(draw(what), 100) < percent; }
};

// The argument as an entry of the scenario; null where the scenario has none.
const strategy::ScenarioFact* fact_of(const Moment&);
const strategy::ScenarioObjection* objection_of(const Moment&);
const strategy::ScenarioCause* cause_of(const Moment&);
const strategy::ScenarioQuestion* question_of(const Moment&);
TopicId topic_of(const Moment&);

Conditions conditions_of(const Moment&);

// The text holds a key of a fact that was not told; the fact of the current move is let through.
bool gives_away(const Moment&, std::string_view text);

}  // namespace praxis::wording
