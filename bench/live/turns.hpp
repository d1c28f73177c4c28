// What reps say to be measured: whole questions, short answers, statements, long turns; turns that pause after "and",
// and turns that trail off there and are over nevertheless. Small letters, as speech is recognised. Values.
#pragma once

#include <string>
#include <vector>

namespace praxis::bench {

struct ScriptedTurn {
    std::string kind;
    std::vector<std::string> parts;  // with a pause between
    int pause_ms = 0;
};

// 66, in mixed order.
const std::vector<ScriptedTurn>& scripted_turns();

}  // namespace praxis::bench
