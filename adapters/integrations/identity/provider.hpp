// An OpenID Connect provider, found by its discovery document: authorization code with PKCE (S256), state and nonce.
// What it says of itself and its keys are kept for a while; a token by a key that is not known yet has them fetched
// again, but not oftener than every half minute. One that does not answer is left alone for a second, then for two, and
// so on up to a minute; what it said of itself before holds for a day meanwhile. Any thread; blocks on the network.
// Errors: app::IdentityTrouble.
#pragma once

#include <mutex>
#include <optional>

#include "adapters/integrations/identity/id_token.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/identity_provider.hpp"

namespace praxis::integrations {

struct OidcSettings {
    std::string issuer;  // "https://login.hallam.example"; plain http only to this machine
    std::string client, secret;
    std::string scope = "openid email profile";
    std::string return_address;   // of our callback
    std::string farewell_return;  // where the provider sends the browser after logging out
    std::string ca_file;          // PEM; empty: the system's
    bool vouches = false;         // its addresses count as verified although it does not say so, unless it denies it
};

class OidcProvider final : public app::IdentityProvider {
public:
    OidcProvider(OidcSettings, app::Clock&);
    app::ProviderStanding standing() override;
    void prepare() override;
    std::string departure_address(const app::OutsideQuestion&) override;
    app::OutsideIdentity arrive(const app::OutsideArrival&) override;
    app::OutsideLogout logged_out(const std::string& token) override;
    std::string farewell_address() override;

private:
    struct Description {
        std::string authorization, token, keys, user_info, end_session;
        bool says_issuer = false;     // in the answer's address (RFC 9207)
        bool secret_in_body = false;  // it takes client_secret_post only
        std::int64_t read_ms = 0;
    };
    struct Tokens {
        std::string id_token, access_token;
    };

    struct Trying {  // of asking what it says of itself
        bool now = false;
        int failed = 0;
        std::int64_t next_ms = 0;
        app::IdentityFault fault = app::IdentityFault::unreachable;
        std::string why;
    };

    Description description();
    Description described(std::int64_t now_ms);
    // These need mutex_.
    bool described_within(std::int64_t age_ms, std::int64_t now_ms) const;
    bool resting(std::int64_t now_ms) const;
    std::optional<Description> known(std::int64_t now_ms) const;
    void note_failure(std::int64_t now_ms, const app::IdentityTrouble&);
    std::vector<Key> keys(const Description&, bool again);
    Tokens trade(const Description&, const app::OutsideArrival&);
    using Believing = boost::json::object (*)(std::string_view, const std::vector<Key>&, const TokenWanted&);
    boost::json::object claims_of(const Description&, const std::string& token, const std::string& nonce, Believing);
    boost::json::object user_info(const Description&, const std::string& access_token);
    boost::json::object fetched(const std::string& url, const std::string& bearer = {});

    const OidcSettings settings_;
    app::Clock& clock_;
    std::mutex asking_, asking_keys_;  // held over the network: one asks, the others wait for what it hears
    std::mutex mutex_;                 // of what follows; never held over the network
    Description description_;
    Trying trying_;
    std::vector<Key> keys_;  // these three under asking_keys_
    std::int64_t keys_read_ms_ = 0, keys_good_ms_ = 0;
};

}  // namespace praxis::integrations
