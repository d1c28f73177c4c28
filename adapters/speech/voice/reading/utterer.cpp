#include "adapters/speech/voice/reading/utterer.hpp"

#include "adapters/speech/voice/reading/code_point.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kWordLongest = 40, kWordsMost = 160;

std::string lower(std::string_view word) {
    std::string text;
    for (const char c : word)
        if (is_ascii_letter(c) || c == '\'') text += small(c);
    return text.substr(0, kWordLongest);
}

int strength(char mark) {
    return mark == 0 ? 0 : mark == ',' ? 1 : mark == '.' ? 2 : 3;
}

// The sound of "s" after these phones.
std::string_view plural_phones(std::string_view phones) {
    const std::string_view last = phones.substr(phones.rfind(' ') + 1);
    if (last == "s" || last == "z" || last == "sh" || last == "ch" || last == "jh") return " ax z";
    return last == "p" || last == "t" || last == "k" || last == "f" ? " s" : " z";
}

}  // namespace

void Utterer::put(std::string word, std::string phones) {
    if (word.empty() || words_.size() >= kWordsMost) return;
    words_.push_back({std::move(word), std::move(phones), 0, text_.begin[at_.begin], text_.end[at_.end - 1]});
}

void Utterer::say(std::string_view words) {
    while (!words.empty()) {
        const std::size_t blank = std::min(words.find(' '), words.size());
        if (blank > 0) say_one(words.substr(0, blank));
        words.remove_prefix(std::min(blank + 1, words.size()));
    }
}

void Utterer::say_one(std::string_view word) {
    if (word.size() == 1 && is_capital(word[0]) && word != "I") return spell(word);
    if (word.size() == 2 && is_capital(word[0]) && word[1] == 's') return spell(word.substr(0, 1), true);
    const std::string plain = lower(word);
    const auto known = how_.phones.find(plain);
    put(plain, known == how_.phones.end() ? std::string() : known->second);
}

void Utterer::say_phones(std::string_view word, std::string_view phones) {
    put(lower(word), std::string(phones));
}

void Utterer::spell(std::string_view letters, bool plural) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::string letter(1, small(letters[i]));
        const auto name = how_.letters.find(letter);
        if (name == how_.letters.end()) continue;
        const bool last = i + 1 == letters.size();
        put(letter, name->second + std::string(plural && last ? plural_phones(name->second) : ""));
    }
}

void Utterer::pause(char mark) {
    if (!words_.empty() && strength(mark) > strength(words_.back().pause)) words_.back().pause = mark;
}

}  // namespace praxis::speech
