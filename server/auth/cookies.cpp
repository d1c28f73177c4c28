#include "server/auth/cookies.hpp"

namespace praxis::auth {
namespace {

constexpr std::string_view kSession = "praxis", kCounterpart = "praxis_csrf", kBrowser = "praxis_outside";

std::string named(std::string_view name, bool secure) {
    return (secure ? "__Host-" : "") + std::string(name);
}

// Over https the unprefixed name is not read: whoever can set it is not us.
std::string value_in(const net::Request& request, std::string_view name) {
    return request.cookie(named(name, request.secure));
}

void add(net::Response& response, bool secure, std::string_view name, const std::string& value, std::int64_t seconds) {
    const bool for_page = name == kCounterpart;
    response.add("set-cookie", named(name, secure) + "=" + value + "; Path=/; Max-Age=" + std::to_string(seconds) +
                                   "; SameSite=Lax" + (for_page ? "" : "; HttpOnly") + (secure ? "; Secure" : ""));
}

}  // namespace

std::string session_secret_in(const net::Request& request) {
    return value_in(request, kSession);
}

std::string browser_secret_in(const net::Request& request) {
    return value_in(request, kBrowser);
}

void add_session_cookies(net::Response& response, bool secure, const std::string& secret,
                         const std::string& counterpart, std::int64_t longest_ms) {
    add(response, secure, kSession, secret, longest_ms / 1000);
    add(response, secure, kCounterpart, counterpart, longest_ms / 1000);
}

void add_browser_cookie(net::Response& response, bool secure, const std::string& secret, std::int64_t longest_ms) {
    add(response, secure, kBrowser, secret, longest_ms / 1000);
}

void take_session_cookies(net::Response& response, bool secure) {
    add(response, secure, kSession, {}, 0);
    add(response, secure, kCounterpart, {}, 0);
}

void take_browser_cookie(net::Response& response, bool secure) {
    add(response, secure, kBrowser, {}, 0);
}

}  // namespace praxis::auth
