#include "core/foresight/marks/judge.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/buyer/talk.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight::marks {
namespace {

using namespace buyer::press_shop;
using buyer::ask;
using buyer::said;
using enum Act;

constexpr Seed kSeed{3};
constexpr Effort kBrief{300, 200, {}};

const buyer::Scene& plant() {
    return press_shop_scenes()[0];
}

// What a customer answers to these words, as a rehearsal would record it.
std::vector<PlayedTurn> played(const buyer::Scene& scene, Seed seed, const std::vector<Observation>& words) {
    std::vector<PlayedTurn> turns;
    buyer::State state = buyer::open(scene, seed);
    for (const Observation& heard : words) {
        if (buyer::over(state)) break;
        const auto next = buyer::step(state, heard, scene, seed);
        turns.push_back({static_cast<std::uint32_t>(turns.size() + 1), heard, next.intention, next.intention.count});
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
    }
    return turns;
}

std::vector<PlayedTurn> of_a_rep_who_slips(const buyer::Scene& scene, Seed seed, std::uint8_t slips) {
    std::vector<PlayedTurn> turns;
    buyer::State state = buyer::open(scene, seed);
    while (!buyer::over(state)) {
        const Observation heard = next_of_competent(state, scene, seed, slips);
        const auto next = buyer::step(state, heard, scene, seed);
        turns.push_back({static_cast<std::uint32_t>(turns.size() + 1), heard, next.intention, next.intention.count});
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
    }
    return turns;
}

std::vector<Passage> passages_of(const buyer::Scene& scene, Seed seed, std::span<const PlayedTurn> turns) {
    return replay(scene, buyer::open(scene, seed), seed, turns);
}

Judgement judged(const std::vector<Observation>& words, const Effort& effort = {}) {
    return judge(passages_of(plant(), kSeed, played(plant(), kSeed, words)), plant(), kSeed, effort);
}

const std::vector<Observation>& a_fair_beginning() {
    static const std::vector<Observation> kWords = {said({greeting, rapport, permission, closed_question}),
                                                    said({agenda, closed_question}), ask(problem_question, {kStops})};
    return kWords;
}

std::vector<Observation> begun_and(std::vector<Observation> more) {
    std::vector<Observation> words = a_fair_beginning();
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// ---- replay

TEST(Replay, GivesTheStatesThatWerePlayed) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const auto turns = of_a_rep_who_slips(scene, {5}, 40);
        const auto passages = passages_of(scene, {5}, turns);
        ASSERT_EQ(passages.size(), turns.size());
        buyer::State state = buyer::open(scene, {5});
        for (std::size_t i = 0; i < turns.size(); ++i) {
            EXPECT_EQ(buyer::digest(passages[i].before), buyer::digest(state));
            const auto next = buyer::step(state, turns[i].heard, scene, {5});
            state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
            EXPECT_EQ(buyer::digest(passages[i].after), buyer::digest(state));
        }
        EXPECT_TRUE(buyer::over(state));
    }
}

TEST(Replay, CommitsOnlyWhatWasHeard) {
    auto turns = played(plant(), kSeed, a_fair_beginning());
    ASSERT_TRUE(turns.back().answered.has(BuyerMove::disclose));
    turns.back().heard_moves = 0;
    EXPECT_EQ(passages_of(plant(), kSeed, turns).back().after.disclosed & ~plant().known_from_start, 0U);
}

TEST(Replay, EndsWithTheConversation) {
    auto turns = of_a_rep_who_slips(plant(), {5}, 0);
    const std::size_t length = turns.size();
    turns.push_back({99, said({greeting}), {}, 0});
    EXPECT_EQ(passages_of(plant(), {5}, turns).size(), length);
}

// ---- values, against the plain version

TEST(Judge, ValuesAreTheOracles) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const auto passages = passages_of(scene, kSeed, of_a_rep_who_slips(scene, kSeed, 40));
        const Judgement judgement = judge(passages, scene, kSeed, kBrief);
        ASSERT_EQ(judgement.turns.size(), passages.size());
        for (std::size_t i = 0; i < passages.size(); i += 3) {
            const Judged& turn = judgement.turns[i];
            const Position before{passages[i].before, scene, chances_of(kSeed)};
            const Position after{passages[i].after, scene, chances_of(kSeed)};
            const std::uint64_t n = kBrief.compare;
            EXPECT_NEAR(turn.before.worth().share, naive::worth(before, {}, n), 1e-12);
            EXPECT_NEAR(turn.after.worth().share, naive::worth(after, {}, n), 1e-12);
            EXPECT_NEAR(turn.played.worth().share, naive::worth(before, {passages[i].played.heard}, n), 1e-12);
            EXPECT_NEAR(turn.best.worth().share, naive::worth(before, {turn.instead.heard}, n), 1e-12);
        }
    }
}

