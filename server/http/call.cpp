#include "server/http/call.hpp"

#include "server/http/problem.hpp"

namespace praxis::http {

const people::Principal& Call::who() const {
    if (!principal) throw ApiError(Code::unauthenticated, "This needs somebody who is logged in.");
    return *principal;
}

}  // namespace praxis::http
