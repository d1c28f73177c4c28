#include "server/http/call.hpp"

#include "server/http/problem.hpp"

namespace praxis::http {

const people::Principal& Call::who() const {
    if (!principal) throw ApiError(Code::unauthenticated, "This needs somebody who is logged in.");
    return *principal;
}

const std::string& Call::part(std::string_view name) const {
    for (const auto& [known, value] : parts)
        if (known == name) return value;
    throw std::logic_error("the route " + std::string(route) + " has no part " + std::string(name));
}

}  // namespace praxis::http
