// A small file system of a test's own, where that may be made (as root); it can be given more room. One thread.
#pragma once

#include <gtest/gtest.h>
#include <sys/mount.h>

#include <filesystem>
#include <string>

#include "tests/storage/installation.hpp"

namespace praxis::testing {

class SmallDisk {
public:
    explicit SmallDisk(const std::string& size) {
        made_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
    }
    ~SmallDisk() {
        if (made_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }
    bool made() const { return made_; }
    void resize(const std::string& size) {
        ASSERT_EQ(::mount("tmpfs", folder_.path().c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str()), 0);
    }
    const std::filesystem::path& path() const { return folder_.path(); }

private:
    Folder folder_;
    bool made_ = false;
};

}  // namespace praxis::testing
