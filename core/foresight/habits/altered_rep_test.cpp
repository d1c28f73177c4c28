#include "core/foresight/habits/altered_rep.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight::habits {
namespace {

using buyer::RepKind;
using enum Act;

constexpr std::size_t kDiscovery = 0, kWellRead = 2, kPleasing = 3, kColdCall = 4, kNegotiation = 5, kSpot = 6;

const std::vector<Rep> kReps = {Strength::novice,    Strength::expert,          RepKind::pitcher, RepKind::flatterer,
                                RepKind::discounter, RepKind::checklist_reader, RepKind::quoter,  RepKind::random};

struct Said {
    buyer::State before;
    Observation observation;
};

// The talk the plain way: both beats apart, everything kept.
std::vector<Said> talk(const buyer::Scene& scene, Seed seed, AlteredRep rep, buyer::State* end = nullptr) {
    std::vector<Said> all;
    buyer::State state = buyer::open(scene, seed);
    while (!buyer::over(state)) {
        all.push_back({state, rep.next(state, scene, seed)});
        const auto [planned, intention] = buyer::step(state, all.back().observation, scene, seed);
        state = buyer::deliver(planned, intention, intention.count, scene);
    }
    if (end != nullptr) *end = state;
    return all;
}

void for_every_turn(Habit habit, Use use, const std::function<void(const buyer::Scene&, const Said&)>& look) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (const Rep& rep : kReps)
            for (std::uint64_t seed = 1; seed <= 10; ++seed)
                for (const Said& said : talk(scene, {seed}, AlteredRep(rep, habit, use))) look(scene, said);
}

TEST(AlteredRep, AsItIsSaysWhatTheRepSays) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (const Rep& rep : kReps)
            for (const Said& said : talk(scene, {3}, AlteredRep(rep))) {
                const Observation base = next_of(rep, said.before, scene, {3});
                EXPECT_EQ(said.observation.acts, base.acts);
                EXPECT_EQ(said.observation.topics, base.topics);
                EXPECT_EQ(said.observation.groups, base.groups);
            }
}

// What a rep does not do any more, by habit; the others show in more than one act.
struct Gone {
    Habit habit;
    ActSet acts;
};
const std::vector<Gone> kGone = {{Habit::greets, {greeting, rapport}},
                                 {Habit::frames, {agenda, permission}},
                                 {Habit::asks_openly, {open_question}},
                                 {Habit::asks_problems, {problem_question}},
                                 {Habit::asks_consequences, {implication_question}},
                                 {Habit::asks_worth, {need_payoff_question}},
                                 {Habit::asks_who_decides, {authority_question, decision_process_question}},
                                 {Habit::asks_timing, {timeline_question}},
                                 {Habit::recaps, {summary}},
                                 {Habit::shows_understanding, {empathy}},
                                 {Habit::takes_up_objections, {objection_acknowledged}},
                                 {Habit::asks_behind_objections, {objection_clarified}},
                                 {Habit::answers_objections, {objection_answered}},
                                 {Habit::puts_in_figures, {quantified_value}},
                                 {Habit::brings_proof, {social_proof}},
                                 {Habit::brings_insight, {insight}},
                                 {Habit::asks_for_order, {close}}};

TEST(AlteredRep, NeverDoesWhatItNeverDoes) {
    for (const Gone& gone : kGone)
        for_every_turn(gone.habit, Use::never, [&](const buyer::Scene&, const Said& said) {
            EXPECT_FALSE(said.observation.acts.any(gone.acts)) << name(gone.habit);
            EXPECT_FALSE(said.observation.sure.any(gone.acts)) << name(gone.habit);
        });
    for_every_turn(Habit::admits_limits, Use::never,
                   [](const auto&, const Said& said) { EXPECT_FALSE(said.observation.limit_admitted); });
    for_every_turn(Habit::recommends, Use::never,
                   [](const auto&, const Said& said) { EXPECT_FALSE(said.observation.recommends); });
    for_every_turn(Habit::dates_steps, Use::never,
                   [](const auto&, const Said& said) { EXPECT_FALSE(said.observation.names_date); });
    for_every_turn(Habit::trades, Use::never,
                   [](const auto&, const Said& said) { EXPECT_FALSE(said.observation.trade); });
}

TEST(AlteredRep, AlwaysLeavesWhatItAlwaysLeaves) {
    for (const Habit habit : {Habit::leaves_room, Habit::speaks_plainly, Habit::leaves_alone})
        for_every_turn(habit, Use::always, [&](const auto&, const Said& said) {
            EXPECT_FALSE(said.observation.acts.any(shown_by(habit).leaves)) << name(habit);
        });
    for_every_turn(Habit::stays_true, Use::always,
                   [](const auto&, const Said& said) { EXPECT_FALSE(said.observation.overclaim); });
    for_every_turn(Habit::trades, Use::always, [](const auto&, const Said& said) {
        EXPECT_TRUE(!said.observation.acts.has(discount_offer) || said.observation.trade);
    });
    for_every_turn(Habit::asks_first, Use::always, [](const buyer::Scene& scene, const Said& said) {
        const bool answers = !said.before.open.none() || !said.before.pending.none();
        if ((said.before.disclosed & scene.kinds.pain) == 0 && !answers) {
            EXPECT_FALSE(said.observation.acts.any({value_statement, quantified_value, feature_dump}));
        }
    });
}

