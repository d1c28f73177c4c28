// A plain HTTP client with a jar of cookies, as a browser without a page: remembers cookies by port and follows
// redirects between servers of this machine. One thread. Errors: std::runtime_error.
#pragma once

#include <map>
#include <string>

#include "tests/http/raw_client.hpp"

namespace praxis::testing {

struct Visit {
    std::string url;  // the last that was asked
    tests::Answer answer;
};

class Jar {
public:
    // One request; what it sets is kept.
    tests::Answer ask(const std::string& method, const std::string& url, const std::string& body = {},
                      const std::string& more_headers = {});
    // Follows redirects until an answer is none, or leads to an address that begins with `until`, which is not asked.
    Visit visit(const std::string& url, const std::string& until);
    std::string cookie(int port, const std::string& name) const { return jars_.at(port).at(name); }
    bool has(int port, const std::string& name) const { return jars_.contains(port) && jars_.at(port).contains(name); }

private:
    std::map<int, std::map<std::string, std::string>> jars_;
};

}  // namespace praxis::testing
