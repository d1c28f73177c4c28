// What keeps secrets: fingerprints of long random ones, slow hashes of those that people think up. Any thread; the two
// that hash passwords take tens of milliseconds and as many megabytes: call them on a worker.
#pragma once

#include <string>
#include <string_view>

namespace praxis::app {

class Secrecy {
public:
    virtual ~Secrecy() = default;
    // SHA-256 in lower-case hexadecimal: for secrets of 256 random bits, never for passwords.
    virtual std::string fingerprint(std::string_view secret) = 0;
    virtual std::string hash_password(std::string_view password) = 0;
    // An empty hash (nobody has this account) costs the same and never fits.
    virtual bool fits(const std::string& hash, std::string_view password) = 0;
    virtual bool outdated(const std::string& hash) = 0;  // made with weaker settings than today's
};

}  // namespace praxis::app
