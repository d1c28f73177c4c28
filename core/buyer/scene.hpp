// Scene: a scenario as the mind consumes it, in integer tables. Made once per scenario, immutable afterwards and shared
// by any number of conversations and threads. Texts stay in the Scenario; the indices are the same in both.
// Refuses what the small ids cannot hold. Levels are 0 … 100; money is in thousandths of the scenario's currency.
// Does not know: the seed, any words.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/base/chance.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/ids.hpp"

namespace praxis::buyer {

inline constexpr int kPeopleMax = 16;
inline constexpr int kQuestionsMax = 16;
inline constexpr int kProofsMax = 16;
inline constexpr int kCausesMax = 8;
inline constexpr int kLevelsMax = 8;
inline constexpr int kTurnsMax = 200;

using FactSet = std::uint64_t;  // bit per FactId

// A set of topics, bit per TopicId.
struct TopicSet {
    std::array<std::uint64_t, 2> bits{};
    constexpr void insert(TopicId topic) {
        if (topic.value < kTopicsMax) bits[topic.value / 64] |= std::uint64_t{1} << (topic.value % 64);
    }
    constexpr void insert(const TopicSet& other) {
        bits[0] |= other.bits[0];
        bits[1] |= other.bits[1];
    }
    constexpr bool has(TopicId topic) const {
        return topic.value < kTopicsMax && (bits[topic.value / 64] >> (topic.value % 64) & 1) != 0;
    }
};

struct SceneFact {
    FactSet needs = 0;
    TopicSet thread;  // topics of the same pain and of what must be known before: to ask on is to ask about it
    ActSet asked_by;
    strategy::FactLayer layer{};
    TopicId topic{};
    std::uint8_t trust = 0;
    bool known_to_role = true;
    bool volunteered = false;
    bool figure = false;
};

struct SceneCause {
    TopicId topic{};
    strategy::Resolution resolve{};
    std::uint16_t proofs = 0;
    std::uint16_t weight = 1;
};

struct SceneObjection {
    ActSet triggers;
    strategy::ObjectionKind kind{};
    TopicId topic{};
    strategy::Stage from{};
    std::uint8_t trust_below = 101;
    bool pinned = false;
    std::uint8_t cause_count = 0;
    std::array<SceneCause, kCausesMax> causes{};
};

// One of the buyer's own questions, with the stage from which it is natural.
struct SceneQuestion {
    ActSet answered_by;
    TopicId topic{};
    strategy::Stage from{};
};

struct SceneProof {
    strategy::ProofKind kind{};
    TopicId topic{};
};

struct ScenePrice {  // 0 = unknown
    std::int64_t list = 0, floor = 0, target = 0;
};

// Which facts are of which sort.
struct FactKinds {
    FactSet pain = 0, implication = 0, payoff = 0, path = 0, timeline = 0, request = 0, disqualifying = 0, figure = 0;
    FactSet deep = 0;   // depth 2 and 3
    FactSet plain = 0;  // what anybody would tell: situation, problem, criteria, request
};

struct Scene {
    std::array<SceneFact, kFactsMax> facts{};
    std::array<FactSet, kTopicsMax> facts_of_topic{};
    std::array<FactSet, kTopicsMax> thread_of_topic{};  // … and those that follow from it
    std::array<FactSet, strategy::kFactLayerCount> facts_of_layer{};
    std::array<FactSet, kActCount> facts_asked_by{};
    std::array<SceneObjection, kObjectionsMax> objections{};
    std::array<SceneQuestion, kQuestionsMax> questions{};
    std::array<SceneProof, kProofsMax> proofs{};
    std::array<strategy::Persona, kPeopleMax> people{};
    std::array<strategy::GoalRule, kLevelsMax> levels{};
    TopicSet pain_topics;
    std::array<TopicId, kTopicsMax> pains{};  // the same, in order
    std::uint8_t fact_count = 0, topic_count = 0, objection_count = 0, question_count = 0, proof_count = 0;
    std::uint8_t person_count = 0, level_count = 0, pain_count = 0;
    FactKinds kinds;
    FactSet known_from_start = 0;
    strategy::MindStart start;
    strategy::Gates gates;
    strategy::Rules rules;
    strategy::ConversationKind kind{};
    strategy::Medium medium{};
    ScenePrice price;    // what we ask for the offer
    ScenePrice request;  // what a spot or RFQ buyer would pay
    bool disqualify_right = false;
};

Result<Scene, Problems> make_scene(const strategy::Scenario&);

// Who it is today, and why they object: chosen by seed alone, so that the same seed is the same person.
struct Casting {
    std::size_t person = 0;
    std::array<std::uint8_t, kObjectionsMax> causes{};  // per objection, index into its causes
};
Casting cast(const strategy::Scenario&, Seed);
Casting cast(const Scene&, Seed, ParticipantId = kFirstBuyer);

// The acts that usually ask for a fact of this layer.
ActSet usual_questions(strategy::FactLayer);

}  // namespace praxis::buyer
