// The registers of people, access and rights as tables. Owned by program, borrows the database. Threads: any; calls
// block. Errors: app::StoreTrouble.
#pragma once

#include <memory>

#include "adapters/storage/database.hpp"
#include "app/ports/registry.hpp"

namespace praxis::storage {

std::unique_ptr<app::Registry> registry_in(Database&);

// After `migrate`, at every start: the audit log and the consent ledger refuse to be changed, even by hand through this
// program's connection, and SQLite overwrites what is deleted with zeros.
void seal(Database&);

// Bodies of the jobs that `leave` leaves; for whoever runs them.
std::string to_body(const app::LetterErrand&);
std::optional<app::LetterErrand> letter_errand_from(std::string_view kind, std::string_view body);

}  // namespace praxis::storage
