#include "server/net/target.hpp"

#include <algorithm>

namespace praxis::net {
namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool escape_at(std::string_view text, std::size_t i) {
    return i + 2 < text.size() && digit_of(text[i + 1]) >= 0 && digit_of(text[i + 2]) >= 0;
}

bool escapes_sound(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && !escape_at(text, i)) return false;
    return true;
}

std::string unescaped(std::string_view text, bool plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && escape_at(text, i)) {
            out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        } else {
            out += plus && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

// "http://host/path" → "/path"; what has no scheme stays.
std::string_view without_host(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t slash = target.find_first_of("/?", scheme.size());
        if (slash == std::string_view::npos) return "/";
        return target[slash] == '/' ? target.substr(slash) : std::string_view();
    }
    return target;
}

bool part_allowed(std::string_view raw, std::string_view part) {
    if (part == "." || part == "..") return false;
    if (part.size() != raw.size() && part.find('/') != std::string_view::npos) return false;
    return std::all_of(part.begin(), part.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7f && c != '\\'; });
}

// Part by part, so that an escaped slash cannot make two parts of one.
std::optional<std::string> read_path(std::string_view raw) {
    if (!raw.starts_with('/') || !escapes_sound(raw)) return std::nullopt;
    std::string path;
    while (!raw.empty()) {
        raw.remove_prefix(1);
        const std::size_t end = std::min(raw.find('/'), raw.size());
        const std::string part = unescaped(raw.substr(0, end), false);
        if (!part_allowed(raw.substr(0, end), part)) return std::nullopt;
        path += '/';
        path += part;
        raw.remove_prefix(end);
    }
    if (!is_utf8(path)) return std::nullopt;
    return path;
}

// How many bytes the UTF-8 character at the beginning of `text` has; 0: there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0) != 0x80) return 0;
    // Overlong forms, surrogates, and what lies beyond the last character.
    if ((lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xed && byte(1) > 0x9f)) return 0;
    if ((lead == 0xf0 && byte(1) < 0x90) || (lead == 0xf4 && byte(1) > 0x8f)) return 0;
    return length;
}

}  // namespace

std::optional<Target> read_target(std::string_view target) {
    if (target.find('#') != std::string_view::npos) return std::nullopt;
    target = without_host(target);
    const std::size_t question = std::min(target.find('?'), target.size());
    auto path = read_path(target.substr(0, question));
    if (!path) return std::nullopt;
    const std::string_view query = target.substr(std::min(question + 1, target.size()));
    const std::string meant = unescaped(query, true);
    if (!escapes_sound(query) || meant.find('\0') != std::string::npos || !is_utf8(meant)) return std::nullopt;
    return Target{std::move(*path), std::string(query)};
}

std::string decoded_word(std::string_view text) {
    return unescaped(text, true);
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace praxis::net
