// The moves of a buyer and the intention made of them. The mind (core/buyer) plans an Intention; core/wording puts it
// into words; what was heard of it is committed. `previous_of` is the published table from move to PreviousKind.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "core/base/enum_set.hpp"
#include "core/vocabulary/ids.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis {

// What a buyer can do with a turn. The comment names the argument a planned move carries.
enum class BuyerMove : std::uint8_t {
    // react
    greet,        // returns a greeting
    permit,       // "go ahead"
    agree,        // accepts an agenda or a proposal of procedure
    acknowledge,  // "right", "okay": heard, nothing more
    confirm,      // fact: a recap was right
    correct,      // fact: a recap was wrong; says the right thing again
    soften,       // answers empathy
    impressed,    // topic: a recap, insight or admitted limit earned respect
    shrug,        // topic: a benefit that means nothing to this buyer
    interested,   // topic: a benefit that touches a disclosed pain
    small_talk,   // returns small talk
    plain_words,  // complains about jargon
    cut_in,       // interrupts a monologue
    hurry,        // impatience, time
    push_back,    // answers pressure
    offended,     // answers disrespect
    doubt,        // answers a claim that is too big
    stay_fair,    // will not have others run down
    bemused,      // answers steering or nonsense, in character
    off_subject,  // brings the talk back to business
    // answer
    disclose,        // fact: tells it in full
    disclose_short,  // fact: tells it briefly
    told_already,    // fact: refers back to what was said
    guard,           // fact: knows, will not say yet
    not_my_field,    // topic: would have to ask someone; may name the role
    nothing_there,   // topic: nothing to tell about that, not a concern here
    yes,             // topic: plain yes to a closed question
    no,              // topic: plain no
    ask_back,        // topic: not understood; says what was understood and asks
    vague,           // an answer that commits to nothing
    // object
    object,        // objection: raises it
    object_again,  // objection: comes back to it, unanswered
    object_cause,  // objection: tells the cause behind it
    half_answer,   // objection: "that is half an answer"
    resolved,      // objection: settled
    brush_off,     // wants to end or postpone without reason ("send me something")
    ask,           // question: one of the buyer's own
    ask_price,     // wants a figure
    ask_discount,  // nibbles, anchors
    // commit
    not_yet,          // refuses a step or a close for now
    promise_vaguely,  // false yes
    accept_step,      // agrees to a concrete next step
    accept_order,     // buys
    accept_trade,     // agrees to give something in return
    part_friendly,    // accepts that this is not a fit (right disqualification)
    // end
    goodbye,   // ordinary end
    time_up,   // hard stop
    walk_out,  // ends the call
};
inline constexpr int kBuyerMoveCount = 48;

using BuyerMoveSet = EnumSet<BuyerMove>;

std::string_view name(BuyerMove);
std::optional<BuyerMove> buyer_move_named(std::string_view);
PreviousKind previous_of(BuyerMove, bool fact_is_pain);  // fact_is_pain: a disclosed problem or implication

struct PlannedMove {
    BuyerMove move{};
    std::uint8_t argument = 0xff;  // FactId, ObjectionId, TopicId or QuestionId value, as the move says
    FactId fact() const { return {argument}; }
    ObjectionId objection() const { return {argument}; }
    TopicId topic() const { return {argument}; }
    QuestionId question() const { return {argument}; }
    friend bool operator==(PlannedMove, PlannedMove) = default;
};

// How it is to be said: quantised so that wording needs no more of the mind than this.
struct Mood {
    std::uint8_t warmth = 2;    // 0 cold … 4 warm
    std::uint8_t patience = 4;  // 0 none … 4 plenty
    std::uint8_t interest = 2;  // 0 … 4
    friend bool operator==(Mood, Mood) = default;
};

struct Intention {
    static constexpr int kMovesMax = 3;
    std::array<PlannedMove, kMovesMax> moves{};
    std::uint8_t count = 0;
    Mood mood{};
    bool ends = false;  // the conversation is over after this

    void add(BuyerMove move, std::uint8_t argument = 0xff) {
        if (count < kMovesMax) moves[count++] = {move, argument};
    }
    bool has(BuyerMove move) const {
        for (int i = 0; i < count; ++i)
            if (moves[i].move == move) return true;
        return false;
    }
    friend bool operator==(const Intention&, const Intention&) = default;
};
static_assert(std::is_trivially_copyable_v<Intention>);

}  // namespace praxis
