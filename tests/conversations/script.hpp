// A `.conversation` file: a whole conversation as a sales coach would write it down, with what must and must not be
// observed (docs/conversation-format.md). Parsed here into values; run.hpp plays and checks it. Errors name file and
// line. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::conversations {

struct Expectation {
    bool must = true;                // false: absent
    std::vector<std::string> words;  // "act" "implication_question" "about" "downtime"
    Place at;
};

struct ScriptTurn {
    std::string rep;
    std::vector<Expectation> expectations;
    Place at;
    bool costly = false;  // "# planted: costly" above it: its author would stop the tape here
};

// What its author calls the conversation: "# quality: …".
enum class Quality : std::uint8_t { unsaid, bad, middling, good };

struct Script {
    std::string strategy, scenario, segment, role, kind, difficulty;
    std::uint64_t seed = 1;
    bool blind = false;
    Quality quality = Quality::unsaid;
    std::vector<ScriptTurn> turns;
    std::vector<Expectation> at_end;
};

Result<Script, Problems> read_script(const std::filesystem::path& file);
Result<Script, Problems> script_from(const std::string& text, const std::string& file);

}  // namespace praxis::conversations
