// A program that a test starts, reads from and kills. One thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace praxis::testing {

class Process {
public:
    explicit Process(std::vector<std::string> command);
    ~Process();  // kills it
    Process(const Process&) = delete;

    // The next line of its output without its end; empty when there is none any more.
    std::string line();
    void kill();  // without warning
    void tell(int signal);
    pid_t id() const { return child_; }
    // Waits for its end; its exit code, or -1 when it was killed.
    int exit_code();

private:
    pid_t child_ = -1;
    int out_ = -1;
    std::string read_;
};

}  // namespace praxis::testing
