// From a move that foresight weighed to one thing the rep could say right there, to this customer: the segment's
// topics, the customer's own words and figures, the strategy's proofs, offers and prices. Grammar is data
// (grammar.hpp); the same arguments give the same bytes. Least-used lines first, then the register of this person, ties
// by seeded chance. No sentence of more than kRepeatableWords comes twice while the memory is kept. A line never holds
// a key of a fact that was not told, nor why an objection was raised before the customer said so. Any thread; the
// memory has one writer. Does not know: states, values, why the move is good.
//
//   rep::Wish wish{move.kind, move.topic, move.listens, move.heard, state.open, state.pending, state.previous};
//   const rep::Recall heard = rep::recall(conversation, scenario, turn);      // what was said before that turn
//   const auto said = rep::line(wish, {speaker, heard, turn}, grammar, memory);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/vocabulary/ids.hpp"
#include "core/vocabulary/observation.hpp"
#include "core/vocabulary/previous.hpp"
#include "core/vocabulary/rep_move.hpp"
#include "core/wording/memory.hpp"
#include "core/wording/rep/grammar.hpp"
#include "core/wording/rep/recall.hpp"
#include "core/wording/word.hpp"

namespace praxis::wording::rep {

// What is to be said.
struct Wish {
    RepMove kind = RepMove::as_practised;
    TopicId topic{};
    bool listens = false;
    Observation means;        // as it should be understood
    ObjectionId objection{};  // under discussion
    QuestionId question{};    // the customer's own, under discussion
    PreviousKind previous{};  // what the customer has just done
};

// To whom, and after what; borrowed for the call. `customer.rep_name`: the rep's own name, where it is known.
struct Talk {
    const Speaker& customer;
    const Recall& heard;
    std::uint32_t turn = 0;
};

struct Way {
    std::string text;
    std::vector<std::uint64_t> keys;  // of everything used
};

// The best ways to say it, at most `most`, best first; empty when nothing new is left to say.
std::vector<Way> ways(const Wish&, const Talk&, const Grammar&, const WordingMemory&, std::size_t most);
void note(WordingMemory&, const Way&);

// The best way, noted.
std::optional<std::string> line(const Wish&, const Talk&, const Grammar&, WordingMemory&);

}  // namespace praxis::wording::rep
