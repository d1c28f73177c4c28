#include "core/strategy/version.hpp"

#include <algorithm>
#include <map>

#include "core/strategy/canonical.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::strategy {
namespace {

struct Part {
    std::uint64_t digest;
    std::string was;
};
using Inventory = std::map<std::string, Part>;

template <class Parts>
void add(Inventory& inventory, const std::string& kind, const Parts& parts) {
    for (const auto& part : parts) {
        std::string was;
        if constexpr (requires { part.was; }) {
            if (!part.was.empty()) was = kind + "/" + part.was;
        }
        inventory[kind + "/" + part.id] = {digest_of(part), was};
    }
}

Inventory inventory_of(const Strategy& strategy) {
    Inventory parts;
    add(parts, "topic", strategy.topics);
    add(parts, "offer", strategy.offers);
    add(parts, "value-driver", strategy.drivers);
    add(parts, "role", strategy.roles);
    add(parts, "selling-model", strategy.models);
    add(parts, "channel", strategy.channels);
    add(parts, "partner", strategy.partners);
    add(parts, "segment", strategy.segments);
    add(parts, "behaviour", strategy.behaviours);
    add(parts, "scenario", strategy.scenarios);
    return parts;
}

std::map<std::string, std::string> scenario_digests(const Strategy& strategy) {
    std::map<std::string, std::string> digests;
    for (const Scenario& scenario : compile_all(strategy)) digests[scenario.id] = scenario.digest;
    return digests;
}

std::map<std::string, std::uint64_t> indicator_digests(const Strategy& strategy) {
    std::map<std::string, std::uint64_t> digests;
    for (const Behaviour& behaviour : strategy.behaviours)
        for (const Indicator& indicator : behaviour.indicators)
            digests[behaviour.id + "/" + indicator.id] = digest_of(indicator);
    return digests;
}

// Names whose value is another one afterwards, or gone.
template <class Value>
std::vector<std::string> outdated(const std::map<std::string, Value>& before,
                                  const std::map<std::string, Value>& after) {
    std::vector<std::string> names;
    for (const auto& [name, value] : before) {
        const auto found = after.find(name);
        if (found == after.end() || found->second != value) names.push_back(name);
    }
    return names;
}

}  // namespace

std::string version_of(const Strategy& strategy) {
    Digest digest;
    fold(digest, strategy);
    return digest.hex();
}

Diff diff(const Strategy& before, const Strategy& after) {
    Diff result;
    const Inventory old_parts = inventory_of(before), new_parts = inventory_of(after);
    std::vector<std::string> renamed;
    for (const auto& [name, part] : new_parts) {
        auto old = old_parts.find(name);
        if (old == old_parts.end() && !part.was.empty()) {
            old = old_parts.find(part.was);
            if (old != old_parts.end()) renamed.push_back(part.was);
        }
        if (old == old_parts.end())
            result.added.push_back(name);
        else if (old->second.digest != part.digest)
            result.changed.push_back(old->first == name ? name : name + " (was " + old->first + ")");
    }
    for (const auto& [name, part] : old_parts)
        if (!new_parts.contains(name) && std::find(renamed.begin(), renamed.end(), name) == renamed.end())
            result.removed.push_back(name);
    result.stale_scenarios = outdated(scenario_digests(before), scenario_digests(after));
    result.stale_indicators = outdated(indicator_digests(before), indicator_digests(after));
    return result;
}

}  // namespace praxis::strategy
