#include "core/strategy/kinds.hpp"

#include <array>
#include <span>

namespace praxis::strategy {

using Names = std::span<const std::string_view>;

template <class E>
Names names_of();

#define PRAXIS_NAMES(Type, kValues, ...)                                            \
    template <>                                                                     \
    Names names_of<Type>() {                                                        \
        static constexpr std::array<std::string_view, kValues> kNames{__VA_ARGS__}; \
        return kNames;                                                              \
    }                                                                               \
    template <>                                                                     \
    std::string_view name<Type>(Type value) {                                       \
        return names_of<Type>()[static_cast<std::size_t>(value)];                   \
    }                                                                               \
    template <>                                                                     \
    std::optional<Type> named<Type>(std::string_view text) {                        \
        const Names names = names_of<Type>();                                       \
        for (std::size_t i = 0; i < names.size(); ++i)                              \
            if (names[i] == text) return static_cast<Type>(i);                      \
        return std::nullopt;                                                        \
    }                                                                               \
    template <>                                                                     \
    std::size_t count<Type>() {                                                     \
        return kValues;                                                             \
    }

PRAXIS_NAMES(ConversationKind, kConversationKindCount, "cold-call", "discovery", "value-presentation",
             "objection-handling", "negotiation", "renewal")
PRAXIS_NAMES(Difficulty, kDifficultyCount, "easy", "normal", "hard")
PRAXIS_NAMES(Medium, kMediumCount, "phone", "video", "in-person", "partner", "chat")
PRAXIS_NAMES(FactLayer, kFactLayerCount, "situation", "problem", "implication", "payoff", "criteria", "money",
             "authority", "process", "timeline", "competition", "stakeholders", "personal", "request")
PRAXIS_NAMES(ObjectionKind, kObjectionKindCount, "misunderstanding", "doubt", "drawback", "stall", "ploy", "condition")
PRAXIS_NAMES(Resolution, kResolutionCount, "prove", "outweigh", "de-risk", "trade", "involve", "accept")
PRAXIS_NAMES(ProofKind, kProofKindCount, "data", "reference", "trial", "guarantee", "certificate", "calculation",
             "expert")
PRAXIS_NAMES(AlternativeKind, kAlternativeKindCount, "rival", "incumbent", "do-it-yourself", "do-nothing")
PRAXIS_NAMES(Disclosure, kDisclosureCount, "open", "measured", "guarded")
PRAXIS_NAMES(Attitude, kAttitudeCount, "warm", "neutral", "sceptical", "hostile")
PRAXIS_NAMES(Logic, kLogicCount, "numbers", "references", "trial", "relationship", "rules")
PRAXIS_NAMES(Expertise, kExpertiseCount, "lay", "practitioner", "expert")
PRAXIS_NAMES(Style, kStyleCount, "plain", "terse", "verbose", "tangential", "formal", "pleasing")
PRAXIS_NAMES(Presents, kPresentsCount, "either", "woman", "man")
PRAXIS_NAMES(Setting, kSettingCount, "office", "plant", "clinic", "warehouse", "board", "home")
PRAXIS_NAMES(Power, kPowerCount, "decides", "influences", "blocks", "uses")
PRAXIS_NAMES(Relationship, kRelationshipCount, "transaction", "preferred", "consultative", "partnership")
PRAXIS_NAMES(GoalLevel, kGoalLevelCount, "lost", "continued", "advanced", "won", "right-disqualified")
PRAXIS_NAMES(Stage, kStageCount, "opening", "discovery", "evaluation", "negotiation", "closed")
PRAXIS_NAMES(Skill, kSkillCount, "opening", "discovery", "listening", "value", "objections", "stakeholders",
             "adaptation", "commercial", "next-step")
PRAXIS_NAMES(Needs, kNeedsCount, "nothing", "pain", "impact", "value")
PRAXIS_NAMES(DiscountRule, kDiscountRuleCount, "free", "traded", "never")

#undef PRAXIS_NAMES

int depth(FactLayer layer) {
    static constexpr std::array<int, kFactLayerCount> kDepth = {1, 2, 3, 3, 2, 3, 2, 2, 2, 2, 2, 3, 1};
    return kDepth[static_cast<std::size_t>(layer)];
}

bool is_pain(FactLayer layer) {
    return layer == FactLayer::problem || layer == FactLayer::implication;
}

}  // namespace praxis::strategy
