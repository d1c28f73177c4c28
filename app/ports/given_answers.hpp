// Answers once given to requests that carry an Idempotency-Key: whoever repeats such a request gets the same answer
// again and nothing happens twice. Swept with the errands. Calls block and belong on a worker. Errors: StoreTrouble.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::app {

struct AskedOnce {
    std::string tenant, person, key;
    std::string request_digest;  // of method, path, query and body: another request with this key is refused
    std::int64_t now_ms = 0;
};

struct GivenAnswer {
    int status = 0;  // 0: done, but its answer held a secret and was not kept
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

enum class Asked : std::uint8_t {
    first,    // go on; the key is taken
    running,  // the same request is being answered right now
    before,   // it was answered: `answer`
    other,    // the key was used for another request
};

struct AskedBefore {
    Asked what = Asked::first;
    GivenAnswer answer;
};

class GivenAnswers {
public:
    virtual ~GivenAnswers() = default;
    // Takes the key. One that was taken and neither answered nor given back for a minute counts as free: the node that
    // took it has died.
    virtual AskedBefore ask(const AskedOnce&) = 0;
    virtual void keep(const AskedOnce&, const GivenAnswer&) = 0;
    // It came to nothing: whoever repeats it may try again.
    virtual void give_back(const AskedOnce&) = 0;
};

}  // namespace praxis::app
