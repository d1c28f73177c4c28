// What a rehearsal is played on: one scenario with everything derived from it,
// and the language it is held in. All of it is immutable and shared, so that
// many rehearsals of one scenario cost one compilation. Any thread. Does not
// know where any of it was loaded from.
#pragma once

#include <memory>
#include <string>

#include "app/rehearsal/cues/cue.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/buyer/buyer.hpp"
#include "core/conversation/event.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/reader.hpp"
#include "core/strategy/scenario.hpp"
#include "core/wording/grammar.hpp"
#include "core/wording/rep/grammar.hpp"

namespace praxis::app {

// The part that does not depend on the scenario.
struct Tongue {
    std::shared_ptr<const language::Reader> reader;
    std::shared_ptr<const wording::Grammar> grammar;
    std::shared_ptr<const CueTexts> cues;
    std::shared_ptr<const wording::rep::Grammar> rep_lines;
};

struct Play {
    std::shared_ptr<const strategy::Scenario> scenario;
    std::shared_ptr<const buyer::Scene> scene;
    std::shared_ptr<const language::Lexicon> lexicon;
    Tongue tongue;
};

Result<Play, Problems> make_play(strategy::Scenario, Tongue);

// The header of a conversation on this play: every hash that its replay depends
// on.
conversation::Header header_of(const Play&, Seed);

// "praxis 0.1.0": changes when the same words would be answered otherwise by
// the same data.
std::string engine_name();

}  // namespace praxis::app
