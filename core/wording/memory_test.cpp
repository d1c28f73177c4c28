#include "core/wording/memory.hpp"

#include <gtest/gtest.h>

namespace praxis::wording {
namespace {

Intention two_moves() {
    Intention made;
    made.add(BuyerMove::acknowledge);
    made.add(BuyerMove::disclose, 3);
    return made;
}

WordingMemory after_two_moves() {
    WordingMemory memory;
    begin_turn(memory);
    begin_move(memory, BuyerMove::acknowledge);
    note_said(memory, "I see what you mean there.");
    note_variant(memory, 1);
    begin_move(memory, BuyerMove::disclose);
    note_said(memory, "Two or three a month.");
    note_variant(memory, 2);
    memory.told = 8;
    memory.last_topic = {5};
    return memory;
}

TEST(Memory, KnowsEverySentenceOfATextButShortOnes) {
    const WordingMemory memory = after_two_moves();
    EXPECT_TRUE(said_before(memory, "Right. I see what you mean there."));
    EXPECT_FALSE(said_before(memory, "I see what you mean here."));
    WordingMemory brief;
    note_said(brief, "Not for us.");
    EXPECT_FALSE(said_before(brief, "Not for us."));
}

TEST(Memory, KeepsOnlyWhatWasHeard) {
    WordingMemory memory = after_two_moves();
    deliver(memory, two_moves(), 1);
    EXPECT_TRUE(said_before(memory, "I see what you mean there."));
    EXPECT_FALSE(said_before(memory, "Two or three a month."));
    EXPECT_EQ(times_used(memory, 2), 0);
    EXPECT_EQ(memory.told, 0u);
    EXPECT_TRUE(memory.last_topic.none());
    EXPECT_EQ(memory.moves[static_cast<std::size_t>(BuyerMove::disclose)], 0);
    EXPECT_EQ(memory.moves[static_cast<std::size_t>(BuyerMove::acknowledge)], 1);
}

TEST(Memory, DeliveringAllOrTwiceChangesNothing) {
    WordingMemory memory = after_two_moves();
    const WordingMemory before = memory;
    deliver(memory, two_moves(), 2);
    EXPECT_EQ(memory, before);
    deliver(memory, two_moves(), 0);
    const WordingMemory empty = memory;
    deliver(memory, two_moves(), 0);
    EXPECT_EQ(memory, empty);
    EXPECT_TRUE(memory.sentences.empty());
}

}  // namespace
}  // namespace praxis::wording
