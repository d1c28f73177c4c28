#include "server/http/json_body.hpp"

#include <boost/json/parse.hpp>
#include <charconv>

#include "wire/json/json_text.hpp"

namespace praxis::http {

namespace json = boost::json;

json::object object_in(const net::Request& request) {
    const std::string_view type = request.header("content-type");
    if (type.substr(0, type.find(';')) != "application/json")
        throw ApiError(Code::unsupported_media, "The body must be application/json.");
    json::error_code error;
    json::parse_options options;
    options.max_depth = 16;
    json::value value = json::parse(request.body, error, {}, options);
    if (error) throw ApiError(Code::bad_request, "The body is not JSON: " + error.message() + ".");
    if (!value.is_object()) throw ApiError(Code::bad_request, "The body must be one JSON object.");
    return std::move(value.get_object());
}

net::Response written_response(std::string json, int status) {
    net::Response response;
    response.status = status;
    response.add("content-type", "application/json");
    response.add("cache-control", "no-store");
    response.body = std::move(json);
    return response;
}

net::Response json_response(const json::value& value, int status) {
    return written_response(wire::to_text(value), status);
}

net::Response json_response(const json::object& object, int status) {
    return written_response(wire::to_text(object), status);
}

net::Response empty_response(int status) {
    net::Response response;
    response.status = status;
    response.add("cache-control", "no-store");
    return response;
}

net::Response page_response(json::array items, const std::string& next) {
    json::object page;
    page["items"] = std::move(items);
    page["next"] = next.empty() ? json::value() : json::value(next);
    return json_response(page);
}

net::Response WrittenPage::response(const std::string& next) const {
    std::string json = "{\"items\":[" + items_ + "],\"next\":";
    next.empty() ? wire::append(json, nullptr) : wire::append(json, next);
    json += '}';
    return written_response(std::move(json));
}

void add_version(net::Response& response, std::int64_t version) {
    response.add("etag", "\"" + std::to_string(version) + "\"");
}

std::int64_t version_wanted(const net::Request& request) {
    std::string_view tag = request.header("if-match");
    if (tag.empty()) throw ApiError(Code::precondition_required, "Send the ETag that you read in If-Match.");
    std::int64_t version = 0;
    const bool quoted = tag.size() > 2 && tag.front() == '"' && tag.back() == '"';
    if (quoted) tag = tag.substr(1, tag.size() - 2);
    const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    if (!quoted || error != std::errc() || end != tag.data() + tag.size())
        throw ApiError(Code::precondition_failed, "If-Match names no version of this.");
    return version;
}

PageWanted page_wanted(const net::Request& request) {
    PageWanted wanted;
    wanted.after = request.parameter("after");
    const std::string limit = request.parameter("limit");
    if (limit.empty()) return wanted;
    const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), wanted.limit);
    if (error != std::errc() || end != limit.data() + limit.size() || wanted.limit < 1 || wanted.limit > 200)
        throw ApiError(Code::bad_request, "limit must be a whole number from 1 to 200.");
    return wanted;
}

}  // namespace praxis::http
