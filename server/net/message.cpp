#include "server/net/message.hpp"

#include <algorithm>
#include <cctype>

namespace praxis::net {
namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// The first value of `name` among parts like "name=value" that `separator` parts.
std::string_view value_in(std::string_view list, char separator, std::string_view name) {
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        const std::string_view part = trimmed(list.substr(0, end));
        const std::size_t equals = part.find('=');
        if (part.substr(0, equals) == name && equals != std::string_view::npos) return part.substr(equals + 1);
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
    return {};
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
    const auto found = headers.find(std::string(name));
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string Request::parameter(std::string_view name) const {
    return decoded(value_in(query, '&', name), true);
}

std::string Request::cookie(std::string_view name) const {
    return std::string(value_in(header("cookie"), ';', name));
}

std::string_view Response::header(std::string_view name) const {
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto& field) { return same_name(field.first, name); });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string decoded(std::string_view text, bool plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 && digit_of(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        } else {
            out += plus && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::string normal_path(std::string_view target) {
    const std::string path = decoded(target.substr(0, target.find('?')));
    if (path.empty() || path.front() != '/' || path.find('\0') != std::string::npos) return {};
    std::size_t begin = 1;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = std::string_view(path).substr(begin, end - begin);
        if (part == "." || part == ".." || part.find('\\') != std::string_view::npos) return {};
        begin = end + 1;
    }
    return path;
}

}  // namespace praxis::net
