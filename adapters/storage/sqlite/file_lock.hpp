// Held while the file is open for writing: two programs that write would meet SQLite's WAL-reset fault
// (docs/storage.md). A lock file beside the database, kept when the program ends, let go of even by a killed one.
#pragma once

#include <filesystem>

namespace praxis::storage::sqlite {

class FileLock {
public:
    // Throws StorageError (unavailable) when another program holds it.
    explicit FileLock(const std::filesystem::path& database);
    ~FileLock();
    FileLock(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace praxis::storage::sqlite
