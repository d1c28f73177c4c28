// A whole installation as a file, from a file, and from one database into another, whatever their engines. What is
// copied is one moment of the source, which may be in use. A target must be empty; it gets the schema of the source,
// then all rows in one transaction, which is kept only if every table then has the rows and digest that were sent, and
// last what newer migrations there are. Calls block, for long. Errors: StorageError, BackupError, CopyRefused.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "adapters/storage/copy/backup_file.hpp"
#include "adapters/storage/database.hpp"

namespace praxis::storage {

// The target is not as it must be; says what to do.
struct CopyRefused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What is there. All tables are read.
Inventory inventory_of(Database&);

// Returns when the file is on the disk.
Inventory backup(Database& from, const std::filesystem::path& to);
Inventory restore(const std::filesystem::path& from, Database& to);
// Nobody may write to `from` meanwhile: that would be lost.
Inventory move(Database& from, Database& to);
// Reads a backup to its end and gives what it holds.
Inventory check_backup(const std::filesystem::path&);

}  // namespace praxis::storage
