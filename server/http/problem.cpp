#include "server/http/problem.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "app/ports/store_trouble.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {
namespace {

struct Row {
    std::string_view name, title;
    int status;
};
constexpr std::array<Row, kCodeCount> kRows = {{
    {"bad_request", "The request cannot be read", 400},
    {"invalid", "What was sent is not right", 422},
    {"unauthenticated", "Log in first", 401},
    {"forbidden", "You may not do that", 403},
    {"not_found", "There is no such thing", 404},
    {"method_not_allowed", "That cannot be done to this address", 405},
    {"not_acceptable", "It is not available in that form", 406},
    {"conflict", "That does not fit the state it is in", 409},
    {"gone", "That is not there any more", 410},
    {"precondition_failed", "It has changed since you read it", 412},
    {"precondition_required", "Say which version you change (If-Match)", 428},
    {"too_large", "That is too large", 413},
    {"header_too_large", "The header is too large", 431},
    {"unsupported_media", "Send another content type", 415},
    {"too_many_requests", "Too many requests", 429},
    {"key_reused", "This Idempotency-Key belongs to another request", 422},
    {"internal", "Something went wrong here", 500},
    {"not_implemented", "That is not understood here", 501},
    {"unavailable", "Not available right now", 503},
    {"no_room", "There is no room left on the server", 507},
}};

std::string place_of(const Problem& problem) {
    const Place& place = problem.place;
    if (place.line == 0) return place.file;
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

const Row& row(Code code) {
    return kRows[static_cast<std::size_t>(code)];
}

ApiError retry(Code code, const char* detail, int after_s) {
    ApiError error(code, detail);
    error.retry_after_s = after_s;
    return error;
}

ApiError error_of(const app::StoreTrouble& trouble) {
    switch (trouble.kind) {
        case app::Trouble::taken: return ApiError(Code::conflict, "Somebody else has changed it at the same moment.");
        case app::Trouble::missing: return ApiError(Code::conflict, "Something that this refers to is gone.");
        case app::Trouble::unavailable: return retry(Code::unavailable, "The database does not answer.", 2);
        case app::Trouble::full: return retry(Code::no_room, "Nothing was kept: the disk is full.", 60);
        case app::Trouble::broken: break;
    }
    return ApiError(Code::internal, "The log knows more under this request id.");
}

}  // namespace

std::string_view name(Code code) {
    return row(code).name;
}

Code code_named(std::string_view wanted) {
    for (int i = 0; i < kCodeCount; ++i)
        if (name(static_cast<Code>(i)) == wanted) return static_cast<Code>(i);
    return Code::internal;
}

std::string_view title_of(Code code) {
    return row(code).title;
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

ApiError invalid(Fault fault) {
    ApiError error(Code::invalid, fault.what);
    error.faults.push_back(std::move(fault));
    return error;
}

net::Response to_response(const ApiError& error, const std::string& request_id) {
    boost::json::object body{{"type", "urn:praxis:problem:" + std::string(name(error.code))},
                             {"title", title_of(error.code)},
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
    if (!error.allow.empty()) response.add("allow", error.allow);
    if (error.code == Code::unauthenticated) response.add("www-authenticate", "Bearer");
    response.body = boost::json::serialize(body);
    return response;
}

ApiError error_of(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const ApiError& told) {
        return told;
    } catch (const app::StoreTrouble& trouble) {
        return error_of(trouble);
    } catch (const net::Overloaded&) {
        return retry(Code::unavailable, "Too much is being asked of this server right now.", 1);
    } catch (...) {
        return ApiError(Code::internal, "The log knows more under this request id.");
    }
}

}  // namespace praxis::http
