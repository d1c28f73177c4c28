// The cookies that this installation sets and reads. The session's is for the server only (HttpOnly); the counterpart
// is for the page, which sends it back in a header with every change. Both stay on this site (SameSite=Lax) and, over
// https, bear the __Host- prefix, so that no neighbouring host can set them. Values only; any thread.
#pragma once

#include <string>
#include <string_view>

#include "server/net/message.hpp"

namespace praxis::auth {

inline constexpr std::string_view kCounterpartHeader = "x-csrf-token";

std::string session_secret_in(const net::Request&);  // empty: none
std::string browser_secret_in(const net::Request&);  // of a departure to an identity provider

void add_session_cookies(net::Response&, bool secure, const std::string& secret, const std::string& counterpart,
                         std::int64_t longest_ms);
void add_browser_cookie(net::Response&, bool secure, const std::string& secret, std::int64_t longest_ms);
void take_session_cookies(net::Response&, bool secure);
void take_browser_cookie(net::Response&, bool secure);

}  // namespace praxis::auth
