// What an admin sees of the jobs of their company, and does about those that were laid aside. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

std::vector<Job> list_jobs(Office&, const people::Principal&, JobQuery);
// A dead one from the start again.
Job retry_job(Office&, const people::Principal&, const std::string& id);

}  // namespace praxis::app
