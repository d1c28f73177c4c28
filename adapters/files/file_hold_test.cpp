#include "adapters/files/file_hold.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

fs::path fresh(const char* name) {
    const fs::path folder = fs::path(testing::TempDir()) / ("hold-" + std::to_string(getpid()));
    fs::create_directories(folder);
    return folder / name;
}

TEST(FileHold, IsTakenOnceAndLeavesNothingBehind) {
    const fs::path file = fresh("talk.jsonl");
    {
        const auto hold = FileHold::take(file);
        ASSERT_TRUE(hold);
        EXPECT_FALSE(FileHold::take(file));
        EXPECT_TRUE(FileHold::take(file.string() + "2"));
    }
    EXPECT_TRUE(FileHold::take(file));
    EXPECT_FALSE(fs::exists(file.string() + ".lock"));
}

TEST(FileHold, OutlivesNoProgramThatWasKilled) {
    const fs::path file = fresh("killed.jsonl");
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto hold = FileHold::take(file);
        const char taken = hold ? 'y' : 'n';
        if (write(ready[1], &taken, 1) != 1) _exit(1);
        pause();
        _exit(0);
    }
    char taken = 0;
    ASSERT_EQ(read(ready[0], &taken, 1), 1);
    EXPECT_EQ(taken, 'y');
    EXPECT_FALSE(FileHold::take(file)) << "the other program lives";
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_TRUE(FileHold::take(file));
}

TEST(FileHold, LeavesItToSavingToSayThatAFolderCannotBeWritten) {
    EXPECT_TRUE(FileHold::take("/proc/nothing/talk.jsonl"));
}

}  // namespace
}  // namespace praxis::files
