// The wording grammar of a language: for every buyer move the lines that say it, by warmth and style, and the small
// words around them: lead-ins, asides, joins, last resorts. Data, compiled from a GrammarSource which an adapter reads
// from files; every fault is a Problem with its place. Immutable once made; any thread.
//
// A line may begin with conditions in brackets, "[phone opening] Hello, {first} speaking.", and may hold slots:
// {topic} {fact_topic} {heard} {role} {name} {first} {company} {rep_name} {amount} {brief}. A line is a candidate only
// when its conditions hold and all its slots can be filled. docs/wording.md is for authors.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_set.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/buyer_move.hpp"

namespace praxis::wording {

enum class Warmth : std::uint8_t { cold, neutral, warm };
Warmth warmth_of(const Mood&);

// When a line may be said.
enum class Condition : std::uint8_t {
    phone,
    video,
    in_person,
    partner,
    chat,
    opening,    // the first two turns
    later,      // after them
    question,   // the rep asked something
    statement,  // the rep asked nothing
    first,      // the buyer makes this move for the first time
    again,      // … has made it before
    alone,      // nothing else follows in this reply
    casual,     // the customer is not of the formal sort
    trouble,    // what the move keeps back is a trouble or a wish, not a private matter
    // the form of answer the rep's question wants, as in Asked
    yes_no,
    willing,
    choice,
    how_much,
    how_often,
    how_long,
    when,
    who,
    why,
    opinion,
    what,
};
inline constexpr int kConditionCount = 25;
using Conditions = EnumSet<Condition>;

// Conditions that make a line the answer to this very question, and not just to any.
inline constexpr Conditions kFitting{Condition::trouble,  Condition::yes_no,    Condition::willing,  Condition::choice,
                                     Condition::how_much, Condition::how_often, Condition::how_long, Condition::when,
                                     Condition::who,      Condition::why,       Condition::opinion,  Condition::what};

enum class Slot : std::uint8_t { topic, fact_topic, heard, role, name, first, company, rep_name, amount, brief };
inline constexpr int kSlotCount = 10;
using Slots = EnumSet<Slot>;

// What stands around the lines.
enum class Phrase : std::uint8_t {
    answer,     // before a fact that was asked for
    volunteer,  // before a fact nobody asked for
    object,     // before an objection
    ask,        // before a question of the buyer's own
    again,      // before a statement said once more in other clothes
    ask_again,  // before a question asked once more
    aside,      // a self-interruption
    tail,       // an afterthought
};
inline constexpr int kPhraseCount = 8;

// What a move is in the flow of a reply; joins go by it.
enum class Beat : std::uint8_t { react, resist, answer, object, ask, commit, end };
inline constexpr int kBeatCount = 7;
Beat beat_of(BuyerMove);

struct Line {
    std::string text;
    Conditions conditions;
    Slots slots;
    std::uint64_t key = 0;  // names the variant in a WordingMemory
    std::uint8_t words = 0;
};

// Lines for one mood and manner; empty = any.
struct Cell {
    std::optional<Warmth> warmth;
    std::optional<strategy::Style> style;
    std::vector<Line> lines;
};
using Cells = std::vector<Cell>;

// One entry of a grammar file: section (moves, phrases, joins, short, words), name in it, cell ("any", "cold",
// "terse", "cold terse") and the line.
struct GrammarEntry {
    std::string section, name, cell, text;
    Place at;
};
using GrammarSource = std::vector<GrammarEntry>;

class Grammar {
public:
    static Result<Grammar, Problems> make(const GrammarSource&);

    const Cells& of(BuyerMove) const;
    const Cells& of(Phrase) const;
    const Cells& shorts(BuyerMove) const;  // at most three words: when nothing new is left to say
    std::span<const std::string> joins(Beat from, Beat to) const;  // may be empty; "," at the end is spoken

    // May be set after a lead-in: its first word can be written small, or is "I".
    bool joinable(std::string_view text) const;
    std::string after_lead(std::string text) const;  // requires joinable

    bool is_department(std::string_view role) const;  // "finance": said without an article
    std::string digest() const;

private:
    friend class GrammarMaker;
    std::array<Cells, kBuyerMoveCount> moves_, shorts_;
    std::array<Cells, kPhraseCount> phrases_;
    std::array<std::vector<std::string>, kBeatCount * kBeatCount> joins_;
    std::vector<std::string> lowerable_, departments_;  // sorted, lower case
    std::string digest_;
};

std::string_view name(Warmth);
std::string_view name(Slot);

}  // namespace praxis::wording
