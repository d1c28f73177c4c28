// PostgreSQL as the memory of one node or several: a pool of connections for requests, and an appender of its own that
// writes the log entries waiting at one moment as one statement. While the server is away calls try again for
// `patience_ms`, then say `unavailable`; the next call tries anew. Writes are serializable. Times out rather than
// hangs: statements, idle transactions and locks have limits.
#pragma once

#include <memory>
#include <string>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

struct PostgresSettings {
    std::string url;  // as libpq reads it: "postgresql://…" or "host=… dbname=…"; may hold a password: never logged
    unsigned connections = 8;
    int patience_ms = 3000;
    std::string who = "praxis";  // how the server lists the connections, unless the address says; nodes are "praxis"
};

// Throws StorageError (unavailable) when nobody answers in time.
std::unique_ptr<Database> open_postgres(const PostgresSettings&);

}  // namespace praxis::storage
