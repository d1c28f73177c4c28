#include "core/vocabulary/act.hpp"

namespace praxis {
namespace {

constexpr std::array<std::string_view, kActCount> kActNames = {"greeting",
                                                               "rapport",
                                                               "small_talk",
                                                               "agenda",
                                                               "permission",
                                                               "open_question",
                                                               "closed_question",
                                                               "situation_question",
                                                               "problem_question",
                                                               "implication_question",
                                                               "need_payoff_question",
                                                               "budget_question",
                                                               "authority_question",
                                                               "criteria_question",
                                                               "timeline_question",
                                                               "decision_process_question",
                                                               "competition_question",
                                                               "stakeholder_mapping",
                                                               "summary",
                                                               "empathy",
                                                               "value_statement",
                                                               "quantified_value",
                                                               "feature_dump",
                                                               "insight",
                                                               "social_proof",
                                                               "objection_acknowledged",
                                                               "objection_clarified",
                                                               "objection_answered",
                                                               "objection_confirmed",
                                                               "price_talk",
                                                               "discount_offer",
                                                               "next_step",
                                                               "close",
                                                               "hedging",
                                                               "interruption",
                                                               "monologue",
                                                               "jargon",
                                                               "pressure",
                                                               "disrespect",
                                                               "off_topic",
                                                               "steering",
                                                               "sign_off"};

constexpr std::array<std::string_view, kActGroupCount> kGroupNames = {
    "social", "framing",   "any_question", "spin_situation", "spin_deep", "qualify", "listening",
    "pitch",  "objection", "commercial",   "advance",        "style",     "conduct", "hostile"};

template <class E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == wanted) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace

std::string_view name(Act act) {
    return kActNames[static_cast<std::size_t>(act)];
}
std::optional<Act> act_named(std::string_view wanted) {
    return find<Act>(kActNames, wanted);
}
std::string_view name(ActGroup group) {
    return kGroupNames[static_cast<std::size_t>(group)];
}
std::optional<ActGroup> act_group_named(std::string_view wanted) {
    return find<ActGroup>(kGroupNames, wanted);
}

ActGroup group_of(Act act) {
    for (std::size_t i = 0; i < kActsOfGroups.size(); ++i)
        if (kActsOfGroups[i].has(act)) return static_cast<ActGroup>(i);
    return ActGroup::social;
}

}  // namespace praxis
