#include "core/people/password.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace praxis::people {
namespace {

constexpr std::size_t kWordLeast = 3;

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

// Lower case, and what is written for a letter read as the letter: "P4$$w0rd" is "password".
char plain(char c) {
    switch (c) {
        case '0': return 'o';
        case '1': return 'l';
        case '3': return 'e';
        case '4': return 'a';
        case '5': return 's';
        case '7': return 't';
        case '@': return 'a';
        case '$': return 's';
        case '!': return 'i';
        default: return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

void add_words(std::string_view text, std::vector<std::string>& words) {
    std::string word;
    for (const char c : lowered(text) + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80) {
            word += c;
            continue;
        }
        if (word.size() >= kWordLeast) words.push_back(word);
        word.clear();
    }
}

// How many characters from `at` on are one run that costs a guesser nothing: a repeated or counted-on character.
std::size_t run_at(std::string_view text, std::size_t at) {
    std::size_t longest = 1;
    for (const int step : {0, 1, -1}) {
        std::size_t length = 1;
        while (at + length < text.size() && text[at + length] - text[at + length - 1] == step) ++length;
        longest = std::max(longest, length);
    }
    return longest;
}

std::size_t word_at(std::string_view text, std::size_t at, const std::vector<std::string>& own,
                    const CommonWords& common) {
    std::size_t longest = 0;
    for (const std::string& word : own)
        if (text.substr(at).starts_with(word)) longest = std::max(longest, word.size());
    const std::size_t most = std::min<std::size_t>(text.size() - at, 24);
    for (std::size_t length = std::max(longest + 1, kWordLeast); length <= most; ++length)
        if (common.contains(text.substr(at, length))) longest = length;
    return longest;
}

// What a guesser still has to find out when words and runs are known: a word or a run counts as one character, and what
// stands between words as nothing. `meant` is `typed` with letters for what stands for them.
std::size_t left_of(std::string_view typed, std::string_view meant, const std::vector<std::string>& own,
                    const CommonWords& common) {
    std::size_t left = 0, at = 0;
    bool after_word = true;
    while (at < typed.size()) {
        const std::size_t run = run_at(typed, at);
        const std::size_t word = std::max(word_at(typed, at, own, common), word_at(meant, at, own, common));
        const std::size_t known = std::max(word, run >= kWordLeast ? run : 0);
        const auto first = static_cast<unsigned char>(typed[at]);
        const bool between = known == 0 && after_word && first < 0x80 && !std::isalnum(first);
        left += between ? 0 : 1;
        after_word = known > 0 || between;
        at += std::max(std::size_t{1}, known);
    }
    return left;
}

// "abcabcabcabc" is as easy as "abc".
std::string_view without_repeats(std::string_view text) {
    for (std::size_t unit = 1; unit <= text.size() / 2; ++unit) {
        if (text.size() % unit != 0) continue;
        bool same = true;
        for (std::size_t i = unit; i < text.size() && same; ++i) same = text[i] == text[i - unit];
        if (same) return text.substr(0, unit);
    }
    return text;
}

Problem fault(std::string what, std::string mend) {
    return {Severity::error, {"/password", 0, 0}, std::move(what), std::move(mend)};
}

}  // namespace

Problems faults_of_password(std::string_view password, const PasswordOwner& owner, const CommonWords& common) {
    if (characters_in(password) < kPasswordLeast)
        return {fault("the password is shorter than 12 characters", "take a sentence of a few words")};
    if (password.size() > kPasswordMost_bytes)
        return {fault("the password is longer than 512 bytes", "take a shorter one")};
    if (password.find('\0') != std::string_view::npos)
        return {fault("the password holds a character that cannot be typed", "leave it out")};
    std::vector<std::string> own;
    for (const std::string_view text :
         {std::string_view(owner.email), std::string_view(owner.name), std::string_view(owner.company)})
        add_words(text, own);
    const std::string lower = lowered(password);
    const std::string_view typed = without_repeats(lower);
    std::string meant(typed);
    std::transform(typed.begin(), typed.end(), meant.begin(), plain);
    const std::size_t left = left_of(typed, meant, own, common);
    if (left < kLeftLeast)
        return {fault("the password is among those that are tried first",
                      "take words that have nothing to do with you, with each other or with the keyboard")};
    return {};
}

}  // namespace praxis::people
