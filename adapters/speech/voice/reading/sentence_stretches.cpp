#include <string>

#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/reader.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::speech {
namespace {

// Letters. Above the first a sentence is parted where a comma allows it, since its sound is waited for; above the
// second at a blank if need be. No part is shorter than the third.
constexpr std::size_t kLong = 100, kTooLong = 200, kShort = 30;

// The last word with its full stop, in small letters: "dr."
std::string last_word(std::string_view sentence) {
    std::string word;
    for (const char c : sentence.substr(sentence.rfind(' ') + 1)) word += small(c);
    return word.substr(std::min(word.find_first_not_of("(\"'"), word.size()));
}

bool goes_on(std::string_view sentence, std::string_view after, const Pronunciation& how) {
    if (!sentence.ends_with('.') || after.empty()) return false;
    const std::string word = last_word(sentence);
    if (how.before_a_name.contains(word)) return true;
    if ((word == "no." || word == "nr.") && is_digit(after.front())) return true;
    const bool initial = word.size() == 2 && is_ascii_letter(word[0]) && word != "i.";
    const bool abbreviated = how.expressions.contains(word) && !is_capital(after.front());
    return initial || abbreviated || is_small(after.front());
}

// Where the rest of a long sentence begins; 0: it stays whole.
std::size_t cut_of(std::string_view sentence) {
    if (sentence.size() <= kLong) return 0;
    for (const std::string_view mark : {"; ", ": ", ", "}) {
        const std::size_t at = sentence.substr(0, kLong).rfind(mark);
        if (at != std::string_view::npos && at >= kShort) return at + mark.size();
    }
    if (sentence.size() <= kTooLong) return 0;
    const std::size_t blank = sentence.substr(0, kTooLong).rfind(' ');
    if (blank != std::string_view::npos && blank >= kShort) return blank + 1;
    return std::min(sentence.find(' ', kTooLong), sentence.size() - 1) + 1;
}

class Cutter {
public:
    Cutter(const PlainText& text, const Pronunciation& how) : letters_(text.letters), how_(how) {}

    std::vector<Stretch> cut() {
        for (std::size_t begin = 0; begin < letters_.size();) {
            const std::size_t end = std::min(letters_.find('\n', begin), letters_.size());
            line(begin, end);
            begin = end + 1;
        }
        return std::move(stretches_);
    }

private:
    void line(std::size_t begin, std::size_t end) {
        const std::string_view all = letters_.substr(begin, end - begin);
        std::size_t from = begin;
        for (const std::string_view sentence : wording::sentences_of(all)) {
            const std::size_t to = static_cast<std::size_t>(sentence.data() - letters_.data()) + sentence.size();
            std::size_t next = to;
            while (next < end && letters_[next] == ' ') ++next;
            if (goes_on(letters_.substr(from, to - from), letters_.substr(next, end - next), how_)) continue;
            keep(from, to);
            from = to;
        }
        keep(from, end);
    }

    void keep(std::size_t from, std::size_t to) {
        while (from < to && letters_[from] == ' ') ++from;
        while (const std::size_t length = from < to ? cut_of(letters_.substr(from, to - from)) : 0) {
            stretches_.push_back({from, from + length});
            from += length;
        }
        if (from < to) stretches_.push_back({from, to});
    }

    std::string_view letters_;
    const Pronunciation& how_;
    std::vector<Stretch> stretches_;
};

}  // namespace

std::vector<Stretch> sentence_stretches(const PlainText& text, const Pronunciation& how) {
    return Cutter(text, how).cut();
}

}  // namespace praxis::speech
