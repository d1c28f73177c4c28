#include "adapters/integrations/identity/provider.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <charconv>
#include <chrono>
#include <optional>

#include "adapters/integrations/base64.hpp"
#include "adapters/integrations/identity/members.hpp"
#include "adapters/integrations/outbound.hpp"

namespace praxis::integrations {
namespace {

namespace json = boost::json;

constexpr std::int64_t kDescription_ms = 3'600'000, kKeys_ms = 600'000, kKeysMost_ms = 3'600'000,
                       kKeysAgain_ms = 30'000, kDescriptionMost_ms = 86'400'000, kRest_ms = 1'000,
                       kRestMost_ms = 60'000;
constexpr std::chrono::milliseconds kPatience{5'000};

app::IdentityTrouble unreachable(const std::string& why) {
    return {app::IdentityFault::unreachable, why};
}

app::IdentityTrouble unbelievable(const std::string& why) {
    return {app::IdentityFault::unbelievable, why};
}

bool flag_of(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value && ((value->is_bool() && value->get_bool()) || (value->is_string() && value->get_string() == "true"));
}

// An address of the provider that secrets may be sent to; empty stays empty.
std::string guarded(const json::object& object, std::string_view key) {
    std::string url = text_of(object, key);
    if (!url.empty() && !is_private_enough(url)) throw unbelievable(std::string(key) + " of the provider is not https");
    return url;
}

// The word that OAuth has for a refusal, "invalid_client"; nothing else of what they send gets into our log.
std::string refusal_in(const std::string& body) {
    json::error_code error;
    const json::value value = json::parse(body, error);
    if (error || !value.is_object()) return {};
    const std::string word = text_of(value.get_object(), "error");
    const bool plain = word.size() <= 60 &&
                       std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return plain && !word.empty() ? ", " + word : std::string();
}

json::object object_in(const OutboundAnswer& answer, const std::string& what) {
    if (answer.status >= 500) throw unreachable(what + " answers " + std::to_string(answer.status));
    if (answer.status != 200)
        throw unbelievable(what + " answers " + std::to_string(answer.status) + refusal_in(answer.body));
    json::error_code error;
    json::value value = json::parse(answer.body, error);
    if (error || !value.is_object()) throw unbelievable(what + " answers no JSON object");
    return std::move(value.get_object());
}

OutboundAnswer asked(const OutboundRequest& request) {
    try {
        return ask(request);
    } catch (const OutboundTrouble& trouble) {
        throw unreachable(std::string("the identity provider: ") + trouble.what());
    }
}

std::int64_t max_age_ms(const std::string& cache_control) {
    const std::size_t at = cache_control.find("max-age=");
    std::int64_t seconds = -1;
    if (at != std::string::npos)
        std::from_chars(cache_control.data() + at + 8, cache_control.data() + cache_control.size(), seconds);
    return seconds < 0 ? kKeys_ms : std::clamp(std::min(seconds, kKeysMost_ms) * 1000, kKeysAgain_ms, kKeysMost_ms);
}

std::string challenge_of(const std::string& verifier) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), digest.data());
    return to_base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string with_query(const std::string& url, const std::string& query) {
    return url + (url.find('?') == std::string::npos ? "?" : "&") + query;
}

bool lists(const json::object& object, std::string_view key, std::string_view word) {
    const json::value* list = object.if_contains(key);
    if (!list || !list->is_array()) return false;
    const json::array& all = list->get_array();
    return std::any_of(all.begin(), all.end(),
                       [&](const json::value& one) { return one.is_string() && one.get_string() == word; });
}

}  // namespace

OidcProvider::OidcProvider(OidcSettings settings, app::Clock& clock) : settings_(std::move(settings)), clock_(clock) {
    if (!is_private_enough(settings_.issuer)) throw unbelievable("the issuer's address is not https");
}

json::object OidcProvider::fetched(const std::string& url, const std::string& bearer) {
    OutboundRequest request;
    request.url = url;
    request.time = kPatience;
    request.ca_file = settings_.ca_file;
    request.headers = {"accept: application/json"};
    if (!bearer.empty()) request.headers.push_back("authorization: Bearer " + bearer);
    return object_in(asked(request), url);
}

// Whether what it said of itself is there and no older than that.
bool OidcProvider::described_within(std::int64_t age_ms, std::int64_t now_ms) const {
    const std::int64_t age = now_ms - description_.read_ms;
    return description_.read_ms != 0 && age >= 0 && age < age_ms;
}

bool OidcProvider::resting(std::int64_t now_ms) const {
    return trying_.failed > 0 && now_ms < trying_.next_ms && trying_.next_ms - now_ms <= kRestMost_ms;
}

