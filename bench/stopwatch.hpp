// Processor time of this process, in milliseconds since it was made. For what must be measured at its first run: a text
// that was read before is read several times faster (the patterns' automaton is built as it meets new text), so
// repeating a text until the figure is steady measures something that no user ever sees.
#pragma once

#include <ctime>

namespace praxis::bench {

class Stopwatch {
public:
    double elapsed_ms() const { return now_ms() - begun_ms_; }

private:
    static double now_ms() {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    double begun_ms_ = now_ms();
};

}  // namespace praxis::bench
