// State: all that one buyer remembers and feels in one conversation. A small plain value: copied, compared and folded
// freely; no wording is kept in it (wording::WordingMemory does that). What it means to be in a state is in buyer.hpp;
// only the rules (rules.hpp) and deliver change it. Levels are 0 … 100.
// The shape follows information-state update (Larsson and Traum 2000: typed state, one question under discussion each
// way) and the hidden cognitive model of PATIENT-Psi (Wang et al., EMNLP 2024).
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include "core/base/enum_set.hpp"
#include "core/buyer/scene.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/derived_event.hpp"
#include "core/vocabulary/ids.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis::buyer {

struct Feelings {
    std::uint8_t trust = 0, interest = 0, patience = 0, value = 0, clarity = 0, urgency = 0;
    friend bool operator==(const Feelings&, const Feelings&) = default;
};

// How far an objection has come; several may hold.
enum class Handled : std::uint8_t { raised, acknowledged, cause_told, half_answered, resolved, conceded, cause_retold };
using Handling = EnumSet<Handled>;

// What has happened once and for all, or holds for the moment.
enum class Mark : std::uint8_t {
    met,             // greetings are exchanged
    agenda_known,    // knows what the talk is for
    refused,         // the last thing the buyer did was to refuse
    price_heard,     // a price was named
    price_asked,     // waits for a price
    discount_asked,  // waits for a concession
    quoted_well,     // spot buyers: an accurate quote lies on the table
    quote_recapped,  // … with specification
    quote_delivery,  // … and delivery
    bluffs,          // speaks of a cheaper rival that is not there
    bluff_called,    // … and was asked about it
    undecided,       // finds it hard to decide: needs a recommendation or less risk
    hurried,         // has said that time or patience runs short
    time_warned,     // has said that the end is near
    brushed_off,     // has tried to end the call without reason
    gave_in,         // the rep gave a concession away for nothing
    step_taken,      // a next step is agreed
    ordered,         // bought
    ended,           // the conversation is over
};
using Marks = EnumSet<Mark>;

// How often the rep did what tires or stops working.
struct Tally {
    std::uint8_t rapport = 0, small_talk = 0, permissions = 0, summaries = 0, limits = 0, unclear = 0;
    std::uint8_t discounts = 0, pressure = 0, nonsense = 0, insights = 0, proofs = 0, pitches = 0, nibbles = 0;
    std::uint8_t situation_row = 0;  // situation questions in a row
    std::uint8_t question_row = 0;   // questions in a row without listening in between
    std::uint8_t refusals = 0;       // steps and closes refused in a row
    std::uint8_t empathies = 0;
    std::uint8_t comebacks = 0;  // to objections that were passed over
};

struct State {
    FactSet disclosed = 0;   // told, at least briefly
    FactSet brief = 0;       // told only briefly so far
    FactSet recapped = 0;    // restated by the rep: once is listening
    FactSet elaborated = 0;  // told a second time: there is no more to it
    DerivedEventSet seen;
    std::array<std::uint64_t, 2> valued{};  // topics whose benefit was welcomed, bit per TopicId
    std::int64_t offer_milli = 0;           // the last price named; 0 none
    std::int64_t lowest_milli = 0;          // the lowest one
    Marks marks;
    std::array<std::uint8_t, kObjectionsMax> handled{};  // bits of Handled
    std::array<std::uint8_t, kObjectionsMax> causes{};   // chosen by seed
    Feelings feels;
    Tally tally;
    std::uint16_t turn = 0;  // rep turns heard
    std::uint16_t questions_asked = 0, questions_answered = 0, questions_repeated = 0;
    strategy::Stage stage{};
    ParticipantId who{};
    std::uint8_t person = 0;
    std::uint8_t strikes = 0;
    std::uint8_t objections_raised = 0;
    std::uint8_t ignored_turns = 0;  // since the open objection was last touched
    ObjectionId open{};              // the objection under discussion
    QuestionId pending{};            // the buyer's question under discussion
    TopicId last_topic{};
    FactId last_fact{};
    PreviousKind previous{};
    conversation::EndReason reason = conversation::EndReason::unfinished;

    Handling handling(ObjectionId id) const { return Handling::of_bits(handled[id.value]); }
    void handle(ObjectionId id, Handled how) { handled[id.value] |= static_cast<std::uint8_t>(Handling{how}.bits()); }
    bool told(FactId id) const { return (disclosed >> id.value & 1) != 0; }
};
static_assert(std::is_trivially_copyable_v<State> && sizeof(State) <= 256);

}  // namespace praxis::buyer
