#include "server/net/connection/message.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <ctime>

#include "server/net/target.hpp"

namespace praxis::net::connection {
namespace {

namespace http = boost::beast::http;

// Fields of which two would leave open which one counts.
bool single(std::string_view name) {
    return name == "host" || name == "authorization" || name == "content-type" || name == "idempotency-key" ||
           name == "if-match" || name == "origin" || name == "traceparent";
}

bool read_fields(const MessageIn& message, Request& into) {
    for (const auto& field : message) {
        std::string name(field.name_string());
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const std::string_view value(field.value().data(), field.value().size());
        const auto [place, fresh] = into.headers.try_emplace(name, value);
        if (fresh) continue;
        if (single(name)) return false;
        place->second += name == "cookie" ? "; " : ", ";
        place->second += value;
    }
    return true;
}

// Only what both sides read alike (RFC 9112, 6.1): a coding nobody here decodes would hide a second request.
std::optional<Refusal> coding_refused(const MessageIn& message) {
    const auto coding = message.find(http::field::transfer_encoding);
    if (coding == message.end()) return std::nullopt;
    if (message.version() < 11) return Refusal::malformed;
    if (!boost::beast::iequals(coding->value(), "chunked")) return Refusal::unknown_coding;
    return std::nullopt;
}

// The time as RFC 9110, 5.6.7 writes it; made once a second.
const std::string& date() {
    thread_local std::time_t made = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made || text.empty()) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        char buffer[40];
        text.assign(buffer, std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts));
        made = now;
    }
    return text;
}

bool without_body(int status) {
    return status == 204 || status == 304;
}

// The last address that was added to the list: the proxy's own word.
std::optional<std::string> forwarded_peer(const Request& request) {
    const std::string_view list = request.header("x-forwarded-for");
    const std::size_t comma = list.rfind(',');
    std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(last), error);
    if (error) return std::nullopt;
    return address.to_string();
}

}  // namespace

std::optional<Refusal> read_request(const MessageIn& message, Request& into) {
    into.method = std::string(message.method_string());
    auto target = read_target({message.target().data(), message.target().size()});
    if (!target || !read_fields(message, into)) return Refusal::malformed;
    if (message.version() >= 11 && !into.headers.contains("host")) return Refusal::malformed;
    into.path = std::move(target->path);
    into.query = std::move(target->query);
    return coding_refused(message);
}

MessageOut to_message(const Response& response, Manner manner) {
    MessageOut message;
    message.version(manner.version);
    message.result(static_cast<unsigned>(response.status));
    message.set(http::field::date, date());
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.keep_alive(manner.keep_alive);
    const std::string_view content = response.content();
    if (without_body(response.status)) return message;
    message.content_length(content.size());
    if (!manner.head) message.body() = {content.data(), content.size()};
    return message;
}

std::optional<Refusal> refusal_for(boost::system::error_code error, bool in_header) {
    if (error.category() != http::make_error_code(http::error::bad_target).category()) return std::nullopt;
    if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
    if (error == http::error::header_limit) return Refusal::header_too_large;
    if (error == http::error::buffer_overflow) return in_header ? Refusal::header_too_large : Refusal::malformed;
    if (error == http::error::body_limit) return Refusal::body_too_large;
    return Refusal::malformed;
}

void name_peer(Request& request, std::string end, bool secured, bool behind_proxy) {
    request.peer = std::move(end);
    request.secure = secured;
    if (!behind_proxy) return;
    if (request.header("x-forwarded-proto") == "https") request.secure = true;
    if (auto told = forwarded_peer(request)) {
        request.peer = std::move(*told);
        request.forwarded = true;
    }
}

}  // namespace praxis::net::connection
