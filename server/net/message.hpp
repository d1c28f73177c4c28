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
    std::string path;                            // decoded, begins with "/", no "." or ".." parts
    std::string query;                           // as sent, without "?"
    std::map<std::string, std::string> headers;  // of several with one name the last
    std::string body;
    std::string peer;  // address of the other end, or what a trusted proxy says of it
    bool secure = false;

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
    std::string_view header(std::string_view lower_case_name) const;
    std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

// Percent-decoding; of bad escapes the escape itself. `plus`: "+" stands for a space, as in queries.
std::string decoded(std::string_view text, bool plus = false);
// A path with its escapes decoded; empty when it is no path or leaves its root.
std::string normal_path(std::string_view target);

}  // namespace praxis::net
