// A company's own character as it is kept: who it is, and which customers it plays. A plain value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/characters/casting.hpp"

namespace praxis::app {

struct OwnCharacter {
    std::string tenant, id;
    characters::Character who;
    std::vector<characters::Part> plays;  // these alone; empty: whatever suits
    std::int64_t created_ms = 0, changed_ms = 0, version = 1;
};

}  // namespace praxis::app
