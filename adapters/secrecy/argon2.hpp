// Secrets by OpenSSL's SHA-256 and by argon2id (RFC 9106). The settings decide what a guess costs an attacker and a
// log-in costs us; those of old hashes are in the hashes themselves. Any thread; a password's hash takes `memory_kib`
// while it is made, so whoever calls bounds how many are made at once.
#pragma once

#include <cstdint>

#include "app/ports/secrecy.hpp"

namespace praxis::secrecy {

// OWASP's second choice (19 MiB, 2 passes, 1 lane): 26 ms of one core, see docs/security.md.
struct Argon2Settings {
    std::uint32_t memory_kib = 19'456, passes = 2, lanes = 1;
};

class Argon2Secrecy final : public app::Secrecy {
public:
    explicit Argon2Secrecy(Argon2Settings = {});
    std::string fingerprint(std::string_view secret) override;
    std::string hash_password(std::string_view password) override;
    bool fits(const std::string& hash, std::string_view password) override;
    bool outdated(const std::string& hash) override;

private:
    const Argon2Settings settings_;
    const std::string nobodys_;  // made with the same settings, so that who has no account costs the same
};

}  // namespace praxis::secrecy
