// SIGINT and SIGTERM as something to wait for. Make it before any other thread, so that all inherit the mask.
#pragma once

#include <csignal>

namespace praxis::program {

class StopSignals {
public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
        std::signal(SIGPIPE, SIG_IGN);
        std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow: an error to be told, not an end
    }
    ~StopSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;

    void wait() const {
        int which = 0;
        sigwait(&signals_, &which);
    }

private:
    sigset_t signals_{}, before_{};
};

}  // namespace praxis::program
