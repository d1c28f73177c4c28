#include "adapters/speech/voice/reading/plain_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "adapters/speech/voice/reading/code_point.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kTagLongest = 200, kLinkLongest = 500;

// U+00C0 … U+017F, one after the other.
constexpr std::string_view kLatin =
    "A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss a a a a a a ae c e e e e i i i i "
    "d n o o o o o / o u u u u y th y A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g "
    "G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n n N n O o O o O o OE "
    "oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s ";
constexpr char32_t kLatinFirst = 0xC0, kLatinLast = 0x17F;

std::string_view latin(char32_t point) {
    static const std::vector<std::string_view> kFolded = [] {
        std::vector<std::string_view> folded;
        for (std::string_view rest = kLatin; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1))
            folded.push_back(rest.substr(0, rest.find(' ')));
        return folded;
    }();
    return kFolded[point - kLatinFirst];
}

const std::map<char32_t, std::string_view>& signs() {
    static const std::map<char32_t, std::string_view> kSigns = {{0xA0, " "},
                                                                {0xA3, "\x02"},
                                                                {0xA5, "\x03"},
                                                                {0xB0, "\x04"},
                                                                {0xB2, "2"},
                                                                {0xB3, "3"},
                                                                {0xB5, "u"},
                                                                {0xBC, " 1/4"},
                                                                {0xBD, " 1/2"},
                                                                {0xBE, " 3/4"},
                                                                {0xB1, " plus or minus "},
                                                                {0x2009, " "},
                                                                {0x200A, " "},
                                                                {0x202F, " "},
                                                                {0x3000, " "},
                                                                {0x2010, "-"},
                                                                {0x2011, "-"},
                                                                {0x2012, "-"},
                                                                {0x2014, " , "},
                                                                {0x2015, " , "},
                                                                {0x2018, "'"},
                                                                {0x2019, "'"},
                                                                {0x201A, "'"},
                                                                {0x201B, "'"},
                                                                {0x2032, "'"},
                                                                {0x201C, "\""},
                                                                {0x201D, "\""},
                                                                {0x201E, "\""},
                                                                {0xAB, "\""},
                                                                {0xBB, "\""},
                                                                {0x2026, "..."},
                                                                {0x20AC, "\x01"},
                                                                {0x2192, " to "},
                                                                {0x2248, " about "},
                                                                {0x2212, "-"},
                                                                {0x2260, " is not "},
                                                                {0x2264, " at most "},
                                                                {0x2265, " at least "},
                                                                {0x2044, "/"},
                                                                {0x2022, " "},
                                                                {0xB7, " "}};
    return kSigns;
}

// An en dash joins numbers and names; with a blank beside it, it parts a sentence.
std::string_view en_dash(std::string_view before, std::string_view after) {
    const bool parts = before.empty() || before.back() == ' ' || after.empty() || after.front() == ' ';
    return parts ? " , " : "-";
}

PlainText folded(std::string_view text) {
    constexpr char32_t kEnDash = 0x2013;
    PlainText plain;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const auto from = static_cast<std::uint32_t>(at), to = static_cast<std::uint32_t>(at + point.bytes);
        at += point.bytes;
        if (!point.value) continue;
        const char32_t c = *point.value;
        const char ascii = static_cast<char>(c);
        if (c == kEnDash) {
            plain.add(en_dash(plain.letters, text.substr(at)), from, to);
        } else if (c == '\n' || (c >= ' ' && c < 0x7F)) {
            plain.add({&ascii, 1}, from, to);
        } else if (c < ' ') {
            plain.add(" ", from, to);
        } else if (c >= kLatinFirst && c <= kLatinLast) {
            plain.add(latin(c), from, to);
        } else if (const auto sign = signs().find(c); sign != signs().end()) {
            plain.add(sign->second, from, to);
        }
    }
    return plain;
}

// Length of a tag "<b class=…>" or of a link's target "](…)", 0 where there is none.
std::size_t markup_at(std::string_view letters, std::size_t at) {
    const std::string_view rest = letters.substr(at);
    if (rest[0] == '<' && rest.size() > 1) {
        const bool opens = is_ascii_letter(rest[1]) || rest[1] == '/' || rest[1] == '!';
        const std::size_t close = opens ? rest.substr(0, kTagLongest).find('>') : std::string_view::npos;
        return close == std::string_view::npos ? 0 : close + 1;
    }
    if (!rest.starts_with("](")) return 0;
    const std::size_t close = rest.substr(0, kLinkLongest).find(')');
    return close == std::string_view::npos ? 0 : close + 1;
}

struct Entity {
    std::string_view written, meant;
};

std::optional<Entity> entity_at(std::string_view letters, std::size_t at) {
    static constexpr std::array<Entity, 11> kEntities = {{{"&amp;", "&"},
                                                          {"&lt;", "<"},
                                                          {"&gt;", ">"},
                                                          {"&quot;", "\""},
                                                          {"&#39;", "'"},
                                                          {"&apos;", "'"},
                                                          {"&nbsp;", " "},
                                                          {"&euro;", "\x01"},
                                                          {"&pound;", "\x02"},
                                                          {"&ndash;", "-"},
                                                          {"&mdash;", " , "}}};
    for (const Entity& entity : kEntities)
        if (letters.substr(at).starts_with(entity.written)) return entity;
    return std::nullopt;
}

bool only_marks(char c) {
    return c == '*' || c == '`' || c == '_' || c == '[' || c == ']' || c == '|';
}

PlainText without_markup(const PlainText& from) {
    PlainText plain;
    const std::string_view letters = from.letters;
    const auto put = [&](std::string_view more, std::size_t first, std::size_t last) {
        plain.add(more, from.begin[first], from.end[last]);
    };
    for (std::size_t at = 0; at < letters.size();) {
        if (const std::size_t length = markup_at(letters, at)) {
            put(" ", at, at + length - 1);
            at += length;
        } else if (const auto entity = letters[at] == '&' ? entity_at(letters, at) : std::nullopt) {
            put(entity->meant, at, at + entity->written.size() - 1);
            at += entity->written.size();
        } else {
            if (letters[at] == '_')
                put(" ", at, at);
            else if (!only_marks(letters[at]))
                put(letters.substr(at, 1), at, at);
            ++at;
        }
    }
    return plain;
}

}  // namespace

PlainText plain_text(std::string_view text) {
    return without_markup(folded(text));
}

}  // namespace praxis::speech
