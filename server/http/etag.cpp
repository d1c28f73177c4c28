#include "server/http/etag.hpp"

#include <algorithm>

#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t");
    return text.substr(begin, end == std::string_view::npos ? 0 : end + 1 - begin);
}

}  // namespace

std::string etag_of(std::int64_t version) {
    return "\"" + std::to_string(version) + "\"";
}

bool matches(std::string_view list, std::string_view etag) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        std::string_view one = trimmed(list.substr(0, end));
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == "*" || one == etag) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

void demand_match(const Call& call, std::string_view etag) {
    const std::string_view asked = call.request.header("if-match");
    if (asked.empty())
        throw ApiError(Code::precondition_required, "Send If-Match with the ETag of the version that you have read.");
    if (!matches(asked, etag))
        throw ApiError(Code::precondition_failed,
                       "Somebody has changed it since; read it again. It is " + std::string(etag) + " now.");
}

bool unchanged(const Call& call, std::string_view etag) {
    const std::string_view known = call.request.header("if-none-match");
    return !known.empty() && matches(known, etag);
}

}  // namespace praxis::http
