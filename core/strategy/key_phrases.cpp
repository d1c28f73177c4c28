#include "core/strategy/key_phrases.hpp"

#include <algorithm>
#include <set>

namespace praxis::strategy {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// Bytes beyond ASCII count as letters: they belong to accented words, or to dashes and quotes handled below.
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Typographic punctuation (U+2010 … U+203F) and the euro sign part words as their plain forms do.
std::size_t punctuation_at(std::string_view text, std::size_t i) {
    if (i + 2 >= text.size() || text[i] != '\xe2') return 0;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    return second == 0x80 || second == 0x82 ? 3 : 0;
}

std::string stem(std::string word) {
    const auto cut = [&](std::string_view ending, std::string_view instead) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 3) return false;
        word.replace(word.size() - ending.size(), ending.size(), instead);
        return true;
    };
    if (word.empty() || is_digit(word.front())) return word;
    if (cut("ies", "y") || word.ends_with("ss")) return word;
    if (cut("ing", "") || cut("ed", "") || cut("es", "e")) return word;
    cut("s", "");
    return word;
}

bool follows(const Texts& words, std::size_t at, const Texts& phrase) {
    return at + phrase.size() <= words.size() && std::equal(phrase.begin(), phrase.end(), words.begin() + at);
}

}  // namespace

Texts stems_of(std::string_view text) {
    Texts words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(stem(std::move(word)));
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inside_number = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if (const std::size_t skipped = punctuation_at(text, i)) {
            if (text.substr(i, 3) != "\xe2\x80\x99") end_word();
            i += skipped - 1;
        } else if (is_word(text[i])) {
            word += lower(text[i]);
        } else if (text[i] == '.' && inside_number) {
            word += '.';
        } else if (text[i] != '\'' && !(text[i] == ',' && inside_number)) {
            end_word();  // an apostrophe joins (don't), a thousands comma vanishes
        }
    }
    end_word();
    return words;
}

bool is_common(std::string_view phrase) {
    static const std::set<std::string, std::less<>> kCommon = {
        "a",        "about", "after", "again", "all",    "always", "an",    "and",   "any",     "are",   "as",
        "at",       "back",  "be",    "been",  "before", "but",    "by",    "can",   "come",    "cost",  "could",
        "customer", "day",   "did",   "do",    "don",    "dont",   "down",  "each",  "every",   "few",   "first",
        "five",     "for",   "four",  "from",  "get",    "go",     "good",  "had",   "half",    "has",   "have",
        "he",       "here",  "hour",  "how",   "i",      "if",     "in",    "into",  "is",      "it",    "its",
        "just",     "know",  "last",  "less",  "like",   "long",   "look",  "lot",   "made",    "make",  "many",
        "money",    "month", "more",  "most",  "much",   "my",     "need",  "never", "new",     "next",  "no",
        "not",      "now",   "of",    "off",   "on",     "once",   "one",   "only",  "or",      "order", "other",
        "our",      "out",   "over",  "own",   "part",   "people", "per",   "price", "problem", "put",   "quarter",
        "right",    "same",  "say",   "see",   "she",    "site",   "six",   "so",    "some",    "still", "stop",
        "take",     "ten",   "than",  "that",  "the",    "their",  "them",  "then",  "there",   "they",  "thing",
        "think",    "this",  "three", "time",  "to",     "today",  "too",   "two",   "up",      "us",    "use",
        "very",     "want",  "was",   "way",   "we",     "week",   "well",  "were",  "what",    "when",  "where",
        "which",    "who",   "why",   "will",  "with",   "work",   "would", "year",  "yes",     "yet",   "you",
        "your"};
    const Texts words = stems_of(phrase);
    if (words.size() > 2) return false;  // a run of three ordinary words is rare enough
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& word) { return word.size() < 2 || kCommon.contains(word); });
}

KeyPhrases::KeyPhrases(const Texts& phrases) {
    for (const std::string& phrase : phrases) phrases_.push_back(stems_of(phrase));
}

std::vector<std::size_t> KeyPhrases::all_in(std::string_view text) const {
    std::vector<std::size_t> found;
    const Texts words = stems_of(text);
    for (std::size_t p = 0; p < phrases_.size(); ++p) {
        bool inside = false;
        for (std::size_t at = 0; at < words.size() && !inside && !phrases_[p].empty(); ++at)
            inside = follows(words, at, phrases_[p]);
        if (inside) found.push_back(p);
    }
    return found;
}

std::optional<std::size_t> KeyPhrases::first_in(std::string_view text) const {
    const std::vector<std::size_t> found = all_in(text);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace praxis::strategy
