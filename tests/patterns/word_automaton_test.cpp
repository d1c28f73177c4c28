// The automaton over words against RE2, which reads the same expressions letter by letter: expressions made at random,
// and those of the language pack.
#include "core/language/text/word_automaton.hpp"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <set>

#include "adapters/files/language/language_pack.hpp"
#include "adapters/files/language/turns_file.hpp"
#include "core/language/text/amounts.hpp"
#include "core/language/text/patterns.hpp"

namespace praxis::testing {
namespace {

using language::text::Expression;
using language::text::WordAutomaton;
using language::text::WordAutomatonBuilder;

using Words = std::vector<std::string>;

RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);
    return options;
}

// Every choice of a test, by its seed.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    bool once_in(std::size_t times) { return below(times) == 0; }
    const std::string& one_of(const Words& words) { return words[below(words.size())]; }

private:
    std::mt19937 engine_;
};

std::string sentence(Dice& dice, const Words& words, std::size_t most) {
    std::string text;
    for (std::size_t left = 1 + dice.below(most); left > 0; --left)
        text += (text.empty() ? "" : " ") + dice.one_of(words);
    return text + (dice.once_in(3) ? " ?" : "");
}

const Words kPieces = {"a",    "b",      "ab",   "bb", "a ", " b", " ", " ", "\\b",  "\\b", "\\w+",
                       "\\w*", "[a-z]+", "[ab]", "#?", "#a", ".*", "^", "$", " \\?", "\\?$"};
const Words kTimes = {"?", "*", "+", "{0,2}", "{1,3}", "{2}"};

std::string expression(Dice& dice, int deep) {
    std::string text;
    for (std::size_t parts = 1 + dice.below(3); parts > 0; --parts) {
        if (!text.empty() && dice.once_in(4)) text += "|";
        for (std::size_t pieces = 1 + dice.below(4); pieces > 0; --pieces) {
            const bool group = deep > 0 && dice.once_in(3);
            text += group ? "(" + expression(dice, deep - 1) + ")" : dice.one_of(kPieces);
            if (dice.once_in(group ? 2 : 8)) text += dice.one_of(kTimes);
        }
    }
    return text;
}

TEST(WordAutomaton, FindsWhatRE2FindsWithExpressionsMadeAtRandom) {
    const Words words = {"a", "b", "ab", "ba", "bb", "abb", "c", "#a", "#ab", "1", "a1"};
    Dice dice(11);
    int taken = 0, held = 0;
    for (int i = 0; i < 40'000; ++i) {
        const std::string text = expression(dice, 2);
        const auto parsed = Expression::parse(text);
        WordAutomatonBuilder builder;
        if (!parsed || !builder.add(*parsed).empty()) continue;
        const WordAutomaton automaton = builder.finish();
        const RE2 re2(text, options());
        ASSERT_TRUE(re2.ok()) << text << ": " << re2.error();
        ++taken;
        for (int j = 0; j < 6; ++j) {
            const std::string said = sentence(dice, words, 5);
            std::vector<int> found;
            automaton.find(said, found);
            ASSERT_EQ(!found.empty(), RE2::PartialMatch(said, re2)) << "/" << text << "/ in '" << said << "'";
            held += !found.empty();
        }
    }
    EXPECT_GT(taken, 4'000);
    EXPECT_GT(held, taken / 4);
}

class PatternsOfThePack : public ::testing::Test {
protected:
    void SetUp() override {
        WordAutomatonBuilder builder;
        for (const auto& source : pack.patterns) {
            re2s.push_back(std::make_unique<RE2>(source.expression, options()));
            const auto expression = Expression::parse(source.expression);
            ASSERT_TRUE(expression) << source.name << ": " << expression.error();
            ASSERT_EQ(builder.add(*expression), "") << source.name;
        }
        automaton = builder.finish();
    }
    void expect_same(const std::string& text, std::size_t pattern) const {
        std::vector<int> found;
        automaton.find(text, found);
        ASSERT_EQ(std::binary_search(found.begin(), found.end(), static_cast<int>(pattern)),
                  RE2::PartialMatch(text, *re2s[pattern]))
            << pack.patterns[pattern].name << " in '" << text << "'";
    }
    // The words that an expression is made of, and some that are in none.
    static Words words_of(const std::string& expression) {
        std::set<std::string> words = {"zebra", "the", "you", "#number", "#date"};
        std::string word;
        for (std::size_t i = 0; i <= expression.size(); ++i) {
            const bool escape = i < expression.size() && expression[i] == '\\';
            if (!escape && i < expression.size() && language::text::is_of_word(expression[i])) {
                word += expression[i];
                continue;
            }
            if (!word.empty()) words.insert(std::exchange(word, {}));
            i += escape;
        }
        return {words.begin(), words.end()};
    }
    const language::text::PackSource pack = files::load_pack(PRAXIS_DATA "/language/en").value();
    std::vector<std::unique_ptr<RE2>> re2s;
    WordAutomaton automaton;
};

TEST_F(PatternsOfThePack, HoldWhereRE2SaysSoInTheirOwnWords) {
    Dice dice(11);
    for (std::size_t pattern = 0; pattern < re2s.size(); ++pattern) {
        const Words words = words_of(pack.patterns[pattern].expression);
        for (int i = 0; i < 200; ++i) {
            const std::string text = sentence(dice, words, 12);
            expect_same(text, pattern);
            expect_same(text, dice.below(re2s.size()));
        }
    }
}

TEST_F(PatternsOfThePack, HoldWhereRE2SaysSoInTurns) {
    const auto turns = files::load_turns(PRAXIS_DATA "/language/en/turns");
    ASSERT_TRUE(turns);
    const auto english = language::text::Pack::make(pack).value();
    language::text::Stemmer stemmer("english");
    for (std::size_t i = 0; i < turns->rep.size(); i += 10) {
        const language::text::Utterance utterance(turns->rep[i].text, english, stemmer);
        for (const auto& part : language::text::sentences_before(utterance, {}))
            for (std::size_t pattern = i % 3; pattern < re2s.size(); pattern += 3)
                expect_same(language::text::plain_text(utterance, part), pattern);
    }
}

}  // namespace
}  // namespace praxis::testing
