// A PostgreSQL server of a test program's own: made by initdb in a new folder, reached by a socket in it, gone when the
// program ends or is killed. It touches no other cluster. As root it runs as user postgres. Needs the package
// postgresql-15, which ./dev test installs. One thread.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace praxis::testing {

enum class Durability { off, on };  // off: quick; on: as an installation runs, for tests that kill

class Cluster {
public:
    // Throws std::runtime_error with advice when PostgreSQL is not there or does not start.
    explicit Cluster(Durability);
    ~Cluster();
    Cluster(const Cluster&) = delete;

    // One for all tests of this program that do not stop it; made when first asked for.
    static Cluster& shared();

    // An empty database of its own; gives the address.
    std::string new_database();

    void stop();   // closes connections and shuts down, as a restart of the service does
    void crash();  // … as a power cut does
    void start();

    pid_t id() const { return server_; }

    // Lets the server write in a folder.
    static void give(const std::filesystem::path& folder);

private:
    std::string address(const std::string& database) const;
    void launch();
    void run_sql(const std::string& sql) const;
    void signal_and_wait(int signal);

    std::filesystem::path folder_, programs_;
    Durability durability_;
    pid_t server_ = -1;
    int databases_ = 0;
};

}  // namespace praxis::testing
