#include "core/wording/sentence.hpp"

#include <algorithm>

#include "core/base/digest.hpp"

namespace praxis::wording {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_word(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

// Length of the closing mark at `at`, 0 where there is none.
std::size_t closing_mark(std::string_view text, std::size_t at) {
    if (text[at] == '.' || text[at] == '?' || text[at] == '!') return 1;
    return text.substr(at, kEllipsis.size()) == kEllipsis ? kEllipsis.size() : 0;
}

bool ends_here(std::string_view text, std::size_t after, bool ellipsis) {
    if (after >= text.size()) return true;
    if (text[after] != ' ') return false;
    return !ellipsis || after + 1 >= text.size() || !is_small(text[after + 1]);
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = closing_mark(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        std::size_t after = at + length;
        while (after < text.size() && (closing_mark(text, after) != 0 || text[after] == '"' || text[after] == ')'))
            after += std::max<std::size_t>(1, closing_mark(text, after));
        if (ends_here(text, after, length > 1)) {
            found.push_back(text.substr(begin, after - begin));
            while (after < text.size() && text[after] == ' ') ++after;
            begin = after;
        }
        at = after;
    }
    if (begin < text.size()) found.push_back(text.substr(begin));
    return found;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, kEllipsis.size()) == kEllipsis) {
            if (!word.empty()) words.push_back(std::move(word)), word.clear();
            i += kEllipsis.size() - 1;
        } else if (is_word(text[i]) ||
                   (text[i] == '\'' && !word.empty() && i + 1 < text.size() && is_word(text[i + 1]))) {
            word += small(text[i]);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::uint64_t sentence_key(std::string_view sentence) {
    Digest digest;
    for (const std::string& word : words_of(sentence)) digest.add(word).add(" ");
    return digest.value();
}

bool has_phrase(std::string_view text, std::string_view phrase) {
    if (phrase.empty()) return false;
    const auto same = [](char a, char b) { return small(a) == small(b); };
    for (auto from = text.begin();; ++from) {
        from = std::search(from, text.end(), phrase.begin(), phrase.end(), same);
        if (from == text.end()) return false;
        const auto to = from + static_cast<std::ptrdiff_t>(phrase.size());
        const bool left = from == text.begin() || !is_word(*(from - 1)) || !is_word(phrase.front());
        const bool right = to == text.end() || !is_word(*to) || !is_word(phrase.back());
        if (left && right) return true;
    }
}

bool is_listed(const std::vector<std::string>& sorted, const std::string& word) {
    return std::ranges::binary_search(sorted, word);
}

std::string capitalised(std::string text) {
    if (!text.empty() && is_small(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string lowered(std::string text) {
    if (!text.empty()) text[0] = small(text[0]);
    return text;
}

}  // namespace praxis::wording
