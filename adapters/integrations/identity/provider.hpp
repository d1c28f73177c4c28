// An OpenID Connect provider, found by its discovery document: authorization code with PKCE (S256), state and nonce.
// What it says of itself and its keys are kept for a while; a token by a key that is not known yet has them fetched
// again, but not oftener than every half minute. Any thread; blocks on the network. Errors: app::IdentityTrouble.
#pragma once

#include <mutex>

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
};

class OidcProvider final : public app::IdentityProvider {
public:
    OidcProvider(OidcSettings, app::Clock&);
    std::string departure_address(const app::OutsideQuestion&) override;
    app::OutsideIdentity arrive(const app::OutsideArrival&) override;
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

    Description description();
    std::vector<Key> keys(const Description&, bool fresh);
    Tokens trade(const Description&, const app::OutsideArrival&);
    boost::json::object claims_of(const Description&, const Tokens&, const std::string& nonce);
    boost::json::object user_info(const Description&, const std::string& access_token);
    boost::json::object fetched(const std::string& url, const std::string& bearer = {});

    const OidcSettings settings_;
    app::Clock& clock_;
    std::mutex mutex_;
    Description description_;
    std::vector<Key> keys_;
    std::int64_t keys_read_ms_ = 0, keys_good_ms_ = 0;
};

}  // namespace praxis::integrations
