#include "server/http/operation/operation_routes.hpp"

#include <boost/json/object.hpp>
#include <chrono>

#include "server/http/json_body.hpp"
#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

constexpr std::int64_t kLook_ms = 1000;

std::int64_t monotonic_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// In time that does not depend on how much of it is right.
bool same_secret(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

bool from_this_machine(const net::Request& request) {
    const bool loopback =
        request.peer.starts_with("127.") || request.peer == "::1" || request.peer == "::ffff:127.0.0.1";
    return loopback && !request.forwarded && request.header("x-forwarded-for").empty();
}

Task<Response> healthy(Call&) {
    Response response;
    response.add("content-type", "text/plain; charset=utf-8");
    response.body = "ok\n";
    co_return response;
}

Task<Response> ready(const Operation& operation) {
    const auto checks = co_await operation.workers.run([&] { return operation.readiness.look(); });
    bool well = !operation.readiness.stopping();
    boost::json::object told;
    for (const auto& [name, trouble] : checks) {
        told[name] = trouble.empty() ? "well" : "not well";
        well = well && trouble.empty();
    }
    boost::json::object body{{"ready", well}, {"stopping", operation.readiness.stopping()}};
    body["checks"] = std::move(told);
    co_return json_response(body, well ? 200 : 503);
}

Task<Response> count(const Operation& operation, Call& call) {
    const std::string_view said = call.request.header("authorization");
    const bool known = !operation.metrics_token.empty() && same_secret(said, "Bearer " + operation.metrics_token);
    const bool own = operation.metrics_token.empty() && from_this_machine(call.request);
    if (!known && !own) throw not_found("such address");
    Response response;
    response.add("content-type", "text/plain; version=0.0.4; charset=utf-8");
    response.body = operation.metrics.exposition();
    co_return response;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Readiness::look() {
    const std::unique_lock asking(asking_, std::try_to_lock);
    {
        const std::lock_guard held(lock_);
        const bool fresh = looked_ms_ != 0 && monotonic_ms() - looked_ms_ < kLook_ms;
        if (fresh || !asking) return found_;
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (const Check& check : checks_) {
        std::string trouble;
        try {
            trouble = check.ask();
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        found.emplace_back(check.name, std::move(trouble));
    }
    const std::lock_guard held(lock_);
    looked_ms_ = monotonic_ms();
    return found_ = std::move(found);
}

void add_operation_routes(Router& router, Operation operation) {
    router.on("GET", "/healthz", healthy);
    router.on("GET", "/readyz", [operation](Call&) { return ready(operation); });
    router.on("GET", "/metrics", [operation](Call& call) { return count(operation, call); });
}

}  // namespace praxis::http
