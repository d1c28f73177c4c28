// The grammar of a rep's lines: for every kind of move the ways to say it, by register, and what leads into them. Data
// of the language pack (data/language/en/rep_lines/), compiled from a GrammarSource that an adapter reads; every fault
// is a Problem with its place. Immutable once made; any thread.
//
// A line may begin with conditions in brackets, "[reference] Somebody who has it: {proof}", and may hold slots. It is a
// candidate only when its conditions hold and all its slots can be filled. "{is|are}" agrees with the topic that the
// line names. docs/rep-lines.md is for authors.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_set.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/rep_move.hpp"
#include "core/wording/grammar.hpp"
#include "core/wording/rep/reported.hpp"
#include "core/wording/rep/topic_name.hpp"

namespace praxis::wording::rep {

// How one speaks with this person; the six styles of a persona come down to three.
enum class Register : std::uint8_t { plain, terse, formal };
Register register_for(strategy::Style);

// What leads into a line.
enum class Lead : std::uint8_t { recap, sympathy, acknowledge, reply };
inline constexpr int kLeadCount = 4;

// When a line may be said.
enum class Condition : std::uint8_t {
    phone,
    video,
    in_person,
    partner,
    chat,
    spot,       // a fast quote wins here
    told,       // something was told about the topic
    untold,     // nothing was yet
    bare,       // the move is about nothing in particular
    pain,       // the customer has just told what hurts
    asked,      // the customer has just asked something
    objected,   // an objection is under discussion
    cause,      // … and why was told
    no_cause,   // … and why was not told
    proof,      // the move brings a proof
    no_proof,   // it brings none
    unsaid,     // the proof is not in the answer already
    figures,    // it answers with figures
    limit,      // it admits a limit
    owner,      // it brings somebody in
    trade,      // it asks for something in return
    unfit,      // the offer is not for this customer
    fit,        // it may well be
    reference,  // the proof is a customer who has it
    trial,      // … something to try
    guarantee,  // … a promise in writing
    paper,      // … data, a certificate, a calculation
    expert,     // … a person who knows
};
inline constexpr int kConditionCount = 28;
using Conditions = EnumSet<Condition>;

enum class Slot : std::uint8_t {
    topic,      // its name, fit to follow "about": "who signs"
    thing,      // its name where it is a noun: "bend angles"
    them,       // it or them, for the topic
    said,       // what the customer told, turned round: "you keep forty-five days"
    words,      // … the words that matter in it, verbatim: "last summer's tags"
    figure,     // … where they are a figure
    name,       // how this person is addressed
    company,    // theirs
    us,         // ours
    me,         // the rep's own name
    objection,  // the topic of the objection under discussion
    cause,      // why it was raised, turned round; only once it was told
    answer,     // the strategy's answer to that cause
    proof,      // sentences of the strategy, whole:
    offer,      // … a benefit or a capability
    limit,      // … what it does not do
    effect,     // how much of the trouble goes away: "40 to 70 per cent"
    owner,      // somebody on the customer's side
    date,
    days,  // to delivery, in working days: "three days"
    price,
    discount,
    give,
    get,
};
inline constexpr int kSlotCount = 24;
using Slots = EnumSet<Slot>;

struct Line {
    std::string text;
    Conditions conditions;
    Slots slots;
    bool agrees = false;    // holds "{is|are}"
    std::uint64_t key = 0;  // names the variant in a WordingMemory
    std::uint8_t words = 0;
};

struct Cell {
    std::optional<Register> manner;  // empty: any
    std::vector<Line> lines;
};
using Cells = std::vector<Cell>;

inline constexpr std::size_t kVariantsMin = 6;  // of every move and lead, over all its cells
inline constexpr std::size_t kLineWords = 40;

class Grammar {
public:
    static Result<Grammar, Problems> make(const GrammarSource&);

    const Cells& of(RepMove move) const { return lines_[static_cast<std::size_t>(move)]; }
    const Cells& of(Lead lead) const { return leads_[static_cast<std::size_t>(lead)]; }
    const std::vector<std::string>& dates() const { return dates_; }
    const Turnabout& turnabout() const { return turnabout_; }
    const NameWords& names() const { return names_; }
    std::string unit(const std::string& written) const;  // "EUR" → "euros"; as written where no word is known
    bool is_department(std::string_view role) const;     // "finance": said without an article
    bool takes_an(std::string_view word) const;          // "an hour", "a unit"

private:
    friend class GrammarMaker;
    std::array<Cells, kRepMoveCount> lines_;
    std::array<Cells, kLeadCount> leads_;
    std::vector<std::string> dates_, departments_, an_words_, a_words_;  // the lists sorted, lower case
    std::map<std::string, std::string, std::less<>> units_;
    Turnabout turnabout_;
    NameWords names_;
};

std::string_view name(Lead);
std::string_view name(Slot);
std::string_view name(Condition);

}  // namespace praxis::wording::rep
