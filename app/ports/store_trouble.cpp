#include "app/ports/store_trouble.hpp"

#include <array>

namespace praxis::app {

std::string_view name(Trouble trouble) {
    static constexpr std::array<std::string_view, 5> kNames = {"taken", "missing", "unavailable", "full", "broken"};
    return kNames[static_cast<std::size_t>(trouble)];
}

}  // namespace praxis::app
