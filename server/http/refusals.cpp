#include "server/http/refusals.hpp"

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

Filter telling_refusals() {
    return [](Call& call, const Handler& inner) -> Task<Response> {
        std::optional<ApiError> error;
        try {
            co_return co_await inner(call);
        } catch (const app::Refusal& refusal) {
            error = to_api_error(refusal);
        }
        throw *error;
    };
}

}  // namespace praxis::http
