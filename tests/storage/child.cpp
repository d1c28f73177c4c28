// A node as a process of its own, for tests that kill it or start several at once:
//   storage_child migrate ADDRESS            prints the numbers applied
//   storage_child append ADDRESS ATTEMPTS    writes entry after entry to so many attempts for ever; prints a line
//                                            "ATTEMPT SEQ" for each that was acknowledged, before it does anything else
// Exits 1 with the error's kind when that goes wrong.
#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <string>

#include "adapters/storage/migrate.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using storage::Database;

void print(const std::string& line) {
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(2);
}

// One entry of each attempt is on its way at any time.
class Appending {
public:
    Appending(Database& database, int attempts) : log_(database) {
        for (int i = 1; i <= attempts; ++i) next(i, 1);
    }

private:
    void next(int attempt, int seq) {
        log_.append({"t1", id(attempt), seq, seq, "entry " + std::to_string(seq)},
                    [this, attempt, seq](const std::optional<app::StoreTrouble>& trouble) {
                        if (trouble) {
                            print("trouble " + std::string(trouble->what()) + "\n");
                            ::_exit(1);
                        }
                        print(std::to_string(attempt) + " " + std::to_string(seq) + "\n");
                        next(attempt, seq + 1);
                    });
    }
    storage::StoredAttemptLog log_;
};

int run(const std::string& what, Database& database, const std::string& count) {
    if (what == "migrate") {
        for (const int number : storage::migrate(database)) print(std::to_string(number) + "\n");
        return 0;
    }
    const Appending appending(database, std::stoi(count));
    ::pause();
    return 0;
}

}  // namespace
}  // namespace praxis::testing

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        const auto database = praxis::testing::open(argv[2]);
        return praxis::testing::run(argv[1], *database, argc > 3 ? argv[3] : "1");
    } catch (const praxis::storage::StorageError& error) {
        std::printf("error %s\n", std::string(name(error.fault)).c_str());
        return 1;
    }
}
