// The English wording grammar held against what a conversation asks of it: sound lines, no repetition in the longest
// talks, no leak, spans that cover, replies that read as written English.
#include <gtest/gtest.h>

#include <set>

#include "adapters/files/grammar_file.hpp"
#include "core/wording/faults.hpp"
#include "core/wording/sentence.hpp"
#include "core/wording/word.hpp"
#include "tools/lint_wording/lint.hpp"
#include "tools/lint_wording/plausible.hpp"
#include "tools/lint_wording/press_shop.hpp"

namespace praxis::lint_wording {
namespace {

constexpr const char* kFolder = PRAXIS_DATA "/language/en/wording";

const wording::Grammar& grammar() {
    static const wording::Grammar kGrammar = *files::load_grammar(kFolder);
    return kGrammar;
}

strategy::Style style(std::uint64_t n) {
    return static_cast<strategy::Style>(n % strategy::kStyleCount);
}

strategy::Medium medium(std::uint64_t n) {
    return static_cast<strategy::Medium>(n / 6 % strategy::kMediumCount);
}

// One conversation that watches itself.
class Talk {
public:
    Talk(strategy::Scenario scenario, Seed seed) : scenario_(std::move(scenario)), seed_(seed) {}

    const std::string& take(const Exchange& made) {
        const wording::Speaker speaker{scenario_, scenario_.people[0], {}, seed_};
        const auto reply = word(made.intention, made.heard, ++turn_, speaker, grammar(), memory_);
        check_form(reply, made.intention);
        check_new(reply.text);
        check_leaks(reply.text, made.intention);
        said_.push_back(reply.text);
        return said_.back();
    }

    const std::vector<std::string>& said() const { return said_; }
    const strategy::Scenario& scenario() const { return scenario_; }

private:
    void check_form(const wording::Worded& reply, const Intention& intention) {
        for (const std::string& fault : wording::faults_of(reply.text)) ADD_FAILURE() << fault << ": " << reply.text;
        ASSERT_EQ(reply.spans.size(), intention.count);
        std::uint32_t end = 0;
        for (const Span span : reply.spans) {
            EXPECT_GE(span.begin, end);
            EXPECT_GT(span.end, span.begin);
            EXPECT_LE(span.begin - end, 40u) << "more than a join lies between: " << reply.text;
            end = span.end;
        }
        EXPECT_EQ(end, reply.text.size());
        EXPECT_EQ(reply.spans[0].begin, 0u);
    }

    void check_new(const std::string& text) {
        for (const std::string_view sentence : wording::sentences_of(text)) {
            if (wording::words_of(sentence).size() <= wording::kRepeatableWords) continue;
            EXPECT_TRUE(sentences_.insert(wording::sentence_key(sentence)).second) << "again: " << sentence;
        }
    }

    void check_leaks(const std::string& text, const Intention& intention) {
        for (int i = 0; i < intention.count; ++i) {
            const PlannedMove& move = intention.moves[static_cast<std::size_t>(i)];
            const bool tells = move.move == BuyerMove::disclose || move.move == BuyerMove::disclose_short ||
                               move.move == BuyerMove::told_already || move.move == BuyerMove::correct;
            if (tells && move.argument < scenario_.facts.size()) told_.insert(move.argument);
        }
        for (std::size_t f = 0; f < scenario_.facts.size(); ++f)
            for (const std::string& key : scenario_.facts[f].fact.key)
                if (!told_.contains(f)) {
                    EXPECT_FALSE(wording::has_phrase(text, key)) << key << ": " << text;
                }
    }

    strategy::Scenario scenario_;
    Seed seed_;
    std::uint32_t turn_ = 0;
    wording::WordingMemory memory_;
    std::vector<std::string> said_;
    std::set<std::uint64_t> sentences_;
    std::set<std::size_t> told_;
};

TEST(WordingData, IsSound) {
    const auto source = files::read_grammar(kFolder);
    ASSERT_TRUE(source);
    for (const Problem& problem : lint(*source)) ADD_FAILURE() << to_text(problem);
}

TEST(WordingData, PlausibleTalksReadAsWritten) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Talk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{seed}, 30)) talk.take(made);
    }
}

TEST(WordingData, AnythingGoes) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        Talk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (std::uint32_t turn = 1; turn <= 40; ++turn) talk.take(any_exchange(talk.scenario(), Seed{seed}, turn));
    }
}

// The longest talk there can be: the same move again and again, for every move, manner and mood.
TEST(WordingData, TheSameMoveFortyTimesNeverRepeats) {
    for (int m = 0; m < kBuyerMoveCount; ++m)
        for (std::uint64_t s = 0; s < strategy::kStyleCount; ++s)
            for (std::uint8_t warmth = 0; warmth < 5; warmth += 2) {
                Talk talk(press_shop(style(s), strategy::Medium::phone), Seed{s + 1});
                Exchange made;
                made.intention.add(static_cast<BuyerMove>(m), 0);
                made.intention.mood.warmth = warmth;
                for (int turn = 0; turn < 40; ++turn) talk.take(made);
            }
}

TEST(WordingData, RepliesSeldomResembleEarlierOnes) {
    int replies = 0, alike = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Talk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{seed}, 30)) {
            const std::vector<std::string> earlier = talk.said();
            const std::string& now = talk.take(made);
            ++replies;
            for (const std::string& old : earlier)
                if (wording::overlap(now, old) > 0.6) {
                    ++alike;
                    break;
                }
        }
    }
    RecordProperty("alike_percent_times_100", alike * 10'000 / replies);
    EXPECT_LE(alike * 100, replies * 5);
}

// A person is not a random line: the same seed says the same, another seed says something else.
TEST(WordingData, TheSeedDecides) {
    const auto talk_of = [](std::uint64_t seed) {
        Talk talk(press_shop(strategy::Style::plain, strategy::Medium::phone), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{1}, 30)) talk.take(made);
        return talk.said();
    };
    EXPECT_EQ(talk_of(5), talk_of(5));
    const auto a = talk_of(5), b = talk_of(6);
    int same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
    EXPECT_LT(same, 20);
}

TEST(WordingData, NamesAreRight) {
    auto scenario = press_shop(strategy::Style::plain, strategy::Medium::phone);
    wording::WordingMemory memory;
    bool named = false;
    for (std::uint64_t seed = 1; seed < 40 && !named; ++seed) {
        Intention greets;
        greets.add(BuyerMove::greet);
        const wording::Speaker speaker{scenario, scenario.people[0], {}, Seed{seed}};
        named = word(greets, {}, 1, speaker, grammar(), memory).text.find("Dave") != std::string::npos;
    }
    EXPECT_TRUE(named);
}

}  // namespace
}  // namespace praxis::lint_wording
