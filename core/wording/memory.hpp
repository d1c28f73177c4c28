// What a buyer has said already in a conversation: a plain value beside the mind's State, copied, compared and stored
// with it. `word` notes what it says; `deliver` takes back what an interruption kept from being heard, so that it may
// be said again. Any thread, one writer. Does not know: texts, only their digests.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/vocabulary/buyer_move.hpp"

namespace praxis::wording {

// Longer sentences are never said twice word for word.
inline constexpr std::size_t kRepeatableWords = 3;

struct WordingMemory {
    // Where the latest turn stood before each of its moves.
    struct Mark {
        std::uint32_t sentences = 0, variants = 0;
        std::uint64_t told = 0;
        TopicId last_topic{};
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    std::vector<std::uint64_t> sentences;  // sentence_key of each sentence of more than kRepeatableWords
    std::vector<std::uint64_t> variants;   // key of each grammar line or authored text, as often as it was used
    std::array<std::uint8_t, kBuyerMoveCount> moves{};
    std::uint64_t told = 0;         // bit i: fact i
    TopicId last_topic{};           // the topic named last
    std::uint64_t last_opener = 0;  // sentence_key of the first word of the last reply
    std::array<Mark, Intention::kMovesMax> marks{};
    std::uint8_t marked = 0;  // moves of the latest turn that count as heard
    friend bool operator==(const WordingMemory&, const WordingMemory&) = default;
};

int times_used(const WordingMemory&, std::uint64_t variant);
bool said_before(const WordingMemory&, std::string_view text);  // any of its sentences

void begin_turn(WordingMemory&);
void begin_move(WordingMemory&, BuyerMove);
void note_said(WordingMemory&, std::string_view text);
void note_variant(WordingMemory&, std::uint64_t variant);

// Only the first `heard_moves` of the latest turn count as said.
void deliver(WordingMemory&, const Intention&, int heard_moves);

}  // namespace praxis::wording