// What is known without asking (again), or nothing. Throws while a provider of which nothing is known rests.
std::optional<OidcProvider::Description> OidcProvider::known(std::int64_t now_ms) const {
    if (described_within(kDescription_ms, now_ms)) return description_;
    if (!resting(now_ms)) return std::nullopt;
    if (described_within(kDescriptionMost_ms, now_ms)) return description_;
    throw app::IdentityTrouble(trying_.fault, trying_.why);
}

void OidcProvider::note_failure(std::int64_t now_ms, const app::IdentityTrouble& trouble) {
    trying_.next_ms = now_ms + std::min(kRestMost_ms, kRest_ms << std::min(trying_.failed, 6));
    ++trying_.failed;
    trying_.fault = trouble.fault;
    trying_.why = trouble.what();
}

app::ProviderStanding OidcProvider::standing() {
    const std::lock_guard guard(mutex_);
    const std::int64_t now = clock_.now_ms();
    app::ProviderStanding standing;
    standing.ready = described_within(kDescriptionMost_ms, now);
    if (trying_.failed > 0) standing.fault = trying_.fault;
    standing.due = !trying_.now && !described_within(kDescription_ms, now) && !resting(now);
    return standing;
}

void OidcProvider::prepare() {
    try {
        description();
    } catch (const app::IdentityTrouble&) {  // noted
    }
}

OidcProvider::Description OidcProvider::description() {
    const std::int64_t now = clock_.now_ms();
    const auto look = [&]() {
        const std::lock_guard guard(mutex_);
        return known(now);
    };
    if (auto there = look()) return *there;
    const std::lock_guard alone(asking_);
    if (auto there = look()) return *there;  // somebody else has asked meanwhile
    std::optional<Description> found;
    std::optional<app::IdentityTrouble> trouble;
    {
        const std::lock_guard guard(mutex_);
        trying_.now = true;
    }
    try {
        found = described(now);
    } catch (const app::IdentityTrouble& told) {
        trouble = told;
    } catch (const std::exception& told) {
        trouble = unbelievable(told.what());
    }
    const std::lock_guard guard(mutex_);
    trying_.now = false;
    if (trouble) {
        note_failure(now, *trouble);
        return *known(now);  // or its trouble
    }
    trying_ = {};
    return description_ = *std::move(found);
}

OidcProvider::Description OidcProvider::described(std::int64_t now_ms) {
    const std::string base =
        settings_.issuer.ends_with('/') ? settings_.issuer.substr(0, settings_.issuer.size() - 1) : settings_.issuer;
    const json::object said = fetched(base + "/.well-known/openid-configuration");
    if (text_of(said, "issuer") != settings_.issuer) throw unbelievable("the provider calls itself by another name");
    Description found;
    found.authorization = guarded(said, "authorization_endpoint");
    found.token = guarded(said, "token_endpoint");
    found.keys = guarded(said, "jwks_uri");
    found.user_info = guarded(said, "userinfo_endpoint");
    found.end_session = guarded(said, "end_session_endpoint");
    if (found.authorization.empty() || found.token.empty() || found.keys.empty())
        throw unbelievable("the provider does not say where its doors are");
    found.says_issuer = flag_of(said, "authorization_response_iss_parameter_supported");
    const char* methods = "token_endpoint_auth_methods_supported";
    found.secret_in_body = !lists(said, methods, "client_secret_basic") && lists(said, methods, "client_secret_post");
    found.read_ms = now_ms;
    return found;
}

std::vector<Key> OidcProvider::keys(const Description& provider, bool again) {
    const std::lock_guard alone(asking_keys_);
    const std::int64_t now = clock_.now_ms(), age = now - keys_read_ms_;
    const bool good = keys_read_ms_ != 0 && age >= 0 && age < (again ? kKeysAgain_ms : keys_good_ms_);
    if (good) return keys_;
    OutboundRequest request;
    request.url = provider.keys;
    request.time = kPatience;
    request.ca_file = settings_.ca_file;
    request.headers = {"accept: application/json"};
    const OutboundAnswer answer = asked(request);
    if (answer.status != 200) throw unreachable("the provider's keys: " + std::to_string(answer.status));
    try {
        keys_ = keys_in(answer.body);
    } catch (const std::runtime_error& error) {
        throw unbelievable(error.what());
    }
    keys_read_ms_ = now;
    keys_good_ms_ = max_age_ms(answer.cache_control);
    return keys_;
}

