#include "adapters/integrations/identity/id_token.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <cmath>
#include <optional>

#include "adapters/integrations/base64.hpp"
#include "adapters/integrations/identity/members.hpp"

namespace praxis::integrations {
namespace {

namespace json = boost::json;

constexpr std::size_t kTokenMost_bytes = 32 << 10;
constexpr std::size_t kIdMost_bytes = 255;  // of a subject, a session, a token
constexpr const char* kLogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

struct Parts {
    std::string_view signed_text;
    json::object header, claims;
    std::string signature;
};

json::object object_of(std::string_view part) {
    const auto text = from_base64url(part);
    json::error_code error;
    json::value value = text ? json::parse(*text, error) : json::value();
    if (error || !value.is_object()) throw TokenTrouble("the token cannot be read");
    return std::move(value.get_object());
}

Parts parts_of(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > kTokenMost_bytes || second == std::string_view::npos ||
        token.find('.', second + 1) != std::string_view::npos)
        throw TokenTrouble("the token cannot be read");
    const auto signature = from_base64url(token.substr(second + 1));
    if (!signature || signature->empty()) throw TokenTrouble("the token is not signed");
    return {token.substr(0, second), object_of(token.substr(0, first)),
            object_of(token.substr(first + 1, second - first - 1)), *signature};
}

// Seconds; whole or not.
std::int64_t time_of(const json::object& claims, std::string_view key) {
    const json::value* value = claims.if_contains(key);
    json::error_code error;
    const double seconds = value ? value->to_number<double>(error) : 0;
    if (!value || error || !(seconds > 0 && seconds < 1e12))
        throw TokenTrouble(std::string(key) + " is missing or no time");
    return static_cast<std::int64_t>(std::floor(seconds));
}

const Key& key_for(const json::object& header, const std::vector<Key>& keys) {
    const std::string said = text_of(header, "alg"), id = text_of(header, "kid");
    if (header.contains("crit")) throw TokenTrouble("the token asks for an extension");
    if (said != "RS256" && said != "ES256" && said != "EdDSA")
        throw TokenTrouble("the token is signed by no algorithm that is taken");
    const Key* found = nullptr;
    for (const Key& key : keys) {
        if (!id.empty() && key.id != id) continue;
        if (id.empty() && name(key.algorithm) != said) continue;
        if (found) throw TokenTrouble("the token does not say which key signed it");
        found = &key;
    }
    if (!found) throw TokenTrouble("the token is signed by no known key", TokenTrouble::Kind::unknown_key);
    if (name(found->algorithm) != said) throw TokenTrouble("the token names another algorithm than its key has");
    return *found;
}

Parts signed_parts(std::string_view token, const std::vector<Key>& keys) {
    Parts parts = parts_of(token);
    if (!is_signed(key_for(parts.header, keys), parts.signed_text, parts.signature))
        throw TokenTrouble("the token's signature is wrong");
    return parts;
}

bool is_for(const json::object& claims, const std::string& client) {
    const json::value* audience = claims.if_contains("aud");
    const std::string party = text_of(claims, "azp");
    if (!party.empty() && party != client) return false;
    if (!audience) return false;
    if (audience->is_string()) return audience->get_string() == client;
    if (!audience->is_array()) return false;
    const json::array& all = audience->get_array();
    const bool named = std::any_of(
        all.begin(), all.end(), [&](const json::value& one) { return one.is_string() && one.get_string() == client; });
    return named && (all.size() == 1 || party == client);
}

void require_parties(const json::object& claims, const TokenWanted& wanted) {
    if (text_of(claims, "iss") != wanted.issuer) throw TokenTrouble("the token is by another issuer");
    if (!is_for(claims, wanted.client)) throw TokenTrouble("the token is for somebody else");
}

void require_claims(const json::object& claims, const TokenWanted& wanted) {
    require_parties(claims, wanted);
    if (wanted.nonce.empty() || text_of(claims, "nonce") != wanted.nonce)
        throw TokenTrouble("the token belongs to another log-in");
    const std::string subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > kIdMost_bytes) throw TokenTrouble("the token names nobody");
}

// An id where there is one; empty where there is none.
std::string id_of(const json::object& claims, std::string_view key) {
    const std::string id = text_of(claims, key);
    const bool there = claims.contains(key);
    if (there && (id.empty() || id.size() > kIdMost_bytes)) throw TokenTrouble(std::string(key) + " is no id");
    return id;
}

void require_logout(const json::object& header, const json::object& claims) {
    const std::string type = text_of(header, "typ");
    if (header.contains("typ") && type != "logout+jwt" && type != "application/logout+jwt" && type != "JWT")
        throw TokenTrouble("the token is of another type");
    const json::value* events = claims.if_contains("events");
    const json::value* event = events && events->is_object() ? events->get_object().if_contains(kLogoutEvent) : nullptr;
    if (!event || !event->is_object()) throw TokenTrouble("the token tells of no log-out");
    if (claims.contains("nonce")) throw TokenTrouble("the token is of a log-in");
    if (id_of(claims, "jti").empty()) throw TokenTrouble("the token has no id");
    const std::string subject = id_of(claims, "sub"), session = id_of(claims, "sid");
    if (subject.empty() && session.empty()) throw TokenTrouble("the token names nobody");
}

// Last of all: what is refused here is right in everything else. Providers of before the final text of back-channel
// logout say no end.
void require_times(const json::object& claims, const TokenWanted& wanted, bool must_end) {
    const auto off = [](const char* why) { return TokenTrouble(why, TokenTrouble::Kind::time); };
    const std::int64_t issued = time_of(claims, "iat");
    const bool ends = must_end || claims.contains("exp");
    if (ends && time_of(claims, "exp") + wanted.skew_s <= wanted.now_s) throw off("the token has run out");
    if (issued - wanted.skew_s > wanted.now_s) throw off("the token is from the future");
    if (wanted.now_s - issued > wanted.oldest_s + wanted.skew_s) throw off("the token is too old");
    if (claims.contains("nbf") && time_of(claims, "nbf") - wanted.skew_s > wanted.now_s)
        throw off("the token is not valid yet");
}

}  // namespace

json::object believed(std::string_view token, const std::vector<Key>& keys, const TokenWanted& wanted) {
    Parts parts = signed_parts(token, keys);
    require_claims(parts.claims, wanted);
    require_times(parts.claims, wanted, true);
    return std::move(parts.claims);
}

json::object believed_logout(std::string_view token, const std::vector<Key>& keys, const TokenWanted& wanted) {
    Parts parts = signed_parts(token, keys);
    require_parties(parts.claims, wanted);
    require_logout(parts.header, parts.claims);
    require_times(parts.claims, wanted, false);
    return std::move(parts.claims);
}

}  // namespace praxis::integrations
