// The registers of people, access and rights as tables. Owned by program, borrows the database. Threads: any; calls
// block. Errors: app::StoreTrouble.
#pragma once

#include <functional>
#include <memory>

#include "adapters/storage/database.hpp"
#include "app/ports/registry.hpp"

namespace praxis::storage {

// `left_work` is called after a write that left jobs was kept.
std::unique_ptr<app::Registry> registry_in(Database&, std::function<void()> left_work = {});

// The registers over a transaction of another store, for what is to be kept with it: an audit entry, a job. True when
// jobs were left.
bool with_registers(Transaction&, Engine, const std::function<void(app::Registers&)>&);

// After `migrate`, at every start: the audit log and the consent ledger refuse to be changed, even by hand through this
// program's connection, and SQLite overwrites what is deleted with zeros.
void seal(Database&);

// Bodies of the jobs that `leave` leaves; for whoever runs them.
std::string letter_job(app::Occasion);  // their kind
std::string to_body(const app::LetterErrand&);
std::optional<app::LetterErrand> letter_errand_from(std::string_view kind, std::string_view body);

}  // namespace praxis::storage
