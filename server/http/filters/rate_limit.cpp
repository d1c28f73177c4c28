#include "server/http/filters/rate_limit.hpp"

#include <array>
#include <mutex>
#include <unordered_map>

#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

// Two generations instead of a list by age: when the young one is full it becomes the old one, and what nobody has
// asked for since then is gone.
class InMemory final : public app::RateState {
public:
    explicit InMemory(std::size_t most) : half_(std::max<std::size_t>(1, most / kParts / 2)) {}

    void update(const std::string& key, const std::function<std::int64_t(std::int64_t)>& change) override {
        Part& part = parts_[std::hash<std::string>()(key) % kParts];
        const std::lock_guard lock(part.lock);
        auto found = part.young.find(key);
        if (found == part.young.end()) {
            if (part.young.size() >= half_) {
                part.old = std::move(part.young);
                part.young.clear();
            }
            const auto before = part.old.find(key);
            found = part.young.emplace(key, before == part.old.end() ? 0 : before->second).first;
        }
        found->second = change(found->second);
    }

private:
    static constexpr std::size_t kParts = 16;
    struct Part {
        std::mutex lock;
        std::unordered_map<std::string, std::int64_t> young, old;
    };
    const std::size_t half_;
    std::array<Part, kParts> parts_;
};

}  // namespace

std::string network_of(std::string_view address) {
    if (address.find(':') == std::string_view::npos) return std::string(address);
    // The first four groups; what "::" leaves out is zeros, and one notation of them is as good as another here.
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end < address.size(); ++groups) {
        const std::size_t colon = address.find(':', end);
        if (colon == std::string_view::npos || colon == end) break;
        end = colon + 1;
    }
    return std::string(address.substr(0, end)) + ":/64";
}

std::unique_ptr<app::RateState> rates_in_memory(std::size_t most_keys) {
    return std::make_unique<InMemory>(most_keys);
}

Filter limit_rate(const Rates& rates, app::RateState& state, std::function<std::int64_t()> now_us) {
    return [rates, &state, now_us = std::move(now_us)](Call& call, const Handler& next) -> Task<Response> {
        // The page's files: many at once for everybody behind one address, and cheap.
        if (call.route.empty()) co_return co_await next(call);
        const bool known = call.principal.has_value();
        const std::string key =
            known ? "p:" + call.principal->tenant + ":" + call.principal->person : "a:" + network_of(call.request.peer);
        Passage passage;
        state.update(key, [&](std::int64_t due_us) {
            passage = pass(known ? rates.person : rates.address, due_us, now_us());
            return passage.due_us;
        });
        if (passage.allowed) co_return co_await next(call);
        ApiError error(Code::too_many_requests, "Wait a moment before you ask again.");
        error.retry_after_s = static_cast<int>((passage.wait_us + 999'999) / 1'000'000);
        throw error;
    };
}

}  // namespace praxis::http
