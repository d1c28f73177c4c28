// What is to be forgotten is really deleted: a person who wants it, what is older than it may be kept, a demo company.
// The audit log keeps ids that stand for nobody any more. Errors: Refusal.
#pragma once

#include <functional>

#include "app/access/office.hpp"

namespace praxis::app {

void erase_person(Office&, const people::Principal&, const std::string& id);

// Everything about one person.
Records export_person(Office&, const people::Principal&, const std::string& id);

// Deletes of one tenant (empty: what belongs to none), in steps of at most a thousand rows, until nothing is too old or
// `go_on` says no. How many rows.
std::int64_t sweep(Office&, const std::string& tenant, const std::function<bool()>& go_on);
std::int64_t sweep(Office&);  // of all tenants
// Leaves the sweeps of today as jobs: one a tenant, however often and on however many nodes it is called.
void leave_sweeps(Office&);
inline constexpr std::string_view kSweepJob = "retention.sweep";

// Only of a tenant that is marked as demo: with all of its people. A job does it, soon.
void erase_demo(Office&, const people::Principal&);
inline constexpr std::string_view kEraseDemoJob = "demo.erase";  // body: the tenant; about: who wished it
// The job's work. Does nothing when there is no such tenant any more.
void erase_demo_now(Office&, const std::string& tenant, const std::string& actor);

}  // namespace praxis::app
