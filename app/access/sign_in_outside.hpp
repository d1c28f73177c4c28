// A person comes in by way of an identity provider outside (OpenID Connect): sent there with a state, a nonce and a
// PKCE verifier that are good once, for ten minutes, and only for the browser that left; taken in again by issuer and
// subject, never by address alone. Both block on network and database: a worker's work. Errors: Refusal `unknown`,
// `unavailable`; IdentityTrouble carries what the log should know.
#pragma once

#include <map>

#include "app/access/enter.hpp"
#include "app/ports/identity_provider.hpp"

namespace praxis::app {

enum class Provisioning : std::uint8_t {
    none,     // only people who were linked before
    invited,  // … and who was invited with the address that the provider has verified
    anybody,  // … and everybody else it knows, with the default roles
};

struct OutsideSettings {
    std::string company;  // the slug of the tenant whose people come this way
    Provisioning provisioning = Provisioning::invited;
    people::Roles default_roles = {people::Role::rep};
    std::vector<std::string> domains;  // of addresses; empty: any. Only for `anybody`
};

struct Leaving {
    std::string address;  // of the provider, with the question
    std::string browser;  // the secret of a cookie that the same browser must bring back
};
// `return_to`: a path of ours; anything else becomes "/".
Leaving leave_for_outside(Office&, IdentityProvider&, const OutsideSettings&, const std::string& return_to);

struct Arriving {
    std::string state, code, issuer;  // as they came in the address
    std::string browser;              // the cookie's secret
    std::string previous;             // the session secret the browser brought, or empty
};
struct Arrived {
    Entered entered;
    std::string return_to;
};
Arrived arrive_from_outside(Office&, IdentityProvider&, const OutsideSettings&, const Arriving&);

// "/practice?x=1" stays; "//evil", "/\evil", "https://evil" and what holds control characters become "/".
std::string own_path(const std::string& wanted);

}  // namespace praxis::app
