#include "server/http/filters/security_headers.hpp"

#include <algorithm>
#include <array>

namespace praxis::http {
namespace {

// Pages: scripts, styles, pictures and connections of this server alone; sound and workers may be made by the page.
constexpr const char* kPage =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self' blob:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
// A script's own policy is a worker's: the one that keeps the page (web/public/sw.js) fetches it.
constexpr const char* kScript = "default-src 'none'; script-src 'self'; connect-src 'self'";
constexpr const char* kData = "default-src 'none'; frame-ancestors 'none'; sandbox";

}  // namespace

void add_security_headers(net::Response& response, bool secure) {
    const bool page = response.header("content-type").starts_with("text/html");
    const bool script = response.header("content-type").starts_with("text/javascript");
    response.set("content-security-policy", page ? kPage : script ? kScript : kData);
    response.set("x-content-type-options", "nosniff");
    response.set("referrer-policy", "no-referrer");
    response.set("cross-origin-opener-policy", "same-origin");
    response.set("cross-origin-resource-policy", "same-origin");
    if (page)
        response.set("permissions-policy",
                     "microphone=(self), autoplay=(self), camera=(), geolocation=(), payment=(), usb=(), "
                     "display-capture=()");
    if (secure) response.set("strict-transport-security", "max-age=31536000");
    if (response.header("cache-control").empty()) response.set("cache-control", "no-store");
}

std::string method_label(std::string_view method) {
    static constexpr std::array<std::string_view, 7> kMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                                 "PATCH", "DELETE", "OPTIONS"};
    return std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end() ? "other" : std::string(method);
}

}  // namespace praxis::http
