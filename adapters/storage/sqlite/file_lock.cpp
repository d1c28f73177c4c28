#include "adapters/storage/sqlite/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "adapters/storage/fault.hpp"

namespace praxis::storage::sqlite {

FileLock::FileLock(const std::filesystem::path& database) {
    const std::string path = database.string() + ".lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) throw StorageError(Fault::unavailable, "cannot open " + path + ": " + std::strerror(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(descriptor_);
    throw StorageError(Fault::unavailable, "another program holds " + database.string() + " open");
}

FileLock::~FileLock() {
    ::close(descriptor_);
}

}  // namespace praxis::storage::sqlite
