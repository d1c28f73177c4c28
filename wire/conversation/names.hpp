// The ids of one scenario as the words other programs read: topics, facts and objections by slug. An id that the tables
// do not have is written as its number. Values only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/strategy/scenario.hpp"

namespace praxis::wire {

struct Names {
    std::vector<std::string> topics, facts, objections;
};

Names names_of(const strategy::Scenario&);

std::string name_at(const std::vector<std::string>& table, std::uint8_t index);
std::optional<std::uint8_t> index_of(const std::vector<std::string>& table, std::string_view name);

}  // namespace praxis::wire
