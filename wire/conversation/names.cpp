#include "wire/conversation/names.hpp"

#include <algorithm>
#include <charconv>

namespace praxis::wire {

Names names_of(const strategy::Scenario& scenario) {
    Names names;
    for (const auto& topic : scenario.topics) names.topics.push_back(topic.id);
    for (const auto& fact : scenario.facts) names.facts.push_back(fact.fact.id);
    return names;
}

std::string name_at(const std::vector<std::string_view>& table, std::uint8_t index) {
    return index < table.size() ? std::string(table[index]) : std::to_string(index);
}

std::optional<std::uint8_t> index_of(const std::vector<std::string_view>& table, std::string_view name) {
    const auto found = std::find(table.begin(), table.end(), name);
    if (found != table.end()) return static_cast<std::uint8_t>(found - table.begin());
    std::uint8_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc{} && end == name.data() + name.size()) return number;
    return std::nullopt;
}

}  // namespace praxis::wire