TEST(Judge, DifferencesAreThoseOfTheValues) {
    const buyer::Scene& scene = press_shop_scenes()[1];
    const auto judgement = judge(passages_of(scene, kSeed, of_a_rep_who_slips(scene, kSeed, 60)), scene, kSeed, kBrief);
    for (const Judged& turn : judgement.turns) {
        const auto& by = turn.grounds;
        EXPECT_NEAR(by.loss.share, turn.best.worth().share - turn.played.worth().share, 1e-12);
        EXPECT_NEAR(by.gain.share, turn.played.worth().share - turn.before.worth().share, 1e-12);
        EXPECT_NEAR(by.swing.share, turn.after.worth().share - turn.before.worth().share, 1e-12);
    }
}

// Whoever knows all moves and plays each of them 200 times finds little that was better than the judge's best.
#ifndef __SANITIZE_ADDRESS__  // it compares for a minute what the others go through too
TEST(Judge, TheBestIsNearlyTheOracles) {
    double regret = 0;
    int positions = 0;
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const auto passages = passages_of(scene, kSeed, of_a_rep_who_slips(scene, kSeed, 60));
        const auto judgement = judge(passages, scene, kSeed);
        for (std::size_t i = 1; i < passages.size(); i += 7, ++positions) {
            const Position other{passages[i].before, scene, {4'711}};
            double best = 0;
            for (const Move& move : naive::all_moves(other))
                best = std::max(best, naive::worth(other, {move.heard}, 200));
            regret += best - naive::worth(other, {judgement.turns[i].instead.heard}, 200);
        }
    }
    EXPECT_GT(positions, 8);
    EXPECT_LT(regret / positions, 0.025) << "the oracle's best is a maximum of estimates, so a little too high itself";
}
#endif

TEST(Judge, ADifferenceIsKnownBetterThanTwoValues) {
    const Effort effort{500, 500, {slips_percent(Strength::novice), Sight::rep}};
    const auto judgement = judged(begun_and({said({feature_dump}), ask(implication_question, {kStops})}), effort);
    const auto width = [](const Estimate& e) { return e.interval.high - e.interval.low; };
    for (const Judged& turn : judgement.turns) {
        const double apart = std::hypot(width(turn.best.worth()), width(turn.played.worth()));
        EXPECT_LT(width(turn.grounds.loss), apart);
    }
}

// ---- marks

struct JudgeCase {
    const char* name;
    Observation heard;
    Mark mark;
};

TEST(Judge, MarksTheTurnsACoachWouldMark) {
    Observation bluff = said({price_talk, close, pressure});
    bluff.overclaim = true;
    const std::vector<JudgeCase> cases = {
        {"insult", said({disrespect}), Mark::cost_you},
        {"pressure and a false claim", bluff, Mark::cost_you},
        {"giving up", said({sign_off}), Mark::cost_you},
        {"a discount before anything is worth something", said({discount_offer, close}), Mark::cost_you},
    };
    for (const JudgeCase& one : cases) {
        const auto judgement = judged(begun_and({one.heard}), {});
        EXPECT_EQ(judgement.turns.back().mark, one.mark) << one.name;
    }
}

TEST(Judge, NeverMarksAGoodTurnDown) {
    for (const Observation& heard :
         {ask(implication_question, {kStops}), said({summary, implication_question, open_question}, {kStops})}) {
        const Mark mark = judged(begun_and({heard})).turns.back().mark;
        EXPECT_TRUE(mark == Mark::strong || mark == Mark::fine) << name(mark);
    }
}

TEST(Judge, NeverMarksWhatWasNotUnderstood) {
    auto turns = played(plant(), kSeed, begun_and({said({disrespect}), said({disrespect})}));
    for (auto i = turns.end() - 2; i != turns.end(); ++i) i->understood = false;
    const auto judgement = judge(passages_of(plant(), kSeed, turns), plant(), kSeed, kBrief);
    for (auto i = judgement.turns.end() - 2; i != judgement.turns.end(); ++i) {
        EXPECT_FALSE(i->marked);
        EXPECT_FALSE(i->turning);
        EXPECT_EQ(i->mark, Mark::fine);
        EXPECT_LT(i->grounds.swing.share, 0) << "the curve goes on";
    }
}

// A cause that the rep could not know must not decide a mark: the same words to the same customer with another hidden
// cause, whose answer was the same, are judged the same.
TEST(Judge, DoesNotLookAtHiddenCauses) {
    const auto turns = played(plant(), kSeed, a_fair_beginning());
    const auto one = passages_of(plant(), kSeed, turns);
    auto other = one;
    for (Passage& passage : other)
        for (std::uint8_t i = 0; i < plant().objection_count; ++i)
            for (buyer::State* state : {&passage.before, &passage.after})
                state->causes[i] =
                    static_cast<std::uint8_t>((state->causes[i] + 1) % plant().objections[i].cause_count);
    const auto a = judge(one, plant(), kSeed, kBrief), b = judge(other, plant(), kSeed, kBrief);
    for (std::size_t i = 0; i < a.turns.size(); ++i) {
        EXPECT_EQ(a.turns[i].before, b.turns[i].before);
        EXPECT_EQ(a.turns[i].after, b.turns[i].after);
        EXPECT_EQ(a.turns[i].mark, b.turns[i].mark);
    }
    const Effort knowing{kBrief.search, kBrief.compare, {kBrief.setting.slips, Sight::buyer}};
    EXPECT_NE(judge(one, plant(), kSeed, knowing).turns[0].before,
              judge(other, plant(), kSeed, knowing).turns[0].before)
        << "the causes are different ones";
}

TEST(Judge, TurningPointsAreTheLargestSwings) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const auto judgement = judge(passages_of(scene, {9}, of_a_rep_who_slips(scene, {9}, 70)), scene, {9}, kBrief);
        int turning = 0;
        double least = 1, most_of_others = 0;
        for (const Judged& turn : judgement.turns) {
            const double size = std::abs(turn.grounds.swing.share);
            turning += turn.turning;
            if (turn.turning) least = std::min(least, size);
            if (!turn.turning) most_of_others = std::max(most_of_others, size);
            EXPECT_TRUE(turn.mark != Mark::turning_point || turn.turning);
        }
        EXPECT_LE(turning, kThresholds.turning_most);
        EXPECT_GE(least, kThresholds.turning_swing);
        EXPECT_GE(least, turning < kThresholds.turning_most ? kThresholds.turning_swing : most_of_others);
        EXPECT_TRUE(turning == kThresholds.turning_most || most_of_others < kThresholds.turning_swing);
    }
}

