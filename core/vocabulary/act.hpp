// The acts of a rep's utterance: what its words do, as a sales coach would credit or flag it. The definitions are in
// docs/acts.md and are binding. An utterance may carry several. Groups are coarser and surer; the buyer leans on them
// where single acts are unsure. Values only; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/enum_set.hpp"

namespace praxis {

enum class Act : std::uint8_t {
    greeting,
    rapport,
    small_talk,
    agenda,
    permission,
    open_question,
    closed_question,
    situation_question,
    problem_question,
    implication_question,
    need_payoff_question,
    budget_question,
    authority_question,
    criteria_question,
    timeline_question,
    decision_process_question,
    competition_question,
    stakeholder_mapping,
    summary,
    empathy,
    value_statement,
    quantified_value,
    feature_dump,
    insight,
    social_proof,
    objection_acknowledged,
    objection_clarified,
    objection_answered,
    objection_confirmed,
    price_talk,
    discount_offer,
    next_step,
    close,
    hedging,
    interruption,
    monologue,
    jargon,
    pressure,
    disrespect,
    off_topic,
    steering,
    sign_off,
};
inline constexpr int kActCount = 42;

using ActSet = EnumSet<Act>;

enum class ActGroup : std::uint8_t {
    social,
    framing,
    any_question,
    spin_situation,
    spin_deep,
    qualify,
    listening,
    pitch,
    objection,
    commercial,
    advance,
    style,
    conduct,
    hostile,
};
inline constexpr int kActGroupCount = 14;

std::string_view name(Act);
std::optional<Act> act_named(std::string_view);
std::string_view name(ActGroup);
std::optional<ActGroup> act_group_named(std::string_view);

// The acts that make up a group; every act belongs to exactly one.
ActSet acts_of(ActGroup);
ActGroup group_of(Act);

}  // namespace praxis
