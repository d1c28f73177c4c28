// A speech service outside that speaks the OpenAI interface, and when it is asked at all: one that has failed some
// times running is left in peace for a while, so that nobody waits for it in every sentence. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "adapters/integrations/outbound.hpp"

namespace praxis::integrations {

struct SpeechService {
    std::string address;                        // "http://10.0.0.5:8880/v1"; no slash at the end
    std::string model;                          // as it is asked for
    std::string key;                            // empty: none; never told to anybody else
    std::map<std::string, std::string> voices;  // its own names by ours, or by "woman", "man" and "all"
    std::chrono::milliseconds limit{1500};      // then our own takes over
};

// Told when our own had to take over: why, as an operator needs it, nothing that was said; empty while the service is
// left in peace.
using OnOwn = std::function<void(const std::string& why)>;

class Patience {
public:
    using Clock = std::chrono::steady_clock;
    bool asks() const;
    void went(bool well);

private:
    mutable std::mutex mutex_;
    int failed_ = 0;  // running
    Clock::time_point until_{};
};

// With the key and within the limit. Throws OutboundTrouble, also for an answer that is none.
OutboundAnswer ask_service(const SpeechService&, std::string_view path, std::string content_type, std::string body);

}  // namespace praxis::integrations
