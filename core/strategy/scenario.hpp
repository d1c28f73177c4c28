// A scenario: segment × role × conversation kind × difficulty, compiled from a strategy. One value holds the three
// sides: the brief (what the rep may know), the hidden side (what the buyer knows, wants and fears) and the frozen
// criteria. Slugs are resolved to small ids that index the tables here. The seed is not part of a scenario or its id;
// what the seed chooses (the person, the cause behind an objection) is chosen from the lists here by core/buyer.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/strategy/strategy.hpp"
#include "core/vocabulary/ids.hpp"

namespace praxis::strategy {

struct Brief {
    std::string title;      // "Discovery with the owner of a laser job shop"
    std::string situation;  // where and why you meet; three lines at most
    std::string task;       // what to reach
    Texts known;            // what the rep may know before
    Texts offer;            // what the rep can say about the offer: values, capabilities, proofs
    Texts terms;            // prices and limits the rep works with
    Medium medium{};
    int minutes = 10;
};

struct Persona {
    Disclosure disclosure{};
    Attitude attitude{};
    Logic logic{};
    Expertise expertise{};
    Style style{};
    friend bool operator==(const Persona&, const Persona&) = default;
};

struct Counterpart {
    std::string name, title, company;
    Persona persona;
    Presents presents{};  // for a face and a voice
    Setting setting{};
};

// Fact, objection and question as authored, with resolved ids.
struct ScenarioFact {
    Fact fact;
    TopicId topic{};
    std::vector<FactId> needs;
    int trust = 0;              // gate, difficulty already applied
    bool known_to_role = true;  // false: this buyer would have to ask someone
    std::string ask_role;       // … and whom ("finance"); role name
};

struct ScenarioCause {
    Cause cause;
    TopicId topic{};
    std::uint16_t proofs = 0;  // bit i: Scenario::proofs[i] settles it
};

struct ScenarioObjection {
    Objection objection;
    TopicId topic{};
    std::vector<ScenarioCause> causes;
    bool pinned = false;  // always raised (objection-handling scenarios)
};

struct ScenarioProof {
    Proof proof;
    TopicId topic{};
};

struct ScenarioCapability {
    Capability capability;
    TopicId topic{};
};

// A benefit the rep may name, and how much of the trouble it takes away where the strategy's driver says so.
struct ScenarioValue {
    std::string text;
    TopicId topic{};
    Range effect;  // share, 0 … 1; 0 … 0: not said
};

struct ScenarioQuestion {
    BuyerQuestion question;
    TopicId topic{};
};

struct ScenarioTopic {
    Slug id;
    std::string name;
    Texts words;
    bool pain = false;  // topic of a pain of this segment
    std::vector<FactId> facts;
};

// Where the buyer's mind starts; 0 … 100.
struct MindStart {
    int trust = 30, interest = 25, patience = 80, value = 5, clarity = 20, urgency = 20;
    Stage stage = Stage::opening;
};

// What each gate asks; 0 … 100.
struct Gates {
    int evaluation_interest = 40;
    int negotiation_value = 35;
    int step_trust = 40, step_interest = 40;
    int order_trust = 60, order_value = 50;
    bool order_needs_process = true;
};

// Rules of this conversation, from the selling model and the kind.
struct Rules {
    Needs value_needs = Needs::pain;
    Needs price_needs = Needs::impact;
    DiscountRule discount = DiscountRule::traded;
    int situation_questions = 3;
    bool quote_wins = false;
    int quote_within = 5;
    bool challenge_welcome = false;
    int turns = 30;          // hard stop, in rep turns
    int loss_percent = 100;  // difficulty multiplies losses
    int objections_max = 2;  // raised at most
    bool drill = false;      // the objection is what the rep came for: it comes at once
};

// What a level needs: all of it.
struct GoalRule {
    GoalLevel level{};
    DerivedEventSet needs;
    int pains_min = 0, impacts_min = 0;
    bool process_known = false;
    bool objections_settled = false;  // none open
    bool margin_kept = false;         // sold at or above target
};

struct Goals {
    std::string text;                   // "A dated next step with the production manager in the room"
    std::vector<GoalRule> levels;       // best first; none fits: lost or continued by how it ended
    bool disqualify_right = false;      // a disqualifier holds: parting is the win …
    std::vector<FactId> disqualifying;  // … once one of these was told
};

struct Scenario {
    std::string id;  // segment/role/kind/difficulty
    std::string strategy_id, strategy_version, language;
    std::string digest;  // content hash of all below
    Slug segment, role, model, channel;
    std::string segment_name, role_name, model_name;
    std::string seller;  // our own company's name
    ConversationKind kind{};
    Difficulty difficulty{};
    Brief brief;
    std::vector<Counterpart> people;  // at least one; chosen by seed
    Role role_card;
    std::vector<ScenarioTopic> topics;          // ≤ kTopicsMax
    std::vector<ScenarioFact> facts;            // ≤ kFactsMax
    std::vector<ScenarioObjection> objections;  // ≤ kObjectionsMax
    std::vector<ScenarioQuestion> questions;
    std::vector<ScenarioProof> proofs;             // ≤ 16
    std::vector<ScenarioCapability> capabilities;  // ≤ 64
    std::vector<ScenarioValue> values;
    std::vector<ForbiddenClaim> forbidden;
    Texts limits;                     // of the offers
    Texts vocabulary;                 // trade words of this buyer
    Texts rivals;                     // names of alternatives
    Texts cues;                       // recognisable cues of the segment (said, seen, firmographic)
    std::vector<FactId> facts_known;  // disclosed from the start
    std::optional<Terms> terms;
    std::optional<Request> request;
    MindStart start;
    Gates gates;
    Rules rules;
    Goals goals;
    std::vector<Behaviour> criteria;           // frozen
    std::optional<Relationship> relationship;  // what the company wants with this segment
    bool blind = false;                        // the rep is not told the segment
    bool reveal_undiscovered = false;
};

}  // namespace praxis::strategy
