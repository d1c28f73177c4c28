// The schema's history: numbered SQL files of adapters/storage/migrations, embedded in the program, applied in order
// and only forward. One text serves both engines; `@BIGTEXT@`-like tokens do not exist, only types that both know. A
// database that a newer program has migrated is refused (Fault::newer) with advice; nothing is ever taken back.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

struct Migration {
    int number = 0;
    std::string_view name, sql;
};

// In order; numbers begin at 1 without gaps.
std::span<const Migration> migrations();

struct SchemaVersion {
    int found = 0;   // in the database; 0: it is empty
    int wanted = 0;  // by this program
};
SchemaVersion schema_version(Database&);

// Brings the schema to this program's version. Safe to call at every start and from several nodes at once. Gives the
// numbers applied.
std::vector<int> migrate(Database&);

}  // namespace praxis::storage
