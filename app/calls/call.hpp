// A real call as it is kept for its rep: what it was judged by, and what was said. The other side is called "Customer",
// "Customer 2" …: the names by which a transcript labels them are not kept. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/transcript.hpp"

namespace praxis::app {

struct RealCall {
    std::string tenant, id, person;
    std::string strategy, strategy_version;
    std::string segment, role, kind;
    std::string rep;    // who of those who speak is the rep, as the transcript says it
    std::string shape;  // of the file: "WebVTT"
    std::uint32_t turns = 0;
    std::int64_t length_ms = 0;           // 0: the file has no times
    std::optional<std::int64_t> held_ms;  // when the call was, if its rep said so
    std::int64_t imported_ms = 0;
};

using SaidTurns = std::vector<TranscriptTurn>;

// One behaviour of one person, in rehearsals and in real calls: how often it could be told, and how often it was there.
struct BehaviourSeen {
    std::string behaviour;
    std::int64_t practice_passed = 0, practice_judged = 0;
    std::int64_t calls_passed = 0, calls_judged = 0;
};

}  // namespace praxis::app
