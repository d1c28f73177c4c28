#include "core/wording/memory.hpp"

#include <algorithm>

#include "core/wording/sentence.hpp"

namespace praxis::wording {

int times_used(const WordingMemory& memory, std::uint64_t variant) {
    return static_cast<int>(std::ranges::count(memory.variants, variant));
}

bool said_before(const WordingMemory& memory, std::string_view text) {
    return std::ranges::any_of(sentences_of(text), [&](std::string_view sentence) {
        return words_of(sentence).size() > kRepeatableWords &&
               std::ranges::find(memory.sentences, sentence_key(sentence)) != memory.sentences.end();
    });
}

void begin_turn(WordingMemory& memory) {
    memory.marked = 0;
}

void begin_move(WordingMemory& memory, BuyerMove move) {
    memory.marks[memory.marked++] = {static_cast<std::uint32_t>(memory.sentences.size()),
                                     static_cast<std::uint32_t>(memory.variants.size()), memory.told,
                                     memory.last_topic};
    std::uint8_t& times = memory.moves[static_cast<std::size_t>(move)];
    if (times < 0xff) ++times;
}

void note_said(WordingMemory& memory, std::string_view text) {
    for (const std::string_view sentence : sentences_of(text))
        if (words_of(sentence).size() > kRepeatableWords) memory.sentences.push_back(sentence_key(sentence));
}

void note_variant(WordingMemory& memory, std::uint64_t variant) {
    memory.variants.push_back(variant);
}

void deliver(WordingMemory& memory, const Intention& intention, int heard_moves) {
    const int heard = std::max(heard_moves, 0);
    if (heard >= memory.marked) return;
    for (int i = heard; i < memory.marked; ++i) {
        std::uint8_t& times = memory.moves[static_cast<std::size_t>(intention.moves[static_cast<std::size_t>(i)].move)];
        if (times > 0) --times;
    }
    const WordingMemory::Mark& mark = memory.marks[static_cast<std::size_t>(heard)];
    memory.sentences.resize(mark.sentences);
    memory.variants.resize(mark.variants);
    memory.told = mark.told;
    memory.last_topic = mark.last_topic;
    memory.marked = static_cast<std::uint8_t>(heard);
}

}  // namespace praxis::wording
