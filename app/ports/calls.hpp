// The register of real calls, inside one transaction of the Registry that gave it. Whatever belongs to a call (its
// verdicts, with whom it is shared) goes when it goes. Errors: StoreTrouble.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/calls/call.hpp"
#include "app/ports/attempts.hpp"

namespace praxis::app {

struct CallQuery {
    std::string tenant, person;
    std::string after;  // an id: older ones than this
    std::size_t most = 50;
};

class Calls {
public:
    virtual ~Calls() = default;
    virtual void add(const RealCall&, const SaidTurns&, const std::vector<KeptVerdict>&) = 0;
    virtual std::optional<RealCall> find(const std::string& tenant, const std::string& id) = 0;
    virtual SaidTurns said(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<RealCall> list(const CallQuery&) = 0;  // newest first
    // Those that others share with somebody, the last shared first.
    virtual std::vector<RealCall> shared_with(const std::string& tenant, const std::string& person) = 0;
    virtual void erase(const std::string& tenant, const std::string& id) = 0;
    virtual std::int64_t erase_of(const std::string& tenant, const std::string& person) = 0;  // how many there were
    // By behaviour. Simulated rehearsals are left out.
    virtual std::vector<BehaviourSeen> by_behaviour(const std::string& tenant, const std::string& person) = 0;
};

}  // namespace praxis::app
