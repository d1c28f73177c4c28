// Holds a file for one program: two that save the same conversation would overwrite each other's turns. A lock file
// stands beside it while it is held; the kernel lets go of it when the program ends, however it ends. Owner: whoever
// writes the file. One thread.
#pragma once

#include <filesystem>
#include <optional>

namespace praxis::files {

class FileHold {
public:
    // Nothing when another program holds it. A folder that cannot be written to holds nothing back: saving will tell.
    static std::optional<FileHold> take(const std::filesystem::path& file);

    FileHold(FileHold&&) noexcept;
    FileHold& operator=(FileHold&&) = delete;
    ~FileHold();

private:
    FileHold(std::filesystem::path lock, int descriptor) : lock_(std::move(lock)), descriptor_(descriptor) {}

    std::filesystem::path lock_;
    int descriptor_ = -1;  // −1: holds nothing
};

}  // namespace praxis::files
