// A person comes in by way of an identity provider outside (OpenID Connect): sent there with a state, a nonce and a
// PKCE verifier that are good once, for ten minutes, for the browser that left, and by the way it left; taken in again
// by issuer and subject, never by address alone. Both block on network and database: a worker's work. Errors:
// OutsideRefusal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/access/enter.hpp"
#include "app/ports/identity_provider.hpp"

namespace praxis::app {

enum class Provisioning : std::uint8_t {
    known,     // only people who were linked before
    invited,   // … and who was invited with the address that the provider vouches for
    everybody  // … and everybody else with an address of `domains`, with the default roles
};
inline constexpr int kProvisioningCount = 3;
std::string_view name(Provisioning);

struct OutsideSettings {
    std::string company;  // the slug of the tenant whose people come this way; empty: the only one there is
    Provisioning provisioning = Provisioning::invited;
    people::Roles default_roles = {people::Role::rep};
    std::string default_team;          // the name of a team that new people are placed in; empty: none
    std::vector<std::string> domains;  // of addresses, small letters; empty: any
};

// One provider as this installation uses it. The provider outlives it.
struct OutsideWay {
    std::string id, name;  // "entra", "Hallam account"
    std::string issuer;
    bool farewell = true;  // whoever logs out here is sent to log out there too
    OutsideSettings settings;
    IdentityProvider* provider = nullptr;
};
using OutsideWays = std::vector<OutsideWay>;

// Why somebody was not let in, or a way cannot be gone: a closed list that the page has words for.
enum class OutsideFault : std::uint8_t {
    used_up,           // this coming back was used already, is older than ten minutes, or was made up
    other_browser,     // it was begun in another browser, or its cookie is gone
    refused_there,     // the provider let them not in
    not_invited,       // nobody invited this address, and this way makes no accounts
    wrong_domain,      // its domain is none of those that are let in
    email_missing,     // the provider tells no address, or none that can be one
    email_unverified,  // … one that it does not vouch for
    has_password,      // an account has the address and is used with a password: log in with it and connect it
    suspended,
    no_company,      // the company whose people come this way is not there (yet)
    provider_down,   // it does not answer
    provider_wrong,  // what it answers is not to be believed, or its settings here are wrong
    clocks_differ,
};
inline constexpr int kOutsideFaultCount = 13;
std::string_view name(OutsideFault);

struct OutsideRefusal : Refusal {
    explicit OutsideRefusal(OutsideFault, std::string for_log = {});
    OutsideFault fault;
    std::string detail;     // for the log
    std::string return_to;  // where they wanted to go, as far as known
};

// What trouble with a provider is to whoever comes by it.
OutsideFault fault_of(IdentityFault);

template <class Work>
auto telling_of_identity(Work work) {
    try {
        return work();
    } catch (const IdentityTrouble& trouble) {
        throw OutsideRefusal(fault_of(trouble.fault), trouble.what());
    }
}

// The company whose people come this way, if it is there.
std::optional<Tenant> company_of(Registers&, const OutsideSettings&);
// Of a person, as it is kept.
std::string outside_id(const std::string& issuer, const std::string& subject);

// Why this way cannot be gone right now, as far as is known without asking the provider. Blocks on the database.
struct WayStanding {
    bool ready = false;
    std::optional<OutsideFault> fault;  // nothing and not ready: it is being asked
};
WayStanding standing_of(Office&, const OutsideWay&);

struct Leaving {
    std::string address;  // of the provider, with the question
    std::string browser;  // the secret of a cookie that the same browser must bring back
};
// `return_to`: a path of ours; anything else becomes "/".
Leaving leave_for_outside(Office&, const OutsideWay&, const std::string& return_to);

struct Arriving {
    std::string state, code, issuer;  // as they came in the address
    std::string browser;              // the cookie's secret
    std::string previous;             // the session secret the browser brought, or empty
    std::string error;                // what the provider says instead of a code
};
struct Arrived {
    Entered entered;
    std::string return_to;
};
Arrived arrive_from_outside(Office&, const OutsideWay&, const Arriving&);

// "/practice?x=1" stays; "//evil", "/\evil", "https://evil" and what holds control characters become "/".
std::string own_path(const std::string& wanted);

}  // namespace praxis::app
