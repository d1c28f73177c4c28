// A rep who breaks in: what was not heard was never said, for the mind, for the record and for what is read of it
// later.
#include "app/rehearsal/break_in.hpp"

#include <gtest/gtest.h>

#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "app/rehearsal/recorded/verify_conversation.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"
#include "wire/conversation/conversation_lines.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;

Play play() {
    const auto library = program::Library::open();
    const auto loaded = library->strategy("hallam-steel");
    auto scenario = strategy::compile(loaded->strategy, "laser-job-shops/owner/discovery/normal");
    return *make_play(*std::move(scenario), *library->tongue("en"));
}

const Play& the_play() {
    static const Play kPlay = play();
    return kPlay;
}

constexpr const char* kTurns[] = {"Good morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
                                  "What goes wrong today when the sheet comes in?",
                                  "What does a tip-up cost you, in a week?", "How do you buy today, and who decides?"};

const BuyerSaid& said_in(const Rehearsal& rehearsal, std::size_t at) {
    return std::get<BuyerSaid>(rehearsal.conversation.events[at].body);
}

std::size_t last_answer(const Rehearsal& rehearsal) {
    std::size_t at = rehearsal.conversation.events.size();
    while (!std::holds_alternative<BuyerSaid>(rehearsal.conversation.events[--at].body)) {
    }
    return at;
}

// Until an answer has several moves.
Rehearsal with_long_answer(int least_moves) {
    for (std::uint64_t seed = 1; seed < 60; ++seed) {
        Rehearsal rehearsal = start_rehearsal(the_play(), Seed{seed}, Support::silent);
        for (const char* turn : kTurns) {
            if (rehearsal.over) break;
            take_turn(rehearsal, turn);
            if (!rehearsal.over && said_in(rehearsal, last_answer(rehearsal)).heard_moves >= least_moves)
                return rehearsal;
        }
    }
    throw std::logic_error("no answer is that long");
}

// As a log holds it: what was said, and the answer again where it was cut.
std::string log_of(const Rehearsal& whole, const Rehearsal& cut, std::size_t answer) {
    return wire::to_lines(whole.conversation, whole.scenario()) +
           wire::to_line(cut.conversation.events[answer], cut.scenario()) + "\n";
}

TEST(BreakIn, CountsWhatWasHeard) {
    const Rehearsal whole = with_long_answer(2);
    const std::size_t at = last_answer(whole);
    const auto& spans = said_in(whole, at).spans;
    Rehearsal cut = whole;
    ASSERT_EQ(break_in(cut, spans[0].end), at);
    EXPECT_EQ(said_in(cut, at).heard_moves, 1);
    EXPECT_EQ(cut.conversation.events[at].text, whole.conversation.events[at].text.substr(0, spans[0].end));
    EXPECT_NE(buyer::digest(cut.state), buyer::digest(whole.state));
    EXPECT_LE(said_in(cut, at).disclosed.size(), said_in(whole, at).disclosed.size());
    EXPECT_FALSE(break_in(cut, spans[0].end)) << "all that there is was heard";
    ASSERT_TRUE(break_in(cut, 0));
    EXPECT_TRUE(cut.conversation.events[at].text.empty());
    EXPECT_TRUE(said_in(cut, at).disclosed.empty());
}

TEST(BreakIn, AtTheEndOrBeforeAnythingChangesNothing) {
    Rehearsal rehearsal = with_long_answer(2);
    const std::uint64_t before = buyer::digest(rehearsal.state);
    EXPECT_FALSE(break_in(rehearsal, 100'000));
    EXPECT_FALSE(break_in_after(rehearsal, -1));
    EXPECT_FALSE(break_in_after(rehearsal, 99));
    EXPECT_EQ(buyer::digest(rehearsal.state), before);
    Rehearsal fresh = start_rehearsal(the_play(), Seed{4}, Support::silent);
    EXPECT_FALSE(break_in(fresh, 0));
    end_rehearsal(rehearsal);
    EXPECT_FALSE(break_in(rehearsal, 0)) << "it is over";
}

TEST(BreakIn, IsReadBackGoneOnWithAndVerified) {
    const Rehearsal whole = with_long_answer(2);
    const std::size_t at = last_answer(whole);
    Rehearsal cut = whole;
    ASSERT_TRUE(break_in_after(cut, 1));
    auto recorded = wire::read_conversation(log_of(whole, cut, at), "log", whole.scenario());
    ASSERT_TRUE(recorded);
    ASSERT_EQ(recorded->events.size(), cut.conversation.events.size());
    EXPECT_EQ(recorded->events[at].text, cut.conversation.events[at].text);
    auto resumed = resume_rehearsal(the_play(), *recorded, Support::silent, false);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(buyer::digest(resumed->state), buyer::digest(cut.state));
    take_turn(cut, "Sorry, go on. What happened then?");
    take_turn(*resumed, "Sorry, go on. What happened then?");
    EXPECT_EQ(resumed->conversation.events.back().text, cut.conversation.events.back().text);
    EXPECT_EQ(resumed->conversation.events.back().state_digest, cut.conversation.events.back().state_digest);
    EXPECT_TRUE(verify_conversation(the_play(), cut.conversation).mismatches.empty());
}

}  // namespace
}  // namespace praxis::app
