#include "adapters/speech/voice/reading/word_saying.hpp"

#include <algorithm>

#include "adapters/speech/voice/reading/code_point.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kSpelledLongest = 5;

// "hmmmm" → "hmm" → "hm": a letter said long, at most so often.
std::string shortened(const std::string& word, std::size_t most) {
    std::string text;
    for (std::size_t i = 0, run = 0; i < word.size(); ++i) {
        run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
        if (run <= most) text += word[i];
    }
    return text;
}

bool has_long_letter(const std::string& word) {
    return shortened(word, 2) != word;
}

// "CRM", "KPIs", "CRM's": the letters are named unless the word is read or only said louder.
bool spelled_out(std::string_view word, bool loud, Utterer& out) {
    const std::size_t bare = std::min(word.find('\''), word.size());
    const bool owned = word.substr(bare) == "'s" || word.substr(bare) == "'S";
    std::string_view capitals = word.substr(0, bare);
    const bool plural = capitals.size() > 2 && capitals.back() == 's' && is_capital(capitals[capitals.size() - 2]);
    if (plural) capitals.remove_suffix(1);
    if (!std::all_of(capitals.begin(), capitals.end(), is_capital) || (bare != word.size() && !owned)) return false;
    const bool pronoun = capitals == "I" || capitals == "A";
    if (loud || pronoun || capitals.size() > kSpelledLongest) return false;
    if (out.how().louder.contains(capitals) || out.how().said.contains(capitals)) return false;
    out.spell(capitals, plural || owned);
    return true;
}

// "HubSpot" is two words for the dictionary.
void say_camel(std::string_view word, Utterer& out) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i < word.size(); ++i)
        if (is_capital(word[i]) && is_small(word[i - 1]) && i - begin > 2 && i + 2 < word.size()) {
            out.say(lowered(word.substr(begin, i - begin)));
            begin = i;
        }
    out.say(lowered(word.substr(begin)));
}

}  // namespace

std::string lowered(std::string_view word) {
    std::string text(word);
    std::transform(text.begin(), text.end(), text.begin(), small);
    return text;
}

void say_word(std::string_view word, bool loud, Utterer& out) {
    const std::string plain = lowered(word);
    const auto other = out.how().respelled.find(plain);
    if (other != out.how().respelled.end()) return out.say(other->second);
    if (spelled_out(word, loud, out)) return;
    say_camel(has_long_letter(plain) ? shortened(plain, 1) : std::string(word), out);
}

bool say_sound(std::string_view written, Utterer& out) {
    const std::string plain = lowered(written);
    for (const std::size_t most : {plain.size(), std::size_t{2}, std::size_t{1}}) {
        const std::string word = shortened(plain, most);
        if (word != plain && (!has_long_letter(plain) || word.size() < 2)) continue;
        const auto found = out.how().sounds.find(word);
        if (found == out.how().sounds.end()) continue;
        out.say_phones(word, found->second);
        return true;
    }
    return false;
}

}  // namespace praxis::speech
