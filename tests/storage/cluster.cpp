#include "tests/storage/cluster.hpp"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <thread>

namespace praxis::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUser = "praxis";

fs::path newest_programs() {
    std::vector<fs::path> found;
    if (fs::exists("/usr/lib/postgresql"))
        for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
            if (fs::exists(version.path() / "bin/initdb")) found.push_back(version.path() / "bin");
    if (found.empty())
        throw std::runtime_error("PostgreSQL is not installed: ./dev test does, or install postgresql-15");
    return *std::max_element(found.begin(), found.end());
}

// Whom the server runs as.
struct Account {
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

// PostgreSQL refuses to run as root.
std::optional<Account> unprivileged() {
    if (::geteuid() != 0) return std::nullopt;
    const passwd* user = ::getpwnam("postgres");
    if (!user) throw std::runtime_error("there is no user postgres to run the server as; install postgresql-15");
    Account account{user->pw_uid, user->pw_gid, std::vector<gid_t>(64)};
    int count = static_cast<int>(account.groups.size());
    if (::getgrouplist(user->pw_name, user->pw_gid, account.groups.data(), &count) < 0)
        throw std::runtime_error("the user postgres is in more than 64 groups");
    account.groups.resize(static_cast<std::size_t>(count));
    return account;
}

// In a child of a process with threads: nothing here may allocate or take a lock, which a thread of the parent may have
// held when the child was made.
[[noreturn]] void run_in_child(char* const* command, const std::optional<Account>& account, int out) {
    if (account && (::setgroups(account->groups.size(), account->groups.data()) != 0 || ::setgid(account->group) != 0 ||
                    ::setuid(account->user) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);  // after the change of user, which resets it
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    if (::chdir("/") == 0) ::execv(command[0], command);
    ::_exit(127);
}

pid_t start_program(const std::vector<std::string>& command, const fs::path& log) {
    const std::optional<Account> account = unprivileged();
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) run_in_child(words.data(), account, out);
    ::close(out);
    return child;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

fs::path new_folder() {
    std::string name = "/tmp/praxis-postgres-XXXXXX";
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder could be made in /tmp");
    Cluster::give(name);
    return name;
}

}  // namespace

Cluster::Cluster(Durability durability) : folder_(new_folder()), programs_(newest_programs()), durability_(durability) {
    const fs::path log = folder_ / "initdb.log";
    const pid_t initdb = start_program({programs_ / "initdb", "-D", folder_ / "data", "-U", kUser, "-A", "trust", "-E",
                                        "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"},
                                       log);
    int status = 0;
    ::waitpid(initdb, &status, 0);
    if (status != 0) throw std::runtime_error("initdb failed: " + text_of(log));
    start();
}

Cluster::~Cluster() {
    if (server_ > 0) signal_and_wait(SIGQUIT);
    std::error_code error;
    fs::remove_all(folder_, error);
}

Cluster& Cluster::shared() {
    static Cluster cluster(Durability::off);
    return cluster;
}

void Cluster::give(const fs::path& folder) {
    const std::optional<Account> account = unprivileged();
    if (account && ::chown(folder.c_str(), account->user, account->group) != 0)
        throw std::runtime_error("chown failed: " + folder.string());
}

void Cluster::start() {
    constexpr int kPings = 3000;
    constexpr std::chrono::milliseconds kBetween{20};
    launch();
    const std::string url = address("postgres");
    for (int i = 0; i < kPings; ++i) {
        if (PQping(url.c_str()) == PQPING_OK) return;
        std::this_thread::sleep_for(kBetween);
        // After a crash it refuses to start while a backend of the old one still dies: tried again.
        if (::waitpid(server_, nullptr, WNOHANG) == server_) launch();
    }
    throw std::runtime_error("the PostgreSQL server did not start: " + text_of(folder_ / "server.log"));
}

void Cluster::launch() {
    const std::string fsync = durability_ == Durability::on ? "on" : "off";
    server_ = start_program({programs_ / "postgres", "-D", folder_ / "data", "-k", folder_, "-c",
                             "listen_addresses=", "-c", "port=5432", "-c", "fsync=" + fsync, "-c",
                             "full_page_writes=" + fsync, "-c", "shared_buffers=32MB", "-c", "max_connections=150"},
                            folder_ / "server.log");
}

void Cluster::stop() {
    signal_and_wait(SIGINT);
}

void Cluster::crash() {
    signal_and_wait(SIGQUIT);
}

void Cluster::signal_and_wait(int signal) {
    ::kill(server_, signal);
    ::waitpid(server_, nullptr, 0);
    server_ = -1;
}

std::string Cluster::new_database() {
    const std::string name = "test" + std::to_string(++databases_);
    run_sql("CREATE DATABASE " + name);
    return address(name);
}

std::string Cluster::address(const std::string& database) const {
    return "host=" + folder_.string() + " port=5432 user=" + kUser + " dbname=" + database;
}

void Cluster::run_sql(const std::string& sql) const {
    PGconn* connection = PQconnectdb(address("postgres").c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string reason = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) throw std::runtime_error(sql + ": " + reason);
}

}  // namespace praxis::testing
