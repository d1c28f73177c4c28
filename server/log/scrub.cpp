#include <algorithm>
#include <array>
#include <cctype>

#include "server/log/log.hpp"

namespace praxis::log {
namespace {

constexpr std::size_t kDetail_bytes = 500;
constexpr std::size_t kSecret_length = 32;

bool secret_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '+' || c == '=';
}

bool word_end(char c) {
    return std::isspace(static_cast<unsigned char>(c)) ||
           std::string_view("\"'(),;<>[]{}").find(c) != std::string_view::npos;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-') || (!dash && !std::isxdigit(static_cast<unsigned char>(text[i])))) return false;
    }
    return true;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool names_a_secret(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kNames = {"password", "passwd", "secret",
                                                               "token",    "cookie", "key"};
    const std::string low = lower(name);
    return std::any_of(kNames.begin(), kNames.end(), [&](auto known) { return low.ends_with(known); });
}

// "password=x" and the like: what stands behind the sign is nobody's business.
std::size_t secret_begins(std::string_view word) {
    const std::size_t sign = word.find_first_of("=:");
    if (sign == std::string_view::npos || sign + 1 == word.size()) return std::string_view::npos;
    return names_a_secret(word.substr(0, sign)) ? sign + 1 : std::string_view::npos;
}

// "password: x", "Bearer x"
bool announces_a_secret(std::string_view word) {
    if (lower(word) == "bearer" || lower(word) == "basic") return true;
    return (word.ends_with(':') || word.ends_with('=')) && names_a_secret(word.substr(0, word.size() - 1));
}

bool holds_long_secret(std::string_view word) {
    std::size_t run = 0;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        if (i < word.size() && secret_character(word[i])) {
            ++run;
            continue;
        }
        if (run >= kSecret_length && !is_uuid(word.substr(i - run, run))) return true;
        run = 0;
    }
    return false;
}

std::string scrubbed_word(std::string_view word) {
    const std::size_t scheme = word.find("://");
    const std::size_t at = word.rfind('@');
    if (at != std::string_view::npos && scheme != std::string_view::npos && scheme < at)
        return std::string(word.substr(0, scheme + 3)) + "[hidden]" + scrubbed_word(word.substr(at));
    if (at != std::string_view::npos && at > 0 && at + 1 < word.size()) return "[mail]";
    const std::size_t secret = secret_begins(word);
    if (secret != std::string_view::npos) return std::string(word.substr(0, secret)) + "[hidden]";
    if (holds_long_secret(word)) return "[hidden]";
    return std::string(word);
}

std::size_t utf8_length(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
    const auto second = static_cast<unsigned char>(length > 1 ? text[1] : 0);
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool no_character = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);  // half of a pair
    return overlong || no_character ? 0 : length;
}

// Valid UTF-8 without control characters, not longer than a detail may be.
std::string readable(std::string_view text) {
    std::string out;
    while (!text.empty() && out.size() < kDetail_bytes) {
        const std::size_t length = utf8_length(text);
        const auto lead = static_cast<unsigned char>(text[0]);
        if (length == 0)
            out += "?";
        else if (lead < 0x20 || lead == 0x7f)
            out += ' ';
        else
            out += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return text.empty() ? out : out + "…";
}

}  // namespace

std::string scrubbed(std::string_view text) {
    const std::string clean = readable(text);
    std::string out;
    bool announced = false;
    for (std::size_t i = 0; i < clean.size();) {
        std::size_t end = i;
        while (end < clean.size() && !word_end(clean[end])) ++end;
        const std::string_view word = std::string_view(clean).substr(i, end - i);
        if (!word.empty()) {
            out += announced && !announces_a_secret(word) ? "[hidden]" : scrubbed_word(word);
            announced = announces_a_secret(word);
        }
        if (end < clean.size()) out += clean[end];
        i = end + 1;
    }
    return out;
}

std::string shortened(std::string_view address) {
    if (address.find(':') == std::string_view::npos) {
        const std::size_t last = address.rfind('.');
        return last == std::string_view::npos ? std::string(address.substr(0, 40))
                                              : std::string(address.substr(0, last)) + ".0";
    }
    std::size_t end = 0;
    for (int groups = 0; groups < 3 && end < address.size(); ++groups) {
        if (address.substr(end).starts_with(':')) break;  // "::": the rest is zeros or is cut anyway
        const std::size_t colon = address.find(':', end);
        if (colon == std::string_view::npos) return std::string(address.substr(0, 40));
        end = colon + 1;
    }
    return std::string(address.substr(0, end)) + (end == 0 ? "::" : ":");
}

}  // namespace praxis::log