// ---- budget, replay

TEST(Judge, KeepsItsBudget) {
    const auto turns = of_a_rep_who_slips(plant(), {5}, 60);
    const Effort effort{500, 200, {}};
    const auto judgement = judge(passages_of(plant(), {5}, turns), plant(), {5}, effort);
    const std::uint64_t a_turn = effort.search * 13 / 10 + 3 * effort.compare;
    EXPECT_LE(judgement.rollouts, turns.size() * a_turn + effort.compare);
    EXPECT_GE(judgement.rollouts, turns.size() * 3 * effort.compare);
}

TEST(Judge, IsTheSameEveryTime) {
    const auto words = begun_and({said({feature_dump}), said({empathy})});
    const auto a = judged(words, kBrief), b = judged(words, kBrief);
    ASSERT_EQ(a.turns.size(), b.turns.size());
    EXPECT_EQ(a.steps, b.steps);
    for (std::size_t i = 0; i < a.turns.size(); ++i) {
        EXPECT_EQ(a.turns[i].before, b.turns[i].before);
        EXPECT_EQ(a.turns[i].best, b.turns[i].best);
        EXPECT_EQ(a.turns[i].mark, b.turns[i].mark);
    }
}

TEST(Judge, OfNothingIsNothing) {
    EXPECT_TRUE(judge({}, plant(), kSeed).turns.empty());
}

TEST(Mark, NamesGoBothWays) {
    for (int i = 0; i < kMarkCount; ++i) {
        const auto mark = static_cast<Mark>(i);
        EXPECT_EQ(mark_named(name(mark)), mark);
    }
    EXPECT_FALSE(mark_named("blunder"));
}

}  // namespace
}  // namespace praxis::foresight::marks
