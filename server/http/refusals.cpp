#include "server/http/refusals.hpp"

#include "wire/refusal_code.hpp"

namespace praxis::http {

ApiError to_api_error(const app::Refusal& refusal) {
    ApiError error = invalid(refusal.what(), refusal.problems);
    error.code = code_named(wire::code_of(refusal.kind));
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
