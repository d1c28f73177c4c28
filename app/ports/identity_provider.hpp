// An identity provider outside: where to send a person, and who they are when they come back. Calls may block on the
// network: use a worker. Errors: IdentityTrouble, whose text is for the log.
#pragma once

#include <stdexcept>
#include <string>

namespace praxis::app {

struct IdentityTrouble : std::runtime_error {
    IdentityTrouble(bool is_down, const std::string& detail) : std::runtime_error(detail), unreachable(is_down) {}
    bool unreachable;  // it does not answer; otherwise: what it said was not to be believed
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
};

class IdentityProvider {
public:
    virtual ~IdentityProvider() = default;
    virtual std::string departure_address(const OutsideQuestion&) = 0;
    // Trades the code for an identity whose proof was checked.
    virtual OutsideIdentity arrive(const OutsideArrival&) = 0;
    // Where a browser logs out at the provider too; empty: it offers none.
    virtual std::string farewell_address() = 0;
};

}  // namespace praxis::app