TEST(AlteredRep, AlwaysDoesItWhereThereIsOccasion) {
    for_every_turn(Habit::takes_up_objections, Use::always, [](const auto&, const Said& said) {
        const ObjectionId open = said.before.open;
        if (!open.none() && !said.before.handling(open).has(buyer::Handled::acknowledged)) {
            EXPECT_TRUE(said.observation.acts.has(objection_acknowledged));
        }
    });
    for_every_turn(Habit::dates_steps, Use::always, [](const auto&, const Said& said) {
        if (said.observation.acts.has(next_step)) {
            EXPECT_TRUE(said.observation.names_date);
        }
    });
    for_every_turn(Habit::asks_behind_objections, Use::always, [](const auto&, const Said& said) {
        const ObjectionId open = said.before.open;
        if (!open.none() && !said.before.handling(open).has(buyer::Handled::cause_told)) {
            EXPECT_TRUE(said.observation.acts.has(objection_clarified));
        }
    });
}

// What a rep says follows from the acts: nobody hears a question that was taken out.
TEST(AlteredRep, LeavesNoTraceOfWhatWasTakenOut) {
    for_every_turn(Habit::asks_consequences, Use::never, [](const auto&, const Said& said) {
        for (int i = 0; i < kActGroupCount; ++i) {
            const auto group = static_cast<ActGroup>(i);
            EXPECT_EQ(said.observation.groups[static_cast<std::size_t>(group)] > 0,
                      said.observation.acts.any(acts_of(group)));
        }
    });
}

TEST(AlteredRep, PlaysWhatTheTalkComesTo) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (int i = 0; i < kHabitCount; ++i)
            for (const Use use : {Use::always, Use::never}) {
                const AlteredRep rep(Strength::novice, static_cast<Habit>(i), use);
                buyer::State end;
                const auto said = talk(scene, {4}, rep, &end);
                const Ending ending = play(scene, {4}, rep);
                EXPECT_EQ(ending.level, buyer::outcome(end, scene).level);
                EXPECT_EQ(ending.steps, said.size());
            }
}

// ---- what a coach would expect of the hand-made customers

Estimate moved(std::size_t scene, Habit habit, const Rep& rep = Strength::novice) {
    Duel duel;
    for (std::uint64_t seed = 1; seed <= 400; ++seed)
        duel.add(play(press_shop_scenes()[scene], {seed}, AlteredRep(rep, habit, Use::always)).level,
                 play(press_shop_scenes()[scene], {seed}, AlteredRep(rep, habit, Use::never)).level);
    return duel.difference();
}

TEST(AlteredRep, MovesWhatACoachWouldExpect) {
    EXPECT_GT(moved(kDiscovery, Habit::asks_consequences).interval.low, 0);
    EXPECT_GT(moved(kDiscovery, Habit::asks_behind_objections).interval.low, 0);
    EXPECT_GT(moved(kPleasing, Habit::dates_steps).interval.low, 0) << "happy ears";
    EXPECT_GT(moved(kWellRead, Habit::brings_insight).interval.low, 0);
    EXPECT_GT(moved(kColdCall, Habit::asks_first).interval.low, 0);
    EXPECT_GT(moved(kNegotiation, Habit::trades).interval.low, 0);
    EXPECT_GT(moved(kSpot, Habit::quotes_in_time).interval.low, 0);
    EXPECT_LT(moved(kSpot, Habit::asks_problems).interval.high, 0.02) << "a spot buyer wants a price";
    EXPECT_LT(moved(kDiscovery, Habit::quotes_in_time).interval.high, 0.02) << "nobody there wants a quote";
}

// The same customers under the same chances: the difference is known better than from two separate samples.
TEST(AlteredRep, MeetsTheSameChancesEitherWay) {
    Tally always, never;
    Duel paired;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const auto& scene = press_shop_scenes()[kDiscovery];
        const GoalLevel one = play(scene, {seed}, AlteredRep(Strength::novice, Habit::recaps, Use::always)).level;
        const GoalLevel other = play(scene, {seed}, AlteredRep(Strength::novice, Habit::recaps, Use::never)).level;
        always.add(one);
        never.add(other);
        paired.add(one, other);
    }
    const auto width = [](const Estimate& estimate) { return estimate.interval.high - estimate.interval.low; };
    const double apart = std::hypot(width(Value{always}.worth()), width(Value{never}.worth()));
    EXPECT_LT(width(paired.difference()), 0.9 * apart);
    EXPECT_NEAR(paired.difference().share, Value{always}.worth().share - Value{never}.worth().share, 1e-9);
    EXPECT_NEAR(paired.difference_at_least(GoalLevel::advanced).share,
                Value{always}.at_least(GoalLevel::advanced).share - Value{never}.at_least(GoalLevel::advanced).share,
                1e-9);
}

}  // namespace
}  // namespace praxis::foresight::habits
