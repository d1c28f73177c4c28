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
inline constexpr std::array<ActSet, kActGroupCount> kActsOfGroups = {
    ActSet{Act::greeting, Act::rapport, Act::small_talk, Act::sign_off},
    ActSet{Act::agenda, Act::permission},
    ActSet{Act::open_question, Act::closed_question},
    ActSet{Act::situation_question},
    ActSet{Act::problem_question, Act::implication_question, Act::need_payoff_question},
    ActSet{Act::budget_question, Act::authority_question, Act::criteria_question, Act::timeline_question,
           Act::decision_process_question, Act::competition_question, Act::stakeholder_mapping},
    ActSet{Act::summary, Act::empathy},
    ActSet{Act::value_statement, Act::quantified_value, Act::feature_dump, Act::insight, Act::social_proof},
    ActSet{Act::objection_acknowledged, Act::objection_clarified, Act::objection_answered, Act::objection_confirmed},
    ActSet{Act::price_talk, Act::discount_offer},
    ActSet{Act::next_step, Act::close},
    ActSet{Act::hedging, Act::monologue, Act::jargon},
    ActSet{Act::interruption, Act::pressure, Act::disrespect},
    ActSet{Act::off_topic, Act::steering},
};
constexpr ActSet acts_of(ActGroup group) {
    return kActsOfGroups[static_cast<std::size_t>(group)];
}
ActGroup group_of(Act);

}  // namespace praxis
