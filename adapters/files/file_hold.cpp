#include "adapters/files/file_hold.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <utility>

namespace praxis::files {
namespace {

// Who let go may have removed the file that was just locked: then the lock is nobody's.
bool still_there(int descriptor, const std::filesystem::path& lock) {
    struct stat held {
    }, named{};
    return ::fstat(descriptor, &held) == 0 && ::stat(lock.c_str(), &named) == 0 && held.st_ino == named.st_ino;
}

}  // namespace

std::optional<FileHold> FileHold::take(const std::filesystem::path& file) {
    std::error_code error;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path lock = file.string() + ".lock";
    while (true) {
        const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0) return FileHold(std::move(lock), -1);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor);
            return std::nullopt;
        }
        if (still_there(descriptor, lock)) return FileHold(std::move(lock), descriptor);
        ::close(descriptor);
    }
}

FileHold::FileHold(FileHold&& other) noexcept
    : lock_(std::move(other.lock_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileHold::~FileHold() {
    if (descriptor_ < 0) return;
    std::error_code error;
    std::filesystem::remove(lock_, error);
    ::close(descriptor_);
}

}  // namespace praxis::files
