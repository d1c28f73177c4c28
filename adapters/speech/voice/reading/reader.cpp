#include "adapters/speech/voice/reading/reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/rule.hpp"
#include "adapters/speech/voice/reading/word_saying.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kTokenLongest = 100, kWindow = 300;

bool begins_word(std::string_view letters, std::size_t at) {
    return at == 0 || !(is_ascii_letter(letters[at - 1]) || is_digit(letters[at - 1]));
}

class SentenceReader {
public:
    SentenceReader(const PlainText& text, Stretch stretch, const Pronunciation& how)
        : letters_(text.letters), end_(stretch.end), at_(stretch.begin), out_(text, how) {
        const std::size_t last = letters_.substr(0, end_).find_last_not_of(' ');
        goes_on_ =
            last != std::string_view::npos && std::string_view(",;:").find(letters_[last]) != std::string_view::npos;
        loud_ = mostly_capitals(letters_.substr(stretch.begin, stretch.end - stretch.begin));
    }

    std::vector<SpokenWord> read() {
        while (at_ < end_) {
            const std::size_t before = at_;
            if (!is_blank(letters_[at_]) && (at_ == 0 || is_blank(letters_[at_ - 1]))) shorten_token();
            if (begins_word(letters_, at_) && (expression() || sound() || by_rule())) {
                per_something();
            } else if (!word()) {
                mark();
            }
            if (at_ == before) ++at_;
        }
        if (!out_.silent() && !goes_on_) out_.pause('.');
        return out_.take();
    }

private:
    static bool is_blank(char c) { return c == ' ' || c == '\n'; }

    static bool mostly_capitals(std::string_view sentence) {
        const auto capitals = std::count_if(sentence.begin(), sentence.end(), is_capital);
        const auto smalls = std::count_if(sentence.begin(), sentence.end(), is_small);
        return capitals > 12 && capitals > 4 * smalls;
    }

    std::string_view token() const {
        const std::string_view rest = letters_.substr(at_, end_ - at_);
        return rest.substr(0, std::min(rest.find_first_of(" \n"), rest.size()));
    }

    // Nobody says a word of a thousand letters: its beginning will do.
    void shorten_token() {
        const std::size_t length = token().size();
        limit_ = length > kTokenLongest ? at_ + kTokenLongest : 0;
        resume_ = at_ + length;
    }

    std::size_t window() const { return limit_ > at_ ? limit_ : std::min(end_, at_ + kWindow); }

    void stand_at(std::size_t length) { out_.stand_at({at_, at_ + length}); }

    bool expression() {
        std::string_view whole = token();
        if (whole.size() > kTokenLongest) return false;
        while (!whole.empty() && std::string_view("(\"'").find(whole.front()) != std::string_view::npos) return false;
        while (!whole.empty()) {
            const auto& known = out_.how().expressions;
            auto found = known.find(whole);
            if (found == known.end()) found = known.find(lowered(whole));
            if (found != known.end()) {
                stand_at(whole.size());
                out_.say(found->second);
                return advance(whole.size());
            }
            if (std::string_view(".,;:!?)\"'").find(whole.back()) == std::string_view::npos) return false;
            whole.remove_suffix(1);
        }
        return false;
    }

    bool sound() {
        std::size_t length = 0;
        while (at_ + length < window() && (is_ascii_letter(letters_[at_ + length]) || letters_[at_ + length] == '-'))
            ++length;
        if (length == 0) return false;
        stand_at(length);
        return say_sound(letters_.substr(at_, length), out_) && advance(length);
    }

    bool by_rule() {
        if (is_small(letters_[at_]) && plain_word_ahead()) return false;
        for (const auto* rules : {&address_rules(), &money_rules(), &date_rules(), &amount_rules()})
            for (const Rule& rule : *rules) {
                Match match;
                const re2::StringPiece text(letters_.data(), letters_.size());
                if (!rule.pattern->Match(text, at_, window(), RE2::ANCHOR_START, match.groups(), kGroupsMost)) continue;
                if (match.length() == 0) continue;
                stand_at(match.length());
                if (rule.say(match, out_)) return advance(match.length());
            }
        return false;
    }

    // The commonest case by far: nothing but small letters up to a blank or a full stop.
    bool plain_word_ahead() const {
        const std::string_view whole = token();
        const std::size_t letters = std::min(whole.find_first_not_of("abcdefghijklmnopqrstuvwxyz'"), whole.size());
        return whole.find_first_not_of(".,;:!?)\"", letters) == std::string_view::npos;
    }

    // "/month", "/user/year" after an amount.
    void per_something() {
        while (at_ + 1 < end_ && letters_[at_] == '/' && is_small(letters_[at_ + 1])) {
            std::size_t length = 1;
            while (at_ + length < end_ && is_small(letters_[at_ + length])) ++length;
            const std::string word(letters_.substr(at_ + 1, length - 1));
            const auto unit = out_.how().units.find(word);
            stand_at(length);
            out_.say("per");
            out_.say(unit == out_.how().units.end() ? word : unit->second.one);
            advance(length);
        }
    }

    bool word() {
        std::size_t length = 0;
        while (at_ + length < window() && word_letter(length)) ++length;
        if (length == 0) return false;
        stand_at(length);
        say_word(letters_.substr(at_, length), loud_, out_);
        return advance(length);
    }

    bool word_letter(std::size_t i) const {
        const char c = letters_[at_ + i];
        if (is_ascii_letter(c)) return true;
        return c == '\'' && i > 0 && at_ + i + 1 < end_ && is_ascii_letter(letters_[at_ + i + 1]);
    }

    // What is no word: a pause, a sign that is said, or nothing.
    void mark() {
        static constexpr std::array<std::pair<char, std::string_view>, 9> kSaid = {{{'&', "and"},
                                                                                    {'+', "plus"},
                                                                                    {'=', "equals"},
                                                                                    {'@', "at"},
                                                                                    {'%', "per cent"},
                                                                                    {'~', "about"},
                                                                                    {'<', "less than"},
                                                                                    {'>', "more than"},
                                                                                    {kDegree, "degrees"}}};
        const char c = letters_[at_];
        for (const auto& [sign, words] : kSaid)
            if (sign == c) {
                stand_at(1);
                out_.say(words);
            }
        if (c == '!' || c == '?') out_.pause(c);
        if (c == '.' && !after_initial()) out_.pause(',');
        if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')') out_.pause(',');
        const bool dash = c == '-' && at_ + 1 < end_ && (letters_[at_ + 1] == ' ' || letters_[at_ + 1] == '-');
        if (dash) out_.pause(',');
        advance(1);
    }

    bool after_initial() const {
        const bool one_letter = at_ > 0 && is_capital(letters_[at_ - 1]) && begins_word(letters_, at_ - 1);
        return one_letter && at_ + 2 < end_;
    }

    bool advance(std::size_t length) {
        at_ += length;
        if (limit_ && at_ >= limit_) {
            at_ = std::max(at_, resume_);
            limit_ = 0;
        }
        return true;
    }

    std::string_view letters_;
    std::size_t end_, at_;
    std::size_t limit_ = 0, resume_ = 0;  // of a token that is too long: where it is cut, where it ends
    bool goes_on_ = false;                // a comma parts it from its other half
    bool loud_ = false;                   // all in capitals: they mean nothing
    Utterer out_;
};

}  // namespace

std::vector<SpokenWord> spoken_words(const PlainText& text, Stretch stretch, const Pronunciation& how) {
    if (stretch.begin >= stretch.end) return {};
    return SentenceReader(text, stretch, how).read();
}

}  // namespace praxis::speech
