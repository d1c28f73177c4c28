// The embedded database: one file. One writer thread commits what waits together (group commit; WAL,
// synchronous=FULL), so that many writers share one wait for the disk; readers have connections of their own that only
// read. The writer is also the only one to checkpoint, which keeps clear of SQLite's WAL-reset fault (3.7.0 … 3.51.2;
// docs/storage.md); no other program may write to the file while it is open: a lock beside it sees to that.
#pragma once

#include <filesystem>
#include <memory>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

struct SqliteSettings {
    std::filesystem::path file;
    unsigned readers = 4;  // connections, made when needed
    // Only reads, and may do so while another program has the file open: for a backup of a running installation.
    bool only_reads = false;
};

// Creates the file when it is not there, readable by its owner only. Throws StorageError.
std::unique_ptr<Database> open_sqlite(const SqliteSettings&);

}  // namespace praxis::storage
