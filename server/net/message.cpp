#include "server/net/message.hpp"

#include <algorithm>
#include <cctype>

#include "server/net/target.hpp"

namespace praxis::net {
namespace {

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The first value of `name` among parts like "name=value" that `separator` parts.
std::string_view value_in(std::string_view list, char separator, std::string_view name) {
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        const std::string_view part = trimmed(list.substr(0, end));
        const std::size_t equals = part.find('=');
        if (equals != std::string_view::npos && part.substr(0, equals) == name) return part.substr(equals + 1);
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
    return {};
}

bool token_character(unsigned char c) {
    return std::isalnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
}

bool line_character(unsigned char c) {
    return c == '\t' || (c >= 0x20 && c != 0x7f);
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
    const auto found = headers.find(std::string(name));
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string parameter_in(std::string_view query, std::string_view name) {
    return decoded_word(value_in(query, '&', name));
}

std::string Request::parameter(std::string_view name) const {
    return parameter_in(query, name);
}

std::string Request::cookie(std::string_view name) const {
    std::string_view value = value_in(header("cookie"), ';', name);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return std::string(value);
}

void Response::set(std::string_view name, std::string value) {
    const auto gone = [&](const auto& field) { return same_name(field.first, name); };
    headers.erase(std::remove_if(headers.begin(), headers.end(), gone), headers.end());
    add(std::string(name), std::move(value));
}

std::string_view Response::header(std::string_view name) const {
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto& field) { return same_name(field.first, name); });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

bool sendable(const Response& response) {
    if (response.status < 200 || response.status > 599) return false;
    return std::all_of(response.headers.begin(), response.headers.end(), [](const auto& field) {
        return !field.first.empty() && std::all_of(field.first.begin(), field.first.end(), token_character) &&
               std::all_of(field.second.begin(), field.second.end(), line_character);
    });
}

}  // namespace praxis::net
