// An ID token (OpenID Connect Core 3.1.3.7) is believed when its signature is by a key of the provider, of that key's
// one algorithm, and its claims are about us, now, and this very log-in. Pure; any thread. Errors: TokenTrouble, whose
// text never holds the token.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/integrations/identity/keys.hpp"

namespace praxis::integrations {

struct TokenTrouble : std::runtime_error {
    enum class Kind {
        wrong,
        unknown_key,  // its key is not among those given: the provider may have new ones
        time,         // all is right but the time: of a token just fetched, the clocks differ
    };
    explicit TokenTrouble(const std::string& why, Kind which = Kind::wrong) : std::runtime_error(why), kind(which) {}
    Kind kind;
};

struct TokenWanted {
    std::string issuer, client, nonce;
    std::int64_t now_s = 0;
    std::int64_t skew_s = 60;         // how far clocks may differ
    std::int64_t oldest_s = 10 * 60;  // since it was issued
};

// The claims. Throws TokenTrouble.
boost::json::object believed(std::string_view token, const std::vector<Key>&, const TokenWanted&);

// Those of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6): about us, now, with the event and an id of its
// own, of a subject or a session, and without a nonce, so that no ID token passes for one. What is wanted of a nonce is
// not looked at. Whether the same token came before is for the caller: see app/access/log_out_outside.hpp.
boost::json::object believed_logout(std::string_view token, const std::vector<Key>&, const TokenWanted&);

}  // namespace praxis::integrations
