// An identity provider outside: where to send a person, and who they are when they come back. Calls may block on the
// network, unless they say otherwise: use a worker of their own kind, so that a provider that hangs keeps nobody else
// waiting. Any thread. Errors: IdentityTrouble, whose text is for the log.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace praxis::app {

enum class IdentityFault : std::uint8_t {
    unreachable,   // it does not answer
    unbelievable,  // what it said was not to be believed
    clocks,        // … only because its clock and ours differ too much
};

struct IdentityTrouble : std::runtime_error {
    IdentityTrouble(IdentityFault which, const std::string& detail) : std::runtime_error(detail), fault(which) {}
    IdentityFault fault;
};

struct OutsideQuestion {  // fresh for every departure
    std::string state, nonce;
    std::string verifier;  // PKCE's: only its SHA-256 travels
};

struct OutsideArrival {
    std::string code;
    std::string issuer;           // what the browser brought as `iss`, or empty
    std::string verifier, nonce;  // of the question
};

struct OutsideIdentity {
    std::string issuer, subject;
    std::string email, name;
    bool email_verified = false;
    std::string session = {};  // the provider's own, where it tells
};

// What a provider says of its own accord: somebody has logged out there.
struct OutsideLogout {
    std::string subject, session;  // one of them may be empty: all of theirs, or whoever's it is
    std::int64_t issued_ms = 0;
};

// What is known of a provider without asking it.
struct ProviderStanding {
    bool ready = false;
    std::optional<IdentityFault> fault;  // why not; nothing: it was not asked yet
    bool due = false;                    // it is time to ask (again): prepare()
};

class IdentityProvider {
public:
    virtual ~IdentityProvider() = default;
    virtual ProviderStanding standing() = 0;  // does not block
    // Asks it for what must be known before anybody leaves for it. Does not throw: standing() tells what came of it.
    virtual void prepare() = 0;
    virtual std::string departure_address(const OutsideQuestion&) = 0;
    // Trades the code for an identity whose proof was checked.
    virtual OutsideIdentity arrive(const OutsideArrival&) = 0;
    // What it says of a log-out, once its proof was checked. The same may come twice.
    virtual OutsideLogout logged_out(const std::string& token) = 0;
    // Where a browser logs out at the provider too; empty: it offers none.
    virtual std::string farewell_address() = 0;
};

}  // namespace praxis::app
