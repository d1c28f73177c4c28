// How `praxis serve` holds thousands of conversations at once, on this machine's cores, which this client shares: an
// open loop of turns over real sockets, each understood, answered, kept on the disk and told. The peer beside it speaks
// the same protocol on Node. Prints lines NAME FIGURE…; docs/benchmarks.md explains them, bench/run makes rows of them.
//   live_bench praxis|peer sqlite|postgres [SOCKETS TURNS_A_SECOND SECONDS]     10000 2000 20
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "bench/crowd/crowd.hpp"
#include "bench/crowd/readers.hpp"
#include "bench/crowd/subject.hpp"

namespace praxis::bench::crowd {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kTalks_each = 50;
constexpr std::size_t kComing_in_at_once = 200;
constexpr std::size_t kReaders = 64;
constexpr auto kReading = 3000ms;
constexpr auto kWarming_up = 6s;

struct Wishes {
    std::string server, engine;
    std::size_t sockets = 10'000;
    double turns_a_second = 2'000;
    std::chrono::seconds length{20};
};

double own_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Shares {
    explicit Shares(const Subject& subject)
        : server(subject.server_seconds()), database(subject.database_seconds()), own(own_seconds()) {}
    double server, database, own;
    Clock::time_point at = Clock::now();
};

void tell_shares(const Shares& before, const Shares& now) {
    const double seconds = std::chrono::duration<double>(now.at - before.at).count();
    std::printf("cores %.2f %.2f %.2f\n", (now.server - before.server) / seconds,
                (now.database - before.database) / seconds, (now.own - before.own) / seconds);
}

void measure_reads(const Subject& subject, const House& house) {
    const std::pair<const char*, std::string> kPaths[] = {{"session", "/api/v1/session"},
                                                          {"attempts", "/api/v1/attempts?limit=20"},
                                                          {"strategies", "/api/v1/strategies"}};
    for (const auto& [name, path] : kPaths) {
        const double before = subject.server_seconds();
        const Reads reads = read_for(subject.port, path, house.tokens, kReaders, kReading);
        const double used = subject.server_seconds() - before;
        std::printf("reads_%s %.0f %.1f %.0f\n", name, reads.a_second, reads.waits.at_ms(0.99),
                    used * 1e6 / static_cast<double>(reads.waits.count()));
    }
}

void check_kept(const Subject& subject, const House& house, const Crowd& crowd) {
    const std::size_t step = std::max<std::size_t>(1, house.talks.size() / 20);
    for (std::size_t i = 0; i < house.talks.size(); i += step) {
        const std::size_t kept = turns_kept(subject.port, house.tokens[house.talks[i].person], house.talks[i].attempt);
        if (kept < crowd.turns_told(i)) throw std::runtime_error("a turn that was told was not kept");
    }
}

void measure_turns(const Subject& subject, const House& house, const std::vector<Script>& scripts,
                   const Wishes& wishes) {
    const double empty_kb = subject.resident_kb();
    Crowd crowd(subject.port, house, scripts);
    const auto begun = Clock::now();
    const Latency coming = crowd.come_in(kComing_in_at_once);
    const auto sockets = static_cast<double>(house.talks.size());
    std::printf("opened %.0f %.1f\n", sockets / std::chrono::duration<double>(Clock::now() - begun).count(),
                coming.at_ms(0.99));
    const double open_kb = subject.resident_kb();
    crowd.speak(wishes.turns_a_second, kWarming_up);
    const Shares before(subject);
    const Spoken spoken = crowd.speak(wishes.turns_a_second, wishes.length);
    tell_shares(before, Shares(subject));
    std::printf("turns %.1f %.1f %.1f %.1f\n", spoken.waits.at_ms(0.5), spoken.waits.at_ms(0.99),
                spoken.waits.at_ms(0.999), spoken.waits.most_ms());
    std::printf("failed %llu %llu %llu\n", static_cast<unsigned long long>(spoken.lost),
                static_cast<unsigned long long>(spoken.problems), static_cast<unsigned long long>(spoken.closed));
    std::printf("said %llu %llu\n", static_cast<unsigned long long>(spoken.turns),
                static_cast<unsigned long long>(spoken.over));
    std::printf("memory %.1f %.1f %.0f\n", (open_kb - empty_kb) / sockets, (subject.resident_kb() - empty_kb) / sockets,
                subject.resident_kb() / 1024);
    if (!spoken.first_problem.empty()) std::fprintf(stderr, "live_bench: %s\n", spoken.first_problem.c_str());
    check_kept(subject, house, crowd);
}

void raise_descriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// A conversation must not end while it is measured: its rep has more lines than turns.
std::size_t turns_each(const Wishes& wishes) {
    const double seconds = static_cast<double>((wishes.length + kWarming_up).count());
    return static_cast<std::size_t>(wishes.turns_a_second * seconds / static_cast<double>(wishes.sockets)) + 2;
}

void run(const Wishes& wishes) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    raise_descriptors();
    const std::vector<Script> scripts = scripts_in(PRAXIS_DATA, turns_each(wishes));
    Subject subject(wishes.server, wishes.engine);
    House house;
    const std::size_t people = std::max<std::size_t>(4, wishes.sockets / kTalks_each);
    std::fprintf(stderr, "live_bench: %zu people come in\n", people);
    house.tokens = subject.let_in(people);
    std::fprintf(stderr, "live_bench: %zu conversations are begun\n", wishes.sockets);
    const auto begun = Clock::now();
    house.talks = begin_talks(subject.port, house.tokens, scripts, wishes.sockets);
    std::printf("begun %.0f\n",
                static_cast<double>(wishes.sockets) / std::chrono::duration<double>(Clock::now() - begun).count());
    std::fflush(stdout);
    measure_reads(subject, house);
    std::fflush(stdout);
    measure_turns(subject, house, scripts, wishes);
}

}  // namespace
}  // namespace praxis::bench::crowd

int main(int argc, char** argv) {
    using praxis::bench::crowd::Wishes;
    if (argc < 3)
        return std::fputs("live_bench praxis|peer sqlite|postgres [SOCKETS TURNS_A_SECOND SECONDS]\n", stderr), 2;
    Wishes wishes{argv[1], argv[2]};
    if (argc > 3) wishes.sockets = static_cast<std::size_t>(std::atoi(argv[3]));
    if (argc > 4) wishes.turns_a_second = std::atof(argv[4]);
    if (argc > 5) wishes.length = std::chrono::seconds(std::atoi(argv[5]));
    try {
        praxis::bench::crowd::run(wishes);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "live_bench: %s\n", error.what());
        return 4;
    }
}
