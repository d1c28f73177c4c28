// Live cues: at most eight words that say what would help now. Chosen by rules from what both sides can see: the
// buyer's last moves, what was disclosed, the conversation's rules. A cue never speaks of what is still closed: the
// only thing it names is the topic of a fact that was disclosed. The words are data of the language pack
// (data/language/en/cues.yaml). Values only; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::app {

inline constexpr int kCueWords_max = 8;

enum class CueKind : std::uint8_t {
    // something goes wrong
    apologise,
    stay_with_customer,
    ease_off,
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
inline constexpr int kCueKindCount = 31;

std::string_view name(CueKind);
bool warns(CueKind);  // something goes wrong

// One text per kind; "{topic}" stands for the topic last disclosed.
struct CueTexts {
    std::array<std::string, kCueKindCount> texts;
    std::string that;  // for {topic} where the topic's name would be too long: "that"
};

struct Cue {
    CueKind kind{};
    std::string text;
    bool warns = false;
};

// For the rep, after the last event of the conversation.
std::optional<Cue> choose_cue(const conversation::Conversation&, const strategy::Scenario&, const CueTexts&);

}  // namespace praxis::app
