// The English rep's lines in talks that are really held, over all example strategies and one that they were not written
// for: understood as the move they are, about its topic, answered as foresight expects, giving nothing away.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "app/rehearsal/say_move.hpp"
#include "core/strategy/compile.hpp"
#include "core/wording/sentence.hpp"
#include "program/library.hpp"
#include "tests/rep_lines/cross_check.hpp"
#include "tools/lint_wording/faults.hpp"

namespace praxis::rep_lines {
namespace {

constexpr std::array<const char*, 3> kExamples = {"hallam-steel", "ledgerline", "sterivia"};
// Of a strategy's scenarios, one in so many.
constexpr std::size_t kEvery = 37;

const program::Library& library() {
    static const program::Library kLibrary = *program::Library::open();
    return kLibrary;
}

const app::Tongue& tongue() {
    static const app::Tongue kTongue = *library().tongue("en");
    return kTongue;
}

std::vector<app::Play> plays_of(const std::string& strategy, std::size_t every) {
    const auto loaded = library().strategy(strategy);
    EXPECT_TRUE(loaded) << strategy;
    std::vector<app::Play> plays;
    std::size_t number = 0;
    for (strategy::Scenario& scenario : strategy::compile_all(loaded->strategy))
        if (number++ % every == 0) plays.push_back(*app::make_play(std::move(scenario), tongue()));
    return plays;
}

struct Count {
    int lines = 0, none = 0, function = 0, topic = 0, move = 0, answer = 0, leaks = 0;
    double share(int of) const { return lines == 0 ? 0 : 100.0 * of / lines; }
    void take(const Checked& checked) {
        ++(checked.way.text.empty() ? none : lines);
        if (checked.way.text.empty()) return;
        function += checked.function;
        move += checked.same_move;
        topic += checked.topic;
        answer += checked.same_answer;
        leaks += !checked.fact_free;
    }
    Count& operator+=(const Count& other) {
        lines += other.lines, none += other.none, function += other.function, topic += other.topic;
        move += other.move, answer += other.answer, leaks += other.leaks;
        return *this;
    }
};

struct Counts {
    Count all, considered;
    std::map<foresight::MoveKind, Count> kinds;
};

Counts count(const std::string& strategy) {
    Counts counts;
    for (const app::Play& play : plays_of(strategy, kEvery))
        cross_check(play, {Seed{3}}, [&](const Checked& checked) {
            counts.all.take(checked);
            counts.kinds[checked.move.kind].take(checked);
            if (checked.considered) counts.considered.take(checked);
            if (checked.way.text.empty()) return;
            for (const std::string& fault : lint_wording::faults_of(checked.way.text))
                ADD_FAILURE() << fault << ": " << checked.way.text;
        });
    return counts;
}

// Counted once for the tests that look at it.
const Counts& counts_of(const std::string& strategy) {
    static std::map<std::string, Counts> counted;
    const auto found = counted.find(strategy);
    return found != counted.end() ? found->second : counted.emplace(strategy, count(strategy)).first->second;
}

class RepLines : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Strategies, RepLines,
                         testing::Values("hallam-steel", "ledgerline", "sterivia",
                                         PRAXIS_SOURCE "/tests/strategies/vantix.yaml"),
                         [](const auto& named) {
                             const std::string name = named.param;
                             return name.find("vantix") == name.npos ? name.substr(0, name.find('-')) : "stranger";
                         });

// The answer is the customer's main move; more strictly, with what it is about.
TEST_P(RepLines, AreUnderstoodAndAnsweredAsTheMoveTheyAre) {
    const Counts& counts = counts_of(GetParam());
    EXPECT_GT(counts.all.lines, 300);
    EXPECT_LE(counts.all.none * 100, counts.all.lines * 4);
    EXPECT_GE(counts.all.share(counts.all.function), 95);
    EXPECT_GE(counts.all.share(counts.all.topic), 95);
    EXPECT_GE(counts.all.share(counts.all.move), 84);
    EXPECT_GE(counts.all.share(counts.all.answer), 81);
    EXPECT_GT(counts.considered.lines, 40);
    EXPECT_GE(counts.considered.share(counts.considered.move), 90);
    EXPECT_EQ(counts.all.leaks, 0);
    for (const auto& [kind, count] : counts.kinds)
        EXPECT_TRUE(count.lines < 20 || count.share(count.function) >= 80) << name(kind);
}

TEST(RepLinesOverAll, CoverEveryKindAndGetTheAnswerThatForesightExpects) {
    Count all;
    std::set<foresight::MoveKind> said;
    for (const char* strategy : kExamples) {
        const Counts& counts = counts_of(strategy);
        all += counts.all;
        for (const auto& [kind, count] : counts.kinds)
            if (count.lines > 0) said.insert(kind);
    }
    EXPECT_GE(all.share(all.move), 86);
    EXPECT_GE(all.share(all.answer), 83);
    for (int i = 0; i < kRepMoveCount; ++i)
        EXPECT_TRUE(said.contains(static_cast<foresight::MoveKind>(i))) << name(static_cast<foresight::MoveKind>(i));
}

// A whole talk's worth of lines from one place, as for the marks of a report: no sentence comes twice.
TEST_P(RepLines, DoNotRepeatThemselvesInAConversation) {
    const auto plays = plays_of(GetParam(), 61);
    for (const app::Play& play : plays) {
        wording::WordingMemory memory;
        std::set<std::uint64_t> sentences;
        cross_check(play, {Seed{5}, 1}, [&](const Checked& checked) {
            if (checked.talk.turn > 10) return;
            const auto line = app::say_move(app::point_of(checked.talk), checked.move, memory);
            if (!line) return;
            for (const std::string_view sentence : wording::sentences_of(line->text)) {
                const bool may_come_again = wording::words_of(sentence).size() <= wording::kRepeatableWords;
                EXPECT_TRUE(may_come_again || sentences.insert(wording::sentence_key(sentence)).second) << sentence;
            }
        });
        EXPECT_GT(sentences.size(), 100u);
    }
}

}  // namespace
}  // namespace praxis::rep_lines
