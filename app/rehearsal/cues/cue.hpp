// Live cues: at most eight words that say what would help now. What the buyer has just done is answered by rules; what
// to do next is what a look ahead recommends (next_move.hpp) or, without one, the next step of a good talk. A cue never
// speaks of what is still closed: the only thing it names is a topic of which something was told. The words are data of
// the language pack (data/language/en/cues.yaml). Values only; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/conversation/event.hpp"
#include "core/foresight/move.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/rep_move.hpp"

namespace praxis::app {

inline constexpr int kCueWords_max = 8;

enum class CueKind : std::uint8_t {
    // something goes wrong
    apologise,
    stay_with_customer,
    ease_off,
    claim_less,
    stay_fair,
    shorter,
    plain_words,
    say_again,
    hurry,
    correct_figure,
    answer_objection,
    finish_answer,
    acknowledge_objection,
    earn_trust,
    give_reason,
    meant_nothing,
    step_missing,
    pin_down,
    trade_not_give,
    // what to do next
    answer_cause,
    answer_question,
    price_asked,
    ask_whom,
    quote_now,
    ask_specification,
    propose_step,
    ask_decision,
    link_offer,
    ask_payoff,
    ask_impact,
    ask_problem,
    open_call,
    next_topic,
};
inline constexpr int kCueKindCount = 33;

std::string_view name(CueKind);
bool warns(CueKind);  // something goes wrong

// One text per kind; "{topic}" stands for the topic last disclosed.
struct CueTexts {
    std::array<std::string, kCueKindCount> texts;
    std::string that;  // for {topic} where the topic's name would be too long: "that"
    // What to do next, by the move: with its topic, where something of it was told, and without. Empty `about`: the
    // topic says nothing there.
    struct MoveTexts {
        std::string about, bare;
    };
    std::array<MoveTexts, kRepMoveCount> moves;
};

struct Cue {
    CueKind kind{};               // of the rule; with `move`, of the rule that it replaces
    std::optional<RepMove> move;  // what a look ahead recommends
    std::string text;
    bool warns = false;
};

// What the buyer has just done asks for a certain answer: no look ahead is needed.
bool answered_by_rule(const conversation::Conversation&);

// For the rep, after the last event of the conversation. `next`: what a look ahead recommends; null: nobody looked.
std::optional<Cue> choose_cue(const conversation::Conversation&, const strategy::Scenario&, const CueTexts&,
                              const foresight::Move* next = nullptr);

}  // namespace praxis::app
