#include "bench/crowd/subject.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "bench/crowd/house.hpp"

namespace praxis::bench::crowd {
namespace {

namespace fs = std::filesystem;

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    if (!value) throw std::runtime_error(std::string(name) + " is not set: run bench/run");
    return value;
}

// Fields of /proc/PID/stat behind the name, which may hold anything: 0 is the state, 1 the parent, 11 and 12 the ticks,
// 13 and 14 those of children that are gone.
std::vector<long> stat_of(const fs::path& process) {
    std::ifstream in(process / "stat");
    std::string line;
    std::getline(in, line);
    std::istringstream rest(line.substr(std::min(line.size(), line.rfind(')') + 3)));
    std::vector<long> fields = {0};
    for (long field = 0; rest >> field;) fields.push_back(field);
    return fields;
}

double ticks_a_second() {
    return static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double seconds_of(const std::vector<long>& stat) {
    if (stat.size() < 13) return 0;
    return static_cast<double>(stat[11] + stat[12]) / ticks_a_second();
}

std::vector<std::string> command_of(bool peer, const std::string& database) {
    if (peer) return {setting("PRAXIS_LIVE_NODE"), setting("PRAXIS_LIVE_PEER"), database};
    return {setting("PRAXIS_LIVE_PROGRAM"),
            "serve",
            "--port",
            "0",
            "--log-level",
            "error",
            "--rate-person",
            "1000000",
            "--rate-address",
            "1000000",
            "--database",
            database};
}

}  // namespace

Subject::Subject(const std::string& server, const std::string& engine) : peer_(server == "peer") {
    std::string name = (fs::temp_directory_path() / "praxis-live-bench-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder could be made");
    folder_ = name;
    std::string database = (folder_ / "praxis.sqlite").string();
    if (engine == "postgres") {
        cluster_ = std::make_unique<testing::Cluster>(testing::Durability::on);
        database = cluster_->new_database();
    }
    process_.emplace(command_of(peer_, database));
    const std::string first = process_->line();
    if (first.empty()) throw std::runtime_error(server + " did not start");
    port = static_cast<std::uint16_t>(std::stoi(first.substr(first.rfind(':') + 1)));
}

Subject::~Subject() {
    process_.reset();
    cluster_.reset();
    fs::remove_all(folder_);
}

std::vector<std::string> Subject::let_in(std::size_t people) {
    if (!peer_) return people_of_praxis(port, process_->line(), people);
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < people; ++i) tokens.push_back("person-" + std::to_string(i));
    return tokens;
}

double Subject::server_seconds() const {
    return seconds_of(stat_of("/proc/" + std::to_string(process_->id())));
}

// The server of the cluster is a child of this program; its own children do the work, those that are gone included.
double Subject::database_seconds() const {
    if (!cluster_) return 0;
    const auto postmaster = static_cast<long>(cluster_->id());
    const std::vector<long> own = stat_of("/proc/" + std::to_string(postmaster));
    double seconds = own.size() < 15 ? 0 : static_cast<double>(own[13] + own[14]) / ticks_a_second();
    for (const auto& process : fs::directory_iterator("/proc")) {
        if (process.path().filename().string().find_first_not_of("0123456789") != std::string::npos) continue;
        const std::vector<long> stat = stat_of(process.path());
        if (stat.size() > 1 && stat[1] == postmaster) seconds += seconds_of(stat);
    }
    return seconds;
}

double Subject::resident_kb() const {
    std::ifstream in("/proc/" + std::to_string(process_->id()) + "/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6));
    return 0;
}

}  // namespace praxis::bench::crowd
