// The ids of one scenario as the words other programs read: topics and facts by slug. An id that the tables do not have
// is written as its number. Views into the scenario, which must outlive them; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/strategy/scenario.hpp"

namespace praxis::wire {

struct Names {
    std::vector<std::string_view> topics, facts;
};

Names names_of(const strategy::Scenario&);
Names names_of(strategy::Scenario&&) = delete;

std::string name_at(const std::vector<std::string_view>& table, std::uint8_t index);
std::optional<std::uint8_t> index_of(const std::vector<std::string_view>& table, std::string_view name);

}  // namespace praxis::wire
