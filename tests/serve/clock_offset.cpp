// A machine whose clock jumps, for one program: loaded before its libraries (LD_PRELOAD), it moves the time of day by
// as many seconds as the file named by PRAXIS_CLOCK_OFFSET says at the moment. Time that only runs forward is left
// alone.
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

long offset_s() {
    const char* name = std::getenv("PRAXIS_CLOCK_OFFSET");
    std::FILE* file = name ? std::fopen(name, "r") : nullptr;
    long seconds = 0;
    if (!file) return 0;
    if (std::fscanf(file, "%ld", &seconds) != 1) seconds = 0;
    std::fclose(file);
    return seconds;
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) {
    const long result = ::syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += offset_s();
    return static_cast<int>(result);
}

extern "C" int gettimeofday(timeval* time, void*) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

extern "C" time_t time(time_t* into) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (into) *into = now.tv_sec;
    return now.tv_sec;
}
