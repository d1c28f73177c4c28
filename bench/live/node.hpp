// The real server, started for a measure, with somebody of the demo company logged in who may use the microphone. One
// thread. Errors: std::runtime_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/storage/process.hpp"

namespace praxis::bench {

class Node {
public:
    // `more`: options of `praxis serve`.
    Node(const std::string& program, const std::vector<std::string>& more = {});
    ~Node();
    Node(const Node&) = delete;

    std::uint16_t port() const { return port_; }
    // An attempt at a scenario of hallam-steel; its id.
    std::string start(std::uint64_t seed) const;
    // What a socket is opened with.
    std::string headers() const;
    // Somebody else of the demo company from here on: "manager@demo.invalid".
    void log_in(const std::string& email);
    // The body of the answer to GET, PUT or POST of a path below /api/v1/, which must have that status.
    std::string ask(const std::string& method, const std::string& path, const std::string& body, int status) const;

private:
    void agree_to_speech() const;

    const std::filesystem::path folder_;
    std::unique_ptr<testing::Process> process_;
    std::uint16_t port_ = 0;
    std::string cookie_, csrf_;
};

}  // namespace praxis::bench
