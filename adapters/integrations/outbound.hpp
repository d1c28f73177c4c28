// One request to a server outside, by libcurl: http and https only, redirects not followed, answers and time bounded,
// the certificate checked. Any thread; blocks. Errors: OutboundTrouble when there is no answer; an answer of any status
// is one.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace praxis::integrations {

struct OutboundTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Every address behind the name belongs to this machine or to a private network, and `only_public` was asked for.
struct OutboundForbidden : OutboundTrouble {
    using OutboundTrouble::OutboundTrouble;
};

struct OutboundRequest {
    std::string url;
    std::vector<std::string> headers;  // "accept: application/json"
    std::string body;
    bool post = false;
    std::string user, password;  // basic authentication; empty: none
    std::string ca_file;         // PEM; empty: the system's
    std::chrono::milliseconds time{10'000};
    std::size_t answer_bytes = 1 << 20;
    bool cut_answer = false;   // what is longer is not read to its end, and is an answer all the same
    bool only_public = false;  // connects to the internet at large alone, whatever a name is said to stand for
};

struct OutboundAnswer {
    int status = 0;
    std::string body;
    std::string cache_control, content_type, retry_after;
};

OutboundAnswer ask(const OutboundRequest&);

// "a=1&b=2", escaped as forms are.
std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields);

// https anywhere, http only to this machine itself: what carries secrets.
bool is_private_enough(const std::string& url);

}  // namespace praxis::integrations
