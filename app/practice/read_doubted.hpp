// The one verdict that an open appeal doubts, for whoever answers appeals, although the attempt or the real call is not
// shared: that is what the rep agrees to by appealing, and they are told so. Its quotes, and the turns beside them;
// nothing else of it. Judged anew from what was said. Blocks: a worker's work. Throws Refusal.
#pragma once

#include "app/practice/practice.hpp"
#include "core/behaviour/judge.hpp"

namespace praxis::app {

struct TurnSaid {
    std::uint32_t turn = 0;
    bool by_rep = false;
    std::string text;
};

struct Doubted {
    behaviour::BehaviourVerdict verdict;
    std::vector<TurnSaid> said;  // the turns that are quoted, one before and one after each
};
Doubted read_doubted(Practice&, const people::Principal&, const std::string& appeal);

}  // namespace praxis::app
