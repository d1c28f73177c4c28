// Sends one delivery to its webhook: a job's work, tried again over a day. A webhook that has failed for days, or says
// that it is gone (410), is switched off, with a line in the audit log.
#pragma once

#include "app/access/office.hpp"
#include "app/jobs/runner.hpp"
#include "app/ports/work/webhooks.hpp"

namespace praxis::app {

inline constexpr std::int64_t kFailingMost_ms = 3 * people::kDay_ms;

// Throws JobTrouble when it was not taken. May send twice: the message's id stays the same.
void deliver(Office&, WebhookPoster&, const JobRun&);

}  // namespace praxis::app
