#include "core/language/text/word_automaton.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "core/base/digest.hpp"

namespace praxis::language::text {
namespace {

// A set of numbers below a bound.
class Bits {
public:
    explicit Bits(std::size_t bound) : words_(bound / 64 + 1) {}
    bool has(std::size_t number) const { return words_[number / 64] >> number % 64 & 1; }
    bool put(std::size_t number) {  // false: it was there
        std::uint64_t& word = words_[number / 64];
        const std::uint64_t before = word;
        word |= std::uint64_t{1} << number % 64;
        return word != before;
    }
    void drop(std::size_t number) { words_[number / 64] &= ~(std::uint64_t{1} << number % 64); }
    void list(std::vector<int>& numbers) const {
        for (std::size_t word = 0; word < words_.size(); ++word)
            for (std::uint64_t left = words_[word]; left; left &= left - 1)
                numbers.push_back(static_cast<int>(word * 64) + std::countr_zero(left));
    }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace

// One text's way through the automaton.
class WordAutomaton::Walk {
public:
    Walk(const WordAutomaton& all, std::string_view text)
        : all_(all), text_(text), before_(all.before_.size()), behind_(all.behind_.size()), found_(all.expressions_) {}

    void go(std::vector<int>& found) {
        for (const State state : all_.always_) before_.put(state);
        begin();
        while (at_ < text_.size()) {
            through_word();
            through_gap();
        }
        found_.list(found);
    }

private:
    void begin() {
        const std::size_t gap = gap_at(0);
        if (gap == 0) enter(all_.first_);
        if (gap == 1 && text_[0] == '#') enter(all_.first_figure_);
        at_ = gap;
    }

    // How many letters from there on are of no word.
    std::size_t gap_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && !is_of_word(text_[end])) ++end;
        return end - at;
    }

    void enter(const States& states) {
        for (const State state : states)
            if (before_.put(state)) entered_.push_back(state);
    }

    void through_word() {
        Digest letters;
        bool az = true;
        for (; at_ < text_.size() && is_of_word(text_[at_]); ++at_) {
            if (all_.may_begin(letters.value())) beginnings_.push_back(letters.value());
            letters.add({&text_[at_], 1});
            az = az && text_[at_] >= 'a' && text_[at_] <= 'z';
        }
        if (const Word* word = all_.word_of(letters.value())) {
            pass(word->whole, false, az);
            pass(word->beginning, false, az);
        }
        for (const std::uint64_t each : beginnings_)
            if (const Word* word = all_.word_of(each)) pass(word->beginning, true, az);
        beginnings_.clear();
        pass(all_.always_ways_, false, az);
        for (const State state : entered_)
            if (all_.before_[state].count > 0) pass(all_.before_[state], false, az);
    }
    // The word has more letters than the ways know of, or none; all of it is of a to z, or not.
    void pass(Ways ways, bool more, bool az) {
        for (const Way& way : std::span(all_.ways_).subspan(ways.first, ways.count))
            if (before_.has(way.from) && (more || !way.some) && (az || !way.az)) arrive(way.to);
    }
    void arrive(State state) {
        if (!behind_.put(state)) return;
        arrived_.push_back(state);
        if (all_.behind_[state].holds) found_.put(static_cast<std::size_t>(all_.behind_[state].expression));
    }

    void through_gap() {
        const std::string_view gap = text_.substr(at_, gap_at(at_));
        at_ += gap.size();
        for (const State state : entered_) before_.drop(state);
        entered_.clear();
        if (at_ == text_.size())
            end(gap);
        else
            enter_behind(gap == " " ? space : gap == " #" ? figure : other);
        for (const State state : arrived_) behind_.drop(state);
        arrived_.clear();
    }
    void enter_behind(Gap gap) {
        enter(all_.fresh_[gap]);
        for (const State state : arrived_) enter(all_.behind_[state].next[gap]);
    }
    void end(std::string_view gap) {
        for (const State state : arrived_) {
            const Behind& behind = all_.behind_[state];
            if ((behind.holds_last && gap.empty()) || (behind.holds_asked && gap == " ?"))
                found_.put(static_cast<std::size_t>(behind.expression));
        }
    }

    const WordAutomaton& all_;
    std::string_view text_;
    std::size_t at_ = 0;
    Bits before_, behind_;
    States entered_, arrived_;
    std::vector<std::uint64_t> beginnings_;
    Bits found_;
};

void WordAutomaton::find(std::string_view text, std::vector<int>& found) const {
    found.clear();
    Walk(*this, text).go(found);
}

const WordAutomaton::Word* WordAutomaton::word_of(std::uint64_t digest) const {
    const std::size_t mask = words_.size() - 1;
    for (std::size_t at = (digest >> 32) & mask; words_[at].digest; at = (at + 1) & mask)
        if (words_[at].digest == digest) return &words_[at];
    return nullptr;
}

}  // namespace praxis::language::text
