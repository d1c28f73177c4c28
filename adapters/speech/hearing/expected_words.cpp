#include "adapters/speech/hearing/expected_words.hpp"

extern "C" {
#include <flite/cst_lexicon.h>
#include <flite/flite.h>

void cmu_lex_init(void);
extern cst_lexicon cmu_lex;
}

#include <algorithm>
#include <memory>
#include <mutex>
#include <sstream>

#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/reader.hpp"
#include "app/ports/hearing.hpp"

namespace praxis::speech {
namespace {

// "vae1nt" … → "V AE N T": no stress, and its unstressed vowel is AH here.
std::string recognisers_phone(std::string phone) {
    while (!phone.empty() && is_digit(phone.back())) phone.pop_back();
    if (phone == "ax") return "AH";
    if (phone == "pau") return {};
    for (char& c : phone)
        if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
    return phone;
}

void add_phone(const std::string& phone, std::string& to) {
    const std::string ours = recognisers_phone(phone);
    if (!ours.empty()) to += (to.empty() ? "" : " ") + ours;
}

void add_phones_of_word(const std::string& word, std::string& to) {
    static std::once_flag once;
    std::call_once(once, [] {
        flite_init();
        cmu_lex_init();
    });
    cst_val* phones = lex_lookup(&cmu_lex, word.c_str(), nullptr, nullptr);
    for (const cst_val* each = phones; each; each = val_cdr(each)) add_phone(val_string(val_car(each)), to);
    delete_val(phones);
}

// As it is recognised: small letters and apostrophes.
std::string as_recognised(std::string_view term) {
    std::string word;
    for (const char c : term)
        if (is_ascii_letter(c) || c == '\'') word += small(c);
    return word;
}

ExpectedWord expected_word(const PlainText& text, Stretch stretch, const Pronunciation& how) {
    ExpectedWord expected;
    expected.word = as_recognised(std::string_view(text.letters).substr(stretch.begin, stretch.end - stretch.begin));
    for (const SpokenWord& said : spoken_words(text, stretch, how)) {
        std::istringstream phones(said.phones);
        for (std::string phone; phones >> phone;) add_phone(phone, expected.phones);
        if (said.phones.empty()) add_phones_of_word(said.word, expected.phones);
    }
    return expected;
}

void add_words(const std::string& term, const Pronunciation& how, std::vector<ExpectedWord>& into) {
    constexpr const char* kParting = " \t\n-/,.;:()\"";
    const PlainText text = plain_text(term);
    for (std::size_t at = 0; at < text.letters.size();) {
        const std::size_t begin = std::min(text.letters.find_first_not_of(kParting, at), text.letters.size());
        const std::size_t end = std::min(text.letters.find_first_of(kParting, begin), text.letters.size());
        if (end > begin) into.push_back(expected_word(text, {begin, end}, how));
        at = std::max(end, begin + 1);
    }
}

}  // namespace

std::vector<ExpectedWord> expected_words(const std::vector<std::string>& terms, const Pronunciation& how) {
    std::vector<ExpectedWord> words;
    for (const std::string& term : terms) {
        if (words.size() >= app::kExpectMost) break;
        add_words(term, how, words);
    }
    std::erase_if(words, [](const ExpectedWord& each) { return each.word.size() < 2 || each.phones.empty(); });
    const auto before = [](const ExpectedWord& a, const ExpectedWord& b) { return a.word < b.word; };
    std::stable_sort(words.begin(), words.end(), before);
    const auto same = [](const ExpectedWord& a, const ExpectedWord& b) { return a.word == b.word; };
    words.erase(std::unique(words.begin(), words.end(), same), words.end());
    return words;
}

}  // namespace praxis::speech
