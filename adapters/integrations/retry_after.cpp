#include "adapters/integrations/retry_after.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace praxis::integrations {
namespace {

constexpr std::int64_t kMost_s = 366LL * 24 * 3600;

}  // namespace

std::optional<std::int64_t> retry_after_ms(std::string_view value, std::int64_t now_s) {
    if (value.empty()) return std::nullopt;
    std::int64_t seconds = kMost_s;
    if (value.find_first_not_of("0123456789") == std::string_view::npos) {
        std::from_chars(value.data(), value.data() + value.size(),
                        seconds);  // stays where it is when there are too many
    } else {
        if (value.find(',') == std::string_view::npos) return std::nullopt;  // dates of HTTP begin with a day's name
        const auto at = static_cast<std::int64_t>(::curl_getdate(std::string(value).c_str(), nullptr));
        if (at < 0) return std::nullopt;
        seconds = at - now_s;
    }
    return std::clamp<std::int64_t>(seconds, 0, kMost_s) * 1000;
}

}  // namespace praxis::integrations
