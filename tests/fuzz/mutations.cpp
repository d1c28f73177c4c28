#include "tests/fuzz/mutations.hpp"

#include <algorithm>

namespace praxis::fuzz {
namespace {

const std::vector<std::string> kNumbers = {"0",          "-1",         "1",
                                           "127",        "255",        "65536",
                                           "2147483648", "4294967295", "9223372036854775807",
                                           "1e309",      "-0.0",       "99999999999999999999999",
                                           "0x10",       "1_000",      "NaN"};
const std::vector<std::string> kBytes = {std::string(1, '\0'),
                                         "\xff",
                                         "\xc3",
                                         "\xe2\x82\xac",
                                         "\xf0\x9f\x8f\x86",
                                         "\xed\xa0\x80",
                                         "\"",
                                         "\\",
                                         "'",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ":",
                                         ",",
                                         "\n",
                                         "\r\n",
                                         "\t",
                                         " ",
                                         "<",
                                         ">",
                                         "&",
                                         "%00",
                                         "\\u0000",
                                         "\\ud800",
                                         "\xef\xbb\xbf"};
constexpr std::size_t kPart_bytes = 64;

}  // namespace

std::string Mutations::next() {
    std::string text = any(corpus_);
    for (std::size_t left = 1 + below(6); left > 0; --left) change(text);
    text.resize(std::min(text.size(), most_));
    return text;
}

void Mutations::change(std::string& text) {
    switch (below(4)) {
        case 0: return change_bytes(text);
        case 1: return move_parts(text);
        case 2: return change_number(text);
        default: text.insert(below(text.size() + 1), words_.empty() ? any(kBytes) : any(words_)); return;
    }
}

void Mutations::change_bytes(std::string& text) {
    if (text.empty()) return;
    const std::size_t at = below(text.size());
    switch (below(4)) {
        case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); return;
        case 1: text[at] = static_cast<char>(chance_()); return;
        case 2: text.erase(at, 1 + below(kPart_bytes)); return;
        default: text.replace(at, 1, any(kBytes)); return;
    }
}

void Mutations::move_parts(std::string& text) {
    const std::string& other = any(corpus_);
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
        case 0: {  // the same again, many times
            const std::string part = text.substr(at, 1 + below(kPart_bytes));
            std::string row;
            for (std::size_t left = 1 + below(40); left > 0; --left) row += part;
            text.insert(at, row);
            return;
        }
        case 1: text.resize(at); return;
        case 2: text = text.substr(0, at) + other.substr(below(other.size())); return;
        default: text.insert(at, other.substr(below(other.size()), below(4 * kPart_bytes))); return;
    }
}

void Mutations::change_number(std::string& text) {
    const std::size_t from = below(text.size() + 1);
    const std::size_t begin = text.find_first_of("0123456789", from);
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    text.replace(begin, end - begin, any(kNumbers));
}

}  // namespace praxis::fuzz
