#include "server/http/site.hpp"

#include <chrono>
#include <random>

#include "server/http/filters/security_headers.hpp"
#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

using Clock = std::chrono::steady_clock;
using log::Key;

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

// Ids of spans: not secret, only different.
std::uint64_t next_number() {
    thread_local std::mt19937_64 numbers{std::random_device()()};
    return numbers();
}

ApiError error_of(net::Refusal why) {
    switch (why) {
        case net::Refusal::malformed: return {Code::bad_request, "This is not a request that HTTP/1.1 allows."};
        case net::Refusal::header_too_large: return {Code::header_too_large, "The header may have 16 kB."};
        case net::Refusal::body_too_large:
            return {Code::too_large,
                    "The body is larger than this address takes: 16 kB, unless its description says more."};
        case net::Refusal::unknown_coding: return {Code::not_implemented, "Send the body plain or chunked."};
        case net::Refusal::broken: break;
    }
    return {Code::internal, "The log knows more under this request id."};
}

std::string_view name(net::Refusal why) {
    static constexpr std::string_view kNames[] = {"malformed", "header_too_large", "body_too_large", "unknown_coding",
                                                  "broken"};
    return kNames[static_cast<std::size_t>(why)];
}

log::Level level_of(const Call& call, int status) {
    if (status >= 500) return log::Level::error;
    return call.route.empty() ? log::Level::debug : log::Level::info;  // the page's files are many and say little
}

}  // namespace

Site::Site(const Router& router, Watch watch) : router_(router), watch_(watch) {}

std::size_t Site::body_limit(const net::Request& request) const {
    return router_.body_limit(request);
}

void Site::open(Call& call) const {
    call.request_id = watch_.chance.next_id();
    call.trace = next_trace(call.request.header("traceparent"), next_number);
}

void Site::close(const Call& call, Response& response, double seconds) const {
    response.set("x-request-id", call.request_id);
    response.set("traceparent", to_traceparent(call.trace));
    add_security_headers(response, call.request.secure);
    const std::string route(call.route.empty() ? "other" : call.route);
    watch_.metrics
        .counter("praxis_http_requests_total", "Requests answered.",
                 {{"method", method_label(call.request.method)},
                  {"route", route},
                  {"status", std::to_string(response.status)}})
        .add();
    watch_.metrics
        .histogram("praxis_http_request_seconds", "Time from a request's last byte to its answer.",
                   metrics::latency_bounds(), {{"route", route}})
        .observe(seconds);
    const log::Level level = level_of(call, response.status);
    if (!watch_.log.says(level)) return;
    std::vector<log::Field> fields = {{Key::request, call.request_id},
                                      {Key::trace, call.trace.trace},
                                      {Key::method, method_label(call.request.method)},
                                      {Key::route, route},
                                      {Key::status, std::int64_t{response.status}},
                                      {Key::milliseconds, seconds * 1000},
                                      {Key::peer, call.request.peer}};
    if (call.principal) {
        fields.push_back({Key::tenant, call.principal->tenant});
        fields.push_back({Key::person, call.principal->person});
    }
    if (!call.trouble.empty()) fields.push_back({Key::detail, call.trouble});
    watch_.log.write(level, "request", std::move(fields));
}

Task<Response> Site::answer(net::Request& request) {
    const Clock::time_point begun = Clock::now();
    Call call(request);
    open(call);
    Response response = co_await router_.answer(call);
    close(call, response, seconds_since(begun));
    co_return response;
}

Task<net::Admission> Site::admit(net::Request& request) {
    const Clock::time_point begun = Clock::now();
    const auto call = std::make_shared<Call>(request);
    open(*call);
    net::Admission admission;
    const Route* route = nullptr;
    admission.verdict = co_await router_.admit(*call, route);
    close(*call, admission.verdict, seconds_since(begun));
    if (route) admission.converse = [call, route](net::WebSocket& socket) { return route->converse(*call, socket); };
    co_return admission;
}

Response Site::refuse(net::Refusal why) const noexcept try {
    const std::string request_id = watch_.chance.next_id();
    watch_.metrics
        .counter("praxis_http_refused_total", "Requests that never reached a route, by reason.",
                 {{"reason", std::string(name(why))}})
        .add();
    if (why == net::Refusal::broken) watch_.log.error("request broken", {{Key::request, request_id}});
    Response response = to_response(error_of(why), request_id);
    add_security_headers(response, false);
    return response;
} catch (...) {
    Response response;
    response.status = 500;
    return response;
}

}  // namespace praxis::http
