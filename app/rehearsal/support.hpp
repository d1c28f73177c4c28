// How much help a rep gets while talking. Values only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis::app {

enum class Support : std::uint8_t {
    guided,  // a cue after every turn
    hints,   // a cue when something goes wrong
    silent,
};
std::string_view name(Support);
std::optional<Support> support_named(std::string_view);

}  // namespace praxis::app
