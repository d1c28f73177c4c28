// An attempt's first row and first entry, however it begins. Blocks; throws StoreTrouble.
#pragma once

#include "app/practice/practice.hpp"

namespace praxis::app {

// The row of a rehearsal as it stands; without id and times.
Attempt attempt_of(const Rehearsal&, const std::string& tenant, const std::string& person);

// Gives it an id, and a start unless it has one, and keeps what was said so far as the first entry of its log.
Attempt begin(Practice&, const Rehearsal&, Attempt);

void append_and_wait(AttemptLog&, LogEntry);

}  // namespace praxis::app
