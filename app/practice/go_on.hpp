// A person goes on with an attempt of theirs: it is claimed for this node, so that it is written in one place at a
// time, and stands where its log ends. `keep` makes the entry of what happened since; `settle` brings the list of
// attempts up to the log once the conversation is over. Throws Refusal; `go_on`, `hold` and `settle` block: a worker's
// work.
#pragma once

#include "app/practice/practice.hpp"
#include "core/behaviour/judge.hpp"

namespace praxis::app {

inline constexpr std::int64_t kNodeLife_ms = 10'000;  // for how long a node says that it lives (ports/nodes.hpp)

// Refusal (unavailable) while another node holds it. An attempt that is over is opened to be read, and not claimed.
Opened go_on(Practice&, const people::Principal&, const std::string& attempt);
// Without claiming it: to look at, not to write.
Opened open_to_read(Practice&, Attempt);
// Claims it, or asks whether it is still this node's; false: another node has it.
bool hold(Practice&, const Attempt&);
// Must come through some time: while this node lives, no other can claim what it holds.
void let_go(Practice&, const Attempt&);

// The next entry: the events of the rehearsal from `first_event` on.
LogEntry keep(Practice&, Opened&, std::size_t first_event);
// The same of one event alone: an answer that was cut short.
LogEntry keep_one(Practice&, Opened&, std::size_t event);
void settle(Practice&, Opened&);
// Its report was read: it counts from now on, with what was judged of it. `attempt.read_ms` says when.
void complete(Practice&, Attempt&, const std::vector<behaviour::BehaviourVerdict>&);

}  // namespace praxis::app
