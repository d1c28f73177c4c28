#include "tests/storage/process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace praxis::testing {

Process::Process(std::vector<std::string> command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> words;
    for (std::string& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    child_ = ::fork();
    if (child_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    out_ = ends[0];
}

Process::~Process() {
    kill();
    exit_code();
    ::close(out_);
}

std::string Process::line() {
    while (true) {
        const std::size_t end = read_.find('\n');
        if (end != std::string::npos) {
            const std::string line = read_.substr(0, end);
            read_.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> block{};
        const ssize_t got = ::read(out_, block.data(), block.size());
        if (got <= 0) return {};
        read_.append(block.data(), static_cast<std::size_t>(got));
    }
}

void Process::kill() {
    if (child_ > 0) ::kill(child_, SIGKILL);
}

void Process::tell(int signal) {
    if (child_ > 0) ::kill(child_, signal);
}

int Process::exit_code() {
    if (child_ <= 0) return -1;
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace praxis::testing
