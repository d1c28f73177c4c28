// A tenant: one company in an installation, and what it has settled for itself. A plain value.
#pragma once

#include <cstdint>
#include <string>

#include "core/people/figures.hpp"

namespace praxis::app {

struct Tenant {
    std::string id, name;
    bool demo = false;            // made up, and may be deleted whole
    std::string settings = "{}";  // a JSON object; who reads a setting gives its default
    std::int64_t created_ms = 0;
    std::int64_t version = 1;  // counts changes, so that nobody overwrites what they have not seen
    std::string slug;          // in addresses and at log-in: "hallam-steel"; empty: its id stands for it
    int smallest_group = people::kSmallestGroup;  // the fewest people that a figure is told of
    bool browser_recognition = true;              // people may let their browser's maker turn what they say into words
};

}  // namespace praxis::app