std::string OidcProvider::departure_address(const app::OutsideQuestion& question) {
    return with_query(description().authorization, form_text({{"response_type", "code"},
                                                              {"client_id", settings_.client},
                                                              {"redirect_uri", settings_.return_address},
                                                              {"scope", settings_.scope},
                                                              {"state", question.state},
                                                              {"nonce", question.nonce},
                                                              {"code_challenge", challenge_of(question.verifier)},
                                                              {"code_challenge_method", "S256"}}));
}

OidcProvider::Tokens OidcProvider::trade(const Description& provider, const app::OutsideArrival& arrival) {
    std::vector<std::pair<std::string, std::string>> fields = {{"grant_type", "authorization_code"},
                                                               {"code", arrival.code},
                                                               {"redirect_uri", settings_.return_address},
                                                               {"code_verifier", arrival.verifier}};
    OutboundRequest request;
    request.url = provider.token;
    request.time = kPatience;
    request.ca_file = settings_.ca_file;
    request.post = true;
    request.headers = {"accept: application/json", "content-type: application/x-www-form-urlencoded"};
    if (settings_.secret.empty() || provider.secret_in_body) {
        fields.emplace_back("client_id", settings_.client);
        if (!settings_.secret.empty()) fields.emplace_back("client_secret", settings_.secret);
    } else {  // RFC 6749, 2.3.1: both are escaped as forms are, before they are put together
        request.user = form_text({{"", settings_.client}}).substr(1);
        request.password = form_text({{"", settings_.secret}}).substr(1);
    }
    request.body = form_text(fields);
    const json::object said = object_in(asked(request), "the provider's token door");
    Tokens tokens{text_of(said, "id_token"), text_of(said, "access_token")};
    if (tokens.id_token.empty()) throw unbelievable("the provider gave no ID token");
    return tokens;
}

json::object OidcProvider::claims_of(const Description& provider, const std::string& token, const std::string& nonce,
                                     Believing believing) {
    const TokenWanted wanted{settings_.issuer, settings_.client, nonce, clock_.now_ms() / 1000};
    for (const bool again : {false, true}) {
        try {
            return believing(token, keys(provider, again), wanted);
        } catch (const TokenTrouble& trouble) {
            if (trouble.kind == TokenTrouble::Kind::time)
                throw app::IdentityTrouble(app::IdentityFault::clocks, trouble.what());
            if (again || trouble.kind != TokenTrouble::Kind::unknown_key) throw unbelievable(trouble.what());
        }
    }
    throw unbelievable("the token is signed by no known key");
}

json::object OidcProvider::user_info(const Description& provider, const std::string& access_token) {
    if (provider.user_info.empty() || access_token.empty()) return {};
    return fetched(provider.user_info, access_token);
}

app::OutsideIdentity OidcProvider::arrive(const app::OutsideArrival& arrival) {
    const Description provider = description();
    if (arrival.issuer.empty() ? provider.says_issuer : arrival.issuer != settings_.issuer)
        throw unbelievable("the answer is by another issuer");
    const Tokens tokens = trade(provider, arrival);
    json::object claims = claims_of(provider, tokens.id_token, arrival.nonce, believed);
    if (!claims.contains("email") || !(claims.contains("email_verified") || settings_.vouches)) {
        const json::object more = user_info(provider, tokens.access_token);
        if (!more.empty() && text_of(more, "sub") != text_of(claims, "sub"))
            throw unbelievable("the provider tells about another person");
        // "Verified" belongs to the address beside it.
        if (!claims.contains("email") || (more.contains("email") && more.at("email") != claims.at("email")))
            claims.erase("email_verified");
        for (const char* key : {"email", "email_verified", "name"})
            if (const json::value* value = more.if_contains(key)) claims[key] = *value;
    }
    return {settings_.issuer,
            text_of(claims, "sub"),
            text_of(claims, "email"),
            text_of(claims, "name"),
            claims.contains("email_verified") ? flag_of(claims, "email_verified") : settings_.vouches,
            text_of(claims, "sid")};
}

app::OutsideLogout OidcProvider::logged_out(const std::string& token) {
    const json::object claims = claims_of(description(), token, {}, believed_logout);
    const auto issued_s = static_cast<std::int64_t>(claims.at("iat").to_number<double>());
    return {text_of(claims, "sub"), text_of(claims, "sid"), issued_s * 1000};
}

std::string OidcProvider::farewell_address() {
    const std::string door = description().end_session;
    if (door.empty()) return {};
    return with_query(
        door, form_text({{"client_id", settings_.client}, {"post_logout_redirect_uri", settings_.farewell_return}}));
}

}  // namespace praxis::integrations
