// What is to be forgotten is really deleted: a person who wants it, what is older than it may be kept, a demo company.
// The audit log keeps ids that stand for nobody any more. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

void erase_person(Office&, const people::Principal&, const std::string& id);

// Everything about one person.
Records export_person(Office&, const people::Principal&, const std::string& id);

// A job's work: deletes in steps of at most a thousand rows until nothing is too old. How many rows.
std::int64_t sweep(Office&);

// Only of a tenant that is marked as demo: with all of its people.
void erase_demo(Office&, const people::Principal&);
void erase_demo(Office&, const std::string& slug);  // from the command line

}  // namespace praxis::app
