// Durable log entries a second with 64 writers, each with one entry of a turn's size on its way, and how long a writer
// waits for one: on SQLite, and on a PostgreSQL server of the benchmark's own, both as an installation runs them (every
// acknowledged entry is on the disk). Budget: 10,000/s each. Prints lines NAME ENTRIES_PER_S P50_MS P99_MS CPU_US, the
// last being this program's processor time an entry. The disk's wait is what is measured, so this is wall time.
//   storage_bench [SECONDS] [FOLDER]     5 seconds each; SQLite's file in FOLDER (the temporary folder)
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "adapters/storage/migrate.hpp"
#include "adapters/storage/postgres.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "adapters/storage/sqlite.hpp"
#include "bench/stopwatch.hpp"
#include "tests/storage/cluster.hpp"

namespace praxis::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kWriters = 64;

// What a turn leaves behind: about 190 bytes for each of two events.
std::string events_of(std::int64_t seq) {
    const std::string turn = std::to_string(seq);
    return R"({"event":"rep_said","turn":)" + turn +
           R"(,"text":"What does it come to over a month when the discounts run out like that?",)"
           R"("acts":["implication_question"],"topics":["early-payment"],"observation":{"a":2}})"
           "\n"
           R"({"event":"buyer_said","turn":)" +
           turn +
           R"(,"text":"It's nineteen and a half thousand a month, if you do the sum.",)"
           R"("moves":["disclose"],"disclosed":["discounts.cost"],"digest":"89ab01cd"})"
           "\n";
}

class Writer {
public:
    Writer(storage::Database& database, int number)
        : log_(database), attempt_("0190a1b2-c3d4-7000-8000-0000000000" + std::to_string(10 + number)) {}

    void run_until(Clock::time_point end) {
        for (std::int64_t seq = 1; Clock::now() < end; ++seq) {
            const auto begun = Clock::now();
            append(seq);
            waited_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
        }
    }
    std::vector<double> waited_ms;

private:
    void append(std::int64_t seq) {
        log_.append({"t1", attempt_, seq, seq, events_of(seq)},
                    [this](const std::optional<app::StoreTrouble>& trouble) {
                        if (trouble) {
                            std::fprintf(stderr, "storage_bench: %s\n", trouble->what());
                            std::_Exit(4);
                        }
                        done_ = true;
                        done_.notify_one();
                    });
        done_.wait(false);
        done_ = false;
    }
    storage::StoredAttemptLog log_;
    const std::string attempt_;
    std::atomic<bool> done_ = false;
};

void measure(const char* name, storage::Database& database, std::chrono::seconds length) {
    storage::migrate(database);
    const Stopwatch watch;
    const auto begun = Clock::now();
    std::vector<std::unique_ptr<Writer>> writers;
    std::vector<std::thread> threads;
    for (int i = 0; i < kWriters; ++i) writers.push_back(std::make_unique<Writer>(database, i));
    for (const auto& writer : writers)
        threads.emplace_back([&writer, end = begun + length] { writer->run_until(end); });
    for (std::thread& thread : threads) thread.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    std::vector<double> waited;
    for (const auto& writer : writers) waited.insert(waited.end(), writer->waited_ms.begin(), writer->waited_ms.end());
    std::sort(waited.begin(), waited.end());
    const auto count = static_cast<double>(waited.size());
    std::printf("%s %.0f %.1f %.1f %.0f\n", name, count / seconds, waited[waited.size() / 2],
                waited[waited.size() * 99 / 100], watch.elapsed_ms() * 1000 / count);
}

void run(int argc, char** argv) {
    const std::chrono::seconds length(argc > 1 ? std::atoi(argv[1]) : 5);
    std::string folder = (argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path()) /
                         "praxis-storage-bench-XXXXXX";
    if (!::mkdtemp(folder.data())) throw std::runtime_error("no folder could be made: " + folder);
    {
        const auto database = storage::open_sqlite({std::filesystem::path(folder) / "praxis.sqlite"});
        measure("sqlite", *database, length);
    }
    std::filesystem::remove_all(folder);
    testing::Cluster cluster(testing::Durability::on);
    const auto database = storage::open_postgres({cluster.new_database()});
    measure("postgres", *database, length);
}

}  // namespace
}  // namespace praxis::bench

int main(int argc, char** argv) {
    try {
        praxis::bench::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "storage_bench: %s\n", error.what());
        return 4;
    }
}
