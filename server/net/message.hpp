// What a browser asks and what it is answered, as plain values: no network library, no sockets. Header names are lower
// case. A value belongs to whoever holds it; one thread at a time.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::net {

struct Request {
    std::string method;                          // "GET"
    std::string path;                            // decoded (target.hpp)
    std::string query;                           // as sent, without "?"; its escapes are sound
    std::map<std::string, std::string> headers;  // several of one name are joined with ", ", cookies with "; "
    std::string body;
    std::string peer;  // address of the other end, or what a trusted proxy says of it
    bool secure = false;
    bool forwarded = false;  // peer is what a proxy said

    std::string_view header(std::string_view lower_case_name) const;  // empty: absent
    std::string parameter(std::string_view name) const;               // of the query, decoded; empty: absent
    std::string cookie(std::string_view name) const;                  // empty: absent
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  // instead of body: files that many ask for

    void add(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
    // Replaces what stands under this name.
    void set(std::string_view lower_case_name, std::string value);
    std::string_view header(std::string_view lower_case_name) const;  // the first; empty: absent
    std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

// The first value of this name in a query, or in a body that is written like one (a form's); decoded; empty: absent.
std::string parameter_in(std::string_view query, std::string_view name);

// Whether a response can be sent as it is: a known status, and no header that would break out of its line.
bool sendable(const Response&);

}  // namespace praxis::net
