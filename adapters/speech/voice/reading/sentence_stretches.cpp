#include <string>

#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/reader.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::speech {
namespace {

// Letters: a sentence above the first is parted, not before the second. The very first sooner, but only where there is
// a comma: it is waited for.
constexpr std::size_t kLong = 200, kShort = 80, kFirstLong = 100, kFirstShort = 30;

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

std::size_t good_cut(std::string_view sentence) {
    for (const std::string_view mark : {"; ", ": ", ", ", " "}) {
        const std::size_t at = sentence.substr(0, kLong).rfind(mark);
        if (at != std::string_view::npos && at >= kShort) return at + mark.size();
    }
    return std::min(sentence.find(' ', kLong), sentence.size() - 1) + 1;
}

// 0: there is none.
std::size_t first_cut(std::string_view sentence) {
    const std::size_t at = sentence.substr(0, kFirstLong).find_last_of(",;:");
    const bool good = at != std::string_view::npos && at >= kFirstShort && sentence.substr(at + 1).starts_with(' ');
    return good ? at + 2 : 0;
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
        if (stretches_.empty() && to - from > kFirstLong)
            if (const std::size_t length = first_cut(letters_.substr(from, to - from))) {
                stretches_.push_back({from, from + length});
                from += length;
            }
        while (to - from > kLong) {
            const std::size_t length = good_cut(letters_.substr(from, to - from));
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
