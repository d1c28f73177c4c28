#include "wire/refusal_code.hpp"

namespace praxis::wire {

std::string_view code_of(app::Refused kind) {
    switch (kind) {
        case app::Refused::invalid: return "invalid";
        case app::Refused::unknown: return "unauthenticated";
        case app::Refused::forbidden: return "forbidden";
        case app::Refused::missing: return "not_found";
        case app::Refused::conflict: return "conflict";
        case app::Refused::stale: return "precondition_failed";
        case app::Refused::too_often: return "too_many_requests";
        case app::Refused::unavailable: return "unavailable";
    }
    return "internal";
}

}  // namespace praxis::wire
