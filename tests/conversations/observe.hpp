// What an expectation of a script speaks about, looked up in a played conversation. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/rehearsal/rehearsal.hpp"
#include "core/behaviour/judge.hpp"
#include "tests/conversations/script.hpp"

namespace praxis::conversations {

struct TurnSeen {
    const app::Rehearsal& rehearsal;
    const conversation::Event& rep;
    const conversation::Event& buyer;
    conversation::Standing before;
};

struct Finding {
    bool held = false;
    std::string got;    // what was there instead
    std::string wrong;  // the expectation itself cannot be understood
};

Finding observe(const Expectation&, const TurnSeen&);
Finding observe_end(const Expectation&, const app::Rehearsal&, const std::vector<behaviour::BehaviourVerdict>&);

}  // namespace praxis::conversations
