// The English wording grammar held against what a conversation asks of it: sound lines, no repetition in the longest
// talks, no leak, spans that cover, replies that read as written English.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "adapters/files/language/grammar_file.hpp"
#include "adapters/files/strategy_file.hpp"
#include "core/strategy/compile.hpp"
#include "core/strategy/key_phrases.hpp"
#include "core/wording/sentence.hpp"
#include "core/wording/word.hpp"
#include "tools/lint_wording/faults.hpp"
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

std::vector<std::filesystem::path> strategy_files() {
    std::vector<std::filesystem::path> found;
    for (const char* folder : {PRAXIS_SOURCE "/tests/strategies", PRAXIS_DATA "/strategies"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".yaml") found.push_back(entry.path());
    return found;
}

// One conversation that watches itself.
class WordedTalk {
public:
    // `own_words`: the scenario's authored texts are held to form too; a strategy's are its check's concern.
    WordedTalk(strategy::Scenario scenario, Seed seed, bool own_words = true)
        : scenario_(std::move(scenario)), seed_(seed), own_words_(own_words) {
        for (const strategy::ScenarioFact& known : scenario_.facts) {
            strategy::Texts keys;
            for (const std::string& key : known.fact.key)
                if (!strategy::is_common(key)) keys.push_back(key);
            keys_.emplace_back(keys);
        }
    }

    const std::string& take(const Exchange& made) {
        const wording::Speaker speaker{scenario_, scenario_.people[0], {}, seed_};
        const auto reply = word(made.intention, made.heard, ++turn_, speaker, grammar(), memory_);
        check_spans(reply, made.intention);
        check_new(reply.text);
        note_told(made.intention);
        if (own_words_) check_words(reply.text);
        for (std::size_t i = 0; i < reply.spans.size(); ++i)
            if (!own_words_ && all_grammar(made.intention.moves[i].move))
                check_words(wording::capitalised(std::string(quote(reply.text, reply.spans[i]))));
        said_.push_back(reply.text);
        return said_.back();
    }

    const std::vector<std::string>& said() const { return said_; }
    const strategy::Scenario& scenario() const { return scenario_; }

private:
    static bool all_grammar(BuyerMove move) {
        using enum BuyerMove;
        static const BuyerMoveSet kAuthored = {disclose,     disclose_short, told_already, correct, object,
                                               object_again, object_cause,   resolved,     ask};
        return !kAuthored.has(move);
    }

    void check_words(const std::string& text) {
        for (const std::string& fault : faults_of(text)) ADD_FAILURE() << fault << ": " << text;
        for (std::size_t f = 0; f < scenario_.facts.size(); ++f)
            if (const auto key = told_.contains(f) ? std::nullopt : keys_[f].first_in(text))
                ADD_FAILURE() << scenario_.facts[f].fact.id << " by key " << *key << ": " << text;
    }

    void check_spans(const wording::Worded& reply, const Intention& intention) {
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

    void note_told(const Intention& intention) {
        for (const FactId known : scenario_.facts_known) told_.insert(known.value);
        for (int i = 0; i < intention.count; ++i) {
            const PlannedMove& move = intention.moves[static_cast<std::size_t>(i)];
            const bool tells = move.move == BuyerMove::disclose || move.move == BuyerMove::disclose_short ||
                               move.move == BuyerMove::told_already || move.move == BuyerMove::correct;
            if (tells && move.argument < scenario_.facts.size()) told_.insert(move.argument);
        }
    }

    strategy::Scenario scenario_;
    Seed seed_;
    bool own_words_;
    std::vector<strategy::KeyPhrases> keys_;  // per fact
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
        WordedTalk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{seed}, 30)) talk.take(made);
    }
}

TEST(WordingData, AnythingGoes) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        WordedTalk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (std::uint32_t turn = 1; turn <= 40; ++turn) talk.take(any_exchange(talk.scenario(), Seed{seed}, turn));
    }
}

// The longest talk there can be: the same move again and again, for every move, manner and mood.
TEST(WordingData, TheSameMoveFortyTimesNeverRepeats) {
    for (int m = 0; m < kBuyerMoveCount; ++m)
        for (std::uint64_t s = 0; s < strategy::kStyleCount; ++s)
            for (std::uint8_t warmth = 0; warmth < 5; warmth += 2) {
                WordedTalk talk(press_shop(style(s), strategy::Medium::phone), Seed{s + 1});
                Exchange made;
                made.intention.add(static_cast<BuyerMove>(m), 0);
                made.intention.mood.warmth = warmth;
                for (int turn = 0; turn < 40; ++turn) talk.take(made);
            }
}

TEST(WordingData, RepliesSeldomResembleEarlierOnes) {
    int replies = 0, alike = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        WordedTalk talk(press_shop(style(seed), medium(seed)), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{seed}, 30)) {
            const std::vector<std::string> earlier = talk.said();
            const std::string& now = talk.take(made);
            ++replies;
            for (const std::string& old : earlier)
                if (overlap(now, old) > 0.6) {
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
        WordedTalk talk(press_shop(strategy::Style::plain, strategy::Medium::phone), Seed{seed});
        for (const Exchange& made : plausible_talk(talk.scenario(), Seed{1}, 30)) talk.take(made);
        return talk.said();
    };
    EXPECT_EQ(talk_of(5), talk_of(5));
    const auto a = talk_of(5), b = talk_of(6);
    int same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
    EXPECT_LT(same, 20);
}

// Every example strategy: whatever its customers are made to do, grammar gives nothing of theirs away.
TEST(WordingData, HoldsForEveryStrategy) {
    int talks = 0;
    for (const std::filesystem::path& file : strategy_files()) {
        const auto strategy = files::load_strategy(file, PRAXIS_DATA);
        if (!strategy) continue;  // its own tests say why
        for (const strategy::Scenario& scenario : strategy::compile_all(*strategy)) {
            WordedTalk plausible(scenario, Seed{7}, false);
            for (const Exchange& made : plausible_talk(scenario, Seed{7}, 30)) plausible.take(made);
            WordedTalk wild(scenario, Seed{8}, false);
            for (std::uint32_t turn = 1; turn <= 40; ++turn) wild.take(any_exchange(scenario, Seed{8}, turn));
            ++talks;
        }
    }
    EXPECT_GT(talks, 0);
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
