#include "server/http/problem.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace praxis::http {
namespace {

struct Row {
    std::string_view name, title;
    int status;
};
constexpr std::array<Row, 16> kRows = {{{"bad_request", "The request cannot be read", 400},
                                        {"invalid", "What was sent is not right", 422},
                                        {"unauthenticated", "Log in first", 401},
                                        {"forbidden", "You may not do that", 403},
                                        {"not_found", "There is no such thing", 404},
                                        {"method_not_allowed", "That cannot be done to this address", 405},
                                        {"conflict", "Somebody else was first", 409},
                                        {"precondition_failed", "It has changed since you read it", 412},
                                        {"precondition_required", "Say which version you change (If-Match)", 428},
                                        {"too_large", "That is too large", 413},
                                        {"unsupported_media", "Send application/json", 415},
                                        {"too_many_requests", "Too many requests", 429},
                                        {"key_reused", "This Idempotency-Key belongs to another request", 422},
                                        {"internal", "Something went wrong here", 500},
                                        {"unavailable", "Not available right now", 503},
                                        {"no_room", "There is no room left on the server", 507}}};

std::string place_of(const Problem& problem) {
    const Place& place = problem.place;
    if (place.line == 0) return place.file;
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

const Row& row(Code code) {
    return kRows[static_cast<std::size_t>(code)];
}

}  // namespace

std::string_view name(Code code) {
    return row(code).name;
}

int status_of(Code code) {
    return row(code).status;
}

ApiError not_found(const std::string& what) {
    return ApiError(Code::not_found, "There is no " + what + ", or it is not yours to see.");
}

ApiError invalid(std::string detail, const Problems& problems) {
    ApiError error(Code::invalid, std::move(detail));
    for (const Problem& problem : problems) error.faults.push_back({place_of(problem), problem.what, problem.mend});
    return error;
}

net::Response to_response(const ApiError& error, const std::string& request_id) {
    boost::json::object body{{"type", "urn:praxis:problem:" + std::string(name(error.code))},
                             {"title", row(error.code).title},
                             {"status", status_of(error.code)},
                             {"code", name(error.code)},
                             {"detail", error.detail},
                             {"request_id", request_id}};
    boost::json::array faults;
    for (const Fault& fault : error.faults)
        faults.push_back(boost::json::object{{"where", fault.where}, {"what", fault.what}, {"mend", fault.mend}});
    if (!faults.empty()) body["faults"] = std::move(faults);
    net::Response response;
    response.status = status_of(error.code);
    response.add("content-type", "application/problem+json");
    response.add("cache-control", "no-store");
    if (error.retry_after_s > 0) response.add("retry-after", std::to_string(error.retry_after_s));
    if (error.code == Code::unauthenticated) response.add("www-authenticate", "Bearer");
    response.body = boost::json::serialize(body);
    return response;
}

}  // namespace praxis::http
