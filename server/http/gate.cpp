#include "server/http/gate.hpp"

#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

bool only_reads(const std::string& method) {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace

Filter identifying(auth::Keeper& keeper) {
    return [&keeper](Call& call, const Handler& inner) -> Task<Response> {
        // What is not the API's has its own kinds of tokens, or none: /metrics.
        if (!call.request.path.starts_with("/api/")) co_return co_await inner(call);
        auth::Caller caller = co_await keeper.identify(call.request);
        if (caller.known == auth::Known::bad_token)
            throw ApiError(Code::unauthenticated, "This token is not known, was revoked, or has run out.");
        const bool changes = !only_reads(call.request.method);
        if (changes && !keeper.from_own_origin(call.request))
            throw ApiError(Code::forbidden, "Another site sent this.");
        if (changes && caller.known == auth::Known::by_session && !keeper.is_ours(call.request))
            throw ApiError(Code::forbidden, "Send the session's x-csrf-token along with every change.");
        call.principal = std::move(caller.principal);
        co_return co_await inner(call);
    };
}

}  // namespace praxis::http
