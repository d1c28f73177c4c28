#include "core/foresight/change.hpp"

#include <gtest/gtest.h>

#include "core/buyer/talk.hpp"

namespace praxis::foresight {
namespace {

using namespace buyer::press_shop;
using buyer::ask;
using buyer::said;
using buyer::Talk;
using enum Act;

Change change_by(Talk& talk, const Observation& heard) {
    const buyer::State before = talk.state();
    talk.rep(heard);
    return change_between(before, talk.state());
}

TEST(Change, NamesTheFactsThatWereOpened) {
    Talk talk(discovery());
    talk.begin();
    Observation closed = buyer::ask_closed(situation_question, {kSap});
    closed.yes_no = true;
    EXPECT_EQ(change_by(talk, closed).opened, buyer::FactSet{1} << kSapPm);
    const Change rest = change_by(talk, ask(situation_question, {kSap}));
    EXPECT_EQ(rest.opened, 0U);
    EXPECT_EQ(rest.completed, buyer::FactSet{1} << kSapPm);
    EXPECT_TRUE(gains(rest));
}

TEST(Change, FollowsAnObjection) {
    Talk talk(discovery(), 3);
    talk.begin().disclose_pain();
    EXPECT_EQ(change_by(talk, said({quantified_value}, {kStops})).raised, 1U << kGadget);
    const Change heard = change_by(talk, said({objection_acknowledged, objection_clarified, open_question}));
    EXPECT_EQ(heard.acknowledged, 1U << kGadget);
    EXPECT_EQ(heard.cause_told, 1U << kGadget);
    Observation answer = said({objection_answered}, {kStops, kSap});
    answer.proofs = 1;
    const Change settled = change_by(talk, answer);
    EXPECT_EQ(settled.resolved, 1U << kGadget);
    EXPECT_GT(promise(settled), promise(heard));
}

TEST(Change, OfHarmIsNoGain) {
    Talk talk(discovery());
    talk.begin();
    const Change harm = change_by(talk, said({disrespect}));
    EXPECT_LT(harm.trust, -10);
    EXPECT_FALSE(gains(harm));
    EXPECT_LT(promise(harm), 0);
    const buyer::State same = talk.state();
    EXPECT_FALSE(gains(change_between(same, same)));
}

TEST(Change, SeesHowItEnded) {
    Talk talk(discovery());
    talk.begin();
    Change last;
    for (int i = 0; i < 5 && !buyer::over(talk.state()); ++i) last = change_by(talk, said({disrespect}));
    EXPECT_TRUE(last.ended);
    EXPECT_TRUE(last.walked_out);
    EXPECT_FALSE(gains(last));
}

}  // namespace
}  // namespace praxis::foresight
