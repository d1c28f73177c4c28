#include "core/foresight/move.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/buyer/talk.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

std::vector<Move> moves_of(const buyer::State& state, const buyer::Scene& scene) {
    return naive::all_moves({state, scene, {1}});
}

auto count(const std::vector<Move>& moves, MoveKind kind) {
    return std::count_if(moves.begin(), moves.end(), [kind](const Move& move) { return move.kind == kind; });
}

TEST(Move, NamesAreReadBack) {
    for (int i = 0; i < kRepMoveCount; ++i) {
        const auto kind = static_cast<MoveKind>(i);
        EXPECT_EQ(rep_move_named(name(kind)), kind);
        EXPECT_FALSE(name(kind).empty());
    }
    EXPECT_FALSE(rep_move_named("checkmate"));
}

TEST(Move, ObjectionsAreAnsweredOnEveryCauseUntilItIsTold) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    buyer::State state = buyer::open(scene, {1});
    EXPECT_EQ(count(moves_of(state, scene), MoveKind::answer_objection), 0);
    state.open = {buyer::press_shop::kGadget};
    EXPECT_EQ(count(moves_of(state, scene), MoveKind::answer_objection), 2);
    state.handle(state.open, buyer::Handled::cause_told);
    EXPECT_EQ(count(moves_of(state, scene), MoveKind::answer_objection), 1);
}

TEST(Move, NamesOnlyWhatTheSceneHas) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (int turns = 0; turns < 10; ++turns)
            for (const Move& move : moves_of(after_turns(scene, {3}, turns), scene)) {
                EXPECT_TRUE(move.topic.none() || move.topic.value < scene.topic_count);
                EXPECT_LE(move.heard.topic_count, 1);
                EXPECT_EQ(move.heard.acts, move.heard.sure);
                EXPECT_LT(move.heard.proofs, 1U << scene.proof_count);
            }
}

TEST(Move, AManneredTalkIsFramedOnce) {
    buyer::Talk talk(buyer::press_shop::discovery());
    const buyer::Scene& scene = press_shop_scenes()[0];
    EXPECT_EQ(count(moves_of(talk.state(), scene), MoveKind::greet), 1);
    talk.begin();
    EXPECT_EQ(count(moves_of(talk.state(), scene), MoveKind::greet), 0);
    EXPECT_EQ(count(moves_of(talk.state(), scene), MoveKind::set_agenda), 0);
}

}  // namespace
}  // namespace praxis::foresight
