// The closed lists the strategy format speaks in: conversation kinds, difficulty, fact layers, persona axes, goal
// levels… Each has its YAML spelling through name()/…_named(). Values only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis::strategy {

enum class ConversationKind : std::uint8_t {
    cold_call,
    discovery,
    value_presentation,
    objection_handling,
    negotiation,
    renewal
};
inline constexpr int kConversationKindCount = 6;

enum class Difficulty : std::uint8_t { easy, normal, hard };
inline constexpr int kDifficultyCount = 3;

// How the talk is held; it changes brief, opening and criteria.
enum class Medium : std::uint8_t { phone, video, in_person, partner, chat };
inline constexpr int kMediumCount = 5;

// What sort of thing a fact is: decides which questions fit it, its default trust gate and its depth (1 … 3).
enum class FactLayer : std::uint8_t {
    situation,     // depth 1: set-up, tools, volumes
    problem,       // depth 2: what fails
    implication,   // depth 3: what that causes and costs
    payoff,        // depth 3: what solving it would be worth
    criteria,      // depth 2: what an answer must satisfy
    money,         // depth 3: budget, spend, price paid today
    authority,     // depth 2: who decides, limits
    process,       // depth 2: steps to a decision, paperwork
    timeline,      // depth 2: dates, urgency
    competition,   // depth 2: rivals, incumbent, do nothing
    stakeholders,  // depth 2: who else is affected
    personal,      // depth 3: the personal stake, unspoken
    request,       // depth 1: the specification of a purchase (spot and RFQ buyers volunteer it)
};
inline constexpr int kFactLayerCount = 13;

enum class ObjectionKind : std::uint8_t { misunderstanding, doubt, drawback, stall, ploy, condition };
inline constexpr int kObjectionKindCount = 6;

// The resolution that fits a cause.
enum class Resolution : std::uint8_t { prove, outweigh, de_risk, trade, involve, accept };
inline constexpr int kResolutionCount = 6;

enum class ProofKind : std::uint8_t { data, reference, trial, guarantee, certificate, calculation, expert };
inline constexpr int kProofKindCount = 7;

enum class AlternativeKind : std::uint8_t { rival, incumbent, do_it_yourself, do_nothing };
inline constexpr int kAlternativeKindCount = 4;

// The five persona axes.
enum class Disclosure : std::uint8_t { open, measured, guarded };
inline constexpr int kDisclosureCount = 3;
enum class Attitude : std::uint8_t { warm, neutral, sceptical, hostile };
inline constexpr int kAttitudeCount = 4;
enum class Logic : std::uint8_t { numbers, references, trial, relationship, rules };  // what counts as proof
inline constexpr int kLogicCount = 5;
enum class Expertise : std::uint8_t {
    lay,
    practitioner,
    expert
};  // tolerates which jargon; expert is bored by situation questions
inline constexpr int kExpertiseCount = 3;
enum class Style : std::uint8_t {
    plain,
    terse,
    verbose,
    tangential,
    formal,
    pleasing
};  // pleasing: friendly, non-committal
inline constexpr int kStyleCount = 6;

// How somebody is shown: for a face and a voice alone, never for what they think.
enum class Presents : std::uint8_t { either, woman, man };
inline constexpr int kPresentsCount = 3;
enum class Setting : std::uint8_t { office, plant, clinic, warehouse, board, home };
inline constexpr int kSettingCount = 6;

enum class Power : std::uint8_t { decides, influences, blocks, uses };
inline constexpr int kPowerCount = 4;

enum class Relationship : std::uint8_t { transaction, preferred, consultative, partnership };
inline constexpr int kRelationshipCount = 4;

// How a conversation stands with its goal.
enum class GoalLevel : std::uint8_t { lost, continued, advanced, won, right_disqualified };
inline constexpr int kGoalLevelCount = 5;

// The stage of a conversation as the buyer's mind keeps it.
enum class Stage : std::uint8_t { opening, discovery, evaluation, negotiation, closed };
inline constexpr int kStageCount = 5;

// The family a behaviour belongs to.
enum class Skill : std::uint8_t {
    opening,
    discovery,
    listening,
    value,
    objections,
    stakeholders,
    adaptation,
    commercial,
    next_step
};
inline constexpr int kSkillCount = 9;

// What must have been disclosed before something is welcome.
enum class Needs : std::uint8_t { nothing, pain, impact, value };
inline constexpr int kNeedsCount = 4;

enum class DiscountRule : std::uint8_t { free, traded, never };
inline constexpr int kDiscountRuleCount = 3;

// YAML spelling: lower case, words joined by '-' (cold-call, do-it-yourself).
template <class E>
std::string_view name(E value);
template <class E>
std::optional<E> named(std::string_view text);
template <class E>
std::size_t count();

// 1 … 3: how deep a fact lies.
int depth(FactLayer);
// A problem or an implication: a customer telling it has told a pain.
bool is_pain(FactLayer);

}  // namespace praxis::strategy
