#include "app/people/contact.hpp"

#include <algorithm>
#include <cctype>

namespace praxis::app {
namespace {

constexpr std::size_t kEmailMost = 254, kNameMost = 120, kSlugMost = 60;

void complain(const std::string& pointer, std::string what, std::string mend, Problems& problems) {
    problems.push_back({Severity::error, {pointer, 0, 0}, std::move(what), std::move(mend)});
}

// One character of UTF-8 at the front, as its length; 0: it is none. Overlong forms and surrogates are none either.
std::size_t utf8_length(std::string_view text) {
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (at(i) & 0xc0u) == 0x80u; };
    const unsigned first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first < 0xe0) return tail(1) ? 2 : 0;
    if (first >= 0xe0 && first < 0xf0) {
        if (!tail(1) || !tail(2) || (first == 0xe0 && at(1) < 0xa0) || (first == 0xed && at(1) >= 0xa0)) return 0;
        return 3;
    }
    if (first >= 0xf0 && first < 0xf5) {
        if (!tail(1) || !tail(2) || !tail(3) || (first == 0xf0 && at(1) < 0x90) || (first == 0xf4 && at(1) >= 0x90))
            return 0;
        return 4;
    }
    return 0;
}

// Characters; nothing when the text is not UTF-8 or holds a control character (C0, DEL, C1, line separators).
std::size_t plain_length(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        const auto first = static_cast<unsigned char>(text[0]);
        const bool control = first < 0x20 || first == 0x7f ||
                             (length == 2 && first == 0xc2 && static_cast<unsigned char>(text[1]) < 0xa0) ||
                             text.starts_with("\u2028") || text.starts_with("\u2029");
        if (length == 0 || control) return std::string_view::npos;
        text.remove_prefix(length);
        ++count;
    }
    return count;
}

bool local_part(std::string_view text) {
    if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) ||
               std::string_view(".!#$%&'*+/=?^_`{|}~-").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

bool domain_part(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '-'; });
}

}  // namespace

std::string plain_email(std::string_view typed) {
    while (!typed.empty() && std::isspace(static_cast<unsigned char>(typed.front()))) typed.remove_prefix(1);
    while (!typed.empty() && std::isspace(static_cast<unsigned char>(typed.back()))) typed.remove_suffix(1);
    std::string plain(typed);
    for (char& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return plain;
}

void add_faults_of_email(std::string_view plain, const std::string& pointer, Problems& problems) {
    const std::size_t sign = plain.rfind('@');
    const bool sound = plain.size() <= kEmailMost && sign != std::string_view::npos &&
                       local_part(plain.substr(0, sign)) && domain_part(plain.substr(sign + 1));
    if (!sound) complain(pointer, "is no mail address", "write it like name@company.example", problems);
}

void add_faults_of_name(std::string_view name, const std::string& pointer, Problems& problems) {
    const std::size_t length = plain_length(name);
    if (length == std::string_view::npos)
        complain(pointer, "holds characters that cannot be shown", "leave out line breaks and control characters",
                 problems);
    else if (length == 0 || length > kNameMost || name.find_first_not_of(' ') == std::string_view::npos)
        complain(pointer, "must have 1 to 120 characters", "write the name as it is said", problems);
}

void add_faults_of_slug(std::string_view slug, const std::string& pointer, Problems& problems) {
    const bool sound = !slug.empty() && slug.size() <= kSlugMost && slug.front() != '-' && slug.back() != '-' &&
                       std::all_of(slug.begin(), slug.end(), [](unsigned char c) {
                           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                       });
    if (!sound) complain(pointer, "is no short name", "take small letters, digits and hyphens", problems);
}

std::string slug_of(std::string_view name) {
    std::string slug;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte))
            slug += static_cast<char>(std::tolower(byte));
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    slug.resize(std::min(slug.size(), kSlugMost));
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

}  // namespace praxis::app
