#include "server/http/refusals.hpp"

#include "server/net/workers.hpp"

namespace praxis::http {
namespace {

Code code_of(app::Refused kind) {
    switch (kind) {
        case app::Refused::invalid: return Code::invalid;
        case app::Refused::unknown: return Code::unauthenticated;
        case app::Refused::forbidden: return Code::forbidden;
        case app::Refused::missing: return Code::not_found;
        case app::Refused::conflict: return Code::conflict;
        case app::Refused::stale: return Code::precondition_failed;
        case app::Refused::too_often: return Code::too_many_requests;
        case app::Refused::unavailable: return Code::unavailable;
    }
    return Code::internal;
}

}  // namespace

ApiError to_api_error(const app::Refusal& refusal) {
    ApiError error = invalid(refusal.what(), refusal.problems);
    error.code = code_of(refusal.kind);
    error.retry_after_s = refusal.retry_after_s;
    return error;
}

ApiError to_api_error(const app::StoreTrouble& trouble) {
    ApiError error(Code::internal, "Something went wrong here; the log knows more under this request id.");
    switch (trouble.kind) {
        case app::Trouble::taken: error = ApiError(Code::conflict, "Somebody else was first."); break;
        case app::Trouble::missing: error = ApiError(Code::conflict, "Something that this refers to is gone."); break;
        case app::Trouble::unavailable:
            error = ApiError(Code::unavailable, "The database does not answer right now. Try again.");
            error.retry_after_s = 2;
            break;
        case app::Trouble::full: error = ApiError(Code::no_room, "There is no room left: nothing was kept."); break;
        case app::Trouble::broken: break;
    }
    return error;
}

Filter telling_refusals() {
    return [](Call& call, const Handler& inner) -> Task<Response> {
        std::optional<ApiError> error;
        try {
            co_return co_await inner(call);
        } catch (const app::Refusal& refusal) {
            error = to_api_error(refusal);
        } catch (const app::StoreTrouble& trouble) {
            error = to_api_error(trouble);
        } catch (const net::Overloaded&) {
            error = ApiError(Code::unavailable, "Too much is going on here. Try again.");
            error->retry_after_s = 1;
        }
        throw *error;
    };
}

}  // namespace praxis::http
