// PostgreSQL as the memory of one node or several: a pool of connections for requests, and an appender of its own that
// writes the log entries waiting at one moment as one statement. A lost connection is opened again by the next use.
// Times out rather than hangs: statements, idle transactions and locks have limits.
#pragma once

#include <memory>
#include <string>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

struct PostgresSettings {
    std::string url;  // as libpq reads it: "postgresql://…" or "host=… dbname=…"; may hold a password: never logged
    unsigned connections = 8;
};

// Throws StorageError (unavailable) when nobody answers.
std::unique_ptr<Database> open_postgres(const PostgresSettings&);

}  // namespace praxis::storage
