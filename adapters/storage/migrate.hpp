// The schema's history: numbered SQL files of adapters/storage/migrations, embedded in the program, applied in order
// and only forward, all that are missing in one transaction. One text serves both engines: $1 parameters, TEXT, BIGINT
// and DOUBLE PRECISION, statements end in ";\n". A database that a newer program has migrated is refused (Fault::newer)
// with advice; nothing is ever taken back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

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
// What `found` is, inside a transaction.
int schema_of(Transaction&, Engine);

// Throws StorageError (newer), with advice, when this program does not know the schema yet.
void refuse_newer_schema(int found);
// Throws StorageError: newer, or broken when it is older, with advice in both cases.
void require_current_schema(Database&);

// Brings the schema to this program's version. Safe to call at every start and from several nodes at once. Gives the
// numbers applied.
std::vector<int> migrate(Database&);
// The same with a history of the caller's, for tests.
std::vector<int> migrate(Database&, std::span<const Migration>);

}  // namespace praxis::storage
