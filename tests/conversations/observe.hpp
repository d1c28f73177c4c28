// What an expectation of a script speaks about, looked up in a played conversation. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/rehearsal/rehearsal.hpp"
#include "core/behaviour/judge.hpp"
#include "core/foresight/marks/judge.hpp"
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

struct EndSeen {
    const app::Rehearsal& rehearsal;
    const std::vector<behaviour::BehaviourVerdict>& verdicts;
    const foresight::marks::Judgement& judgement;  // made only where an expectation asks for it
};

Finding observe(const Expectation&, const TurnSeen&);
Finding observe_end(const Expectation&, const EndSeen&);

// Does it ask for a look ahead (mark, value)? What it finds of a turn is known at the end only.
bool looks_ahead(const Expectation&);
Finding observe_ahead(const Expectation&, std::uint32_t turn, const foresight::marks::Judgement&);
std::string judged_text(const foresight::marks::Judged&);

}  // namespace praxis::conversations
