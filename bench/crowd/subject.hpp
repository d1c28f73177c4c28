// The server that is measured: `praxis serve` as an installation starts it, or the peer, on an SQLite file or a
// PostgreSQL server of its own; what it and its database take of the processor and of memory. One thread. Errors:
// std::runtime_error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/storage/cluster.hpp"
#include "tests/storage/process.hpp"

namespace praxis::bench::crowd {

struct Subject {
    Subject(const std::string& server, const std::string& engine);
    ~Subject();
    Subject(const Subject&) = delete;

    std::vector<std::string> let_in(std::size_t people);  // their tokens
    double server_seconds() const;                        // of processor time so far
    double database_seconds() const;
    double resident_kb() const;

    std::uint16_t port = 0;

private:
    std::filesystem::path folder_;
    std::unique_ptr<testing::Cluster> cluster_;
    std::optional<testing::Process> process_;
    bool peer_;
};

}  // namespace praxis::bench::crowd
