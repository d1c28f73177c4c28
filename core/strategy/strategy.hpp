// The strategy as a company wrote it: what to sell, to whom first, towards which relationship, by which selling model,
// through which channel, and the behaviours that carry it out. A plain value as authored: names are slugs (`id`),
// nothing is resolved or compiled here; every part knows its place in the source so that a finding can point at it.
// docs/strategy-format.md explains each field to authors. Does not know: files, YAML, the buyer's mind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/strategy/behaviour.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/act.hpp"

namespace praxis::strategy {

using Slug = std::string;  // lower-case letters, digits, '-', '.'
using Slugs = std::vector<Slug>;
using Texts = std::vector<std::string>;

// A figure with its unit as people say it: 11500 EUR per year; 45 day.
struct Figure {
    double value = 0;
    std::string unit;
    std::string per;
};

struct Range {
    double low = 0;
    double high = 0;
};

struct Topic {
    Slug id;
    std::string name;  // as a person says it in a sentence: "sheet tip-ups"
    Texts words;       // words and phrases that mean it; matched by stem
    Place at;
};

// A thing the buyer knows. `full` and `brief` are the buyer's own words, several ways each.
struct Fact {
    Slug id;
    FactLayer layer{};
    Slug topic;
    ActSet asked_by;           // empty: the layer's usual questions
    std::optional<int> trust;  // gate 0 … 100; empty: the layer's usual
    Slugs needs;               // facts that must be known to the rep before
    Slugs known_to;            // roles; empty: all
    bool volunteered = false;  // told unasked early on (spot buyers' specification)
    std::optional<Figure> figure;
    Texts key;  // tokens that must not be spoken before it is disclosed
    Texts full, brief;
    Place at;
};

// A problem of the segment, layer by layer. Its facts get ids PAIN.situation, PAIN.problem, PAIN.implication-N,
// PAIN.payoff.
struct Pain {
    Slug id;
    std::string name;
    Slug topic;
    Slugs felt_by;  // roles
    std::optional<Fact> situation, problem, payoff;
    std::vector<Fact> implications;
    std::optional<Figure> impact;
    Slug driver;  // value driver it feeds
    Place at;
};

// Why an objection is really made; one is chosen by seed.
struct Cause {
    Slug id;
    int weight = 1;
    Slug topic;                 // what the answer must be about
    Texts tell;                 // the buyer, asked what is behind it
    std::string told_apart_by;  // the rep's question that finds it (for coaching)
    Resolution resolve{};
    Slugs proofs;        // proofs that settle it; empty: an answer on the topic is enough
    std::string answer;  // a good answer in the rep's words (for coaching)
    Texts settled;       // the buyer, when it is settled
    Place at;
};

struct Objection {
    Slug id;
    ObjectionKind kind{};
    Slug topic;
    Slugs raised_by;             // roles; empty: all
    ActSet triggers;             // rep acts that provoke it; empty: by topic or stage
    std::optional<Stage> stage;  // from this stage on
    int trust_below = 101;       // only while trust is below
    Texts says, again;           // raising it; coming back to it
    std::vector<Cause> causes;
    Place at;
};

struct Proof {
    Slug id;
    ProofKind kind{};
    Slug topic;
    std::string text;  // what the rep may say
    Texts words;       // phrases by which it is recognised
    Place at;
};

struct Capability {
    Slug id;
    Slug topic;
    std::string text;
    Texts words;
    Place at;
};

struct ForbiddenClaim {
    Slug id;
    Texts words;  // any of these phrases is the claim
    std::string why;
    Place at;
};

struct ValueProposition {
    Slug id;
    Slug topic;
    Slug driver;
    std::string text;
    Place at;
};

struct Terms {
    double list = 0, floor = 0, target = 0;
    std::string unit, currency;     // "t", "EUR"
    double discount_authority = 0;  // percent a rep may give alone
    Texts gives, gets;              // concessions we can make; returns worth asking for
};

struct Offer {
    Slug id;
    std::string name, what;
    std::vector<ValueProposition> values;
    std::vector<Capability> capabilities;
    Texts limits, claims;  // what it does not do; what may be claimed
    std::vector<ForbiddenClaim> forbidden;
    std::vector<Proof> proofs;
    std::optional<Terms> terms;
    Place at;
};

struct ValueDriver {
    struct Input {
        Slug id;
        std::string name, unit;
        Range baseline;
    };
    Slug id;
    std::string name, formula;  // formula over the inputs' ids: + - * / ( )
    Slug topic;
    std::vector<Input> inputs;
    Range effect;        // share improved, 0 … 1
    Slugs confirmed_by;  // roles
    Slugs proofs;
    Place at;
};

struct Priority {
    int tier = 0;  // 1 = first
    std::string effort, why, walk_away;
    Texts accounts;
    Place at;
};

struct RelationshipObjective {
    Relationship from{}, to{};
    std::string customer_gives, investment;
    Place at;
};

struct Alternative {
    Slug id;
    AlternativeKind kind{};
    std::string name, strength, we_lose_when;
    Place at;
};

struct Disqualifier {
    Slug id;
    std::string text;
    Slug fact;  // the fact that shows it
    Place at;
};

struct Person {
    Slug id, role;
    std::string name, title, company;
    std::optional<Disclosure> disclosure;  // empty: as the role
    std::optional<Attitude> attitude;
    std::optional<Logic> logic;
    std::optional<Expertise> expertise;
    std::optional<Style> style;
    Place at;
};

// What a spot or RFQ buyer wants priced. The specification is told by facts of layer `request`.
struct Request {
    std::string what;
    double list = 0, floor = 0;  // an accurate quote lies between
    std::string unit, currency;
    int delivery_days = 0;
    Place at;
};

struct BuyerQuestion {
    Slug id;
    ActSet answered_by;  // rep acts that answer it
    Slug topic;
    Texts says;
    Place at;
};

struct Segment {
    Slug id, was;
    std::string name, what;
    Texts said, seen, firmographic;  // recognisable cues
    Texts triggers;                  // events that open a door
    std::vector<Disqualifier> disqualifiers;
    std::string margin, cost_to_serve, wallet_share, cost_of_inaction;
    std::vector<Alternative> alternatives;
    Texts vocabulary;  // trade words: never jargon here
    std::optional<Priority> priority;
    std::optional<RelationshipObjective> relationship;
    Slug selling_model;
    Slugs channels, offers, roles;
    std::string decision;  // how decisions are made, in a sentence
    std::vector<Pain> pains;
    std::vector<Fact> facts;
    std::vector<Objection> objections;
    std::vector<BuyerQuestion> questions;
    std::vector<Person> people;
    std::optional<Request> request;
    Place at;
};

struct Role {
    Slug id, was;
    std::string name;
    Texts goals;
    std::string fear, personal_win, decision_right, stance;
    Slugs influences;
    Power power{};
    Disclosure disclosure = Disclosure::measured;
    Attitude attitude = Attitude::neutral;
    Logic logic = Logic::numbers;
    Expertise expertise = Expertise::practitioner;
    Style style = Style::plain;
    Place at;
};

struct SellingModel {
    struct StageStep {
        Slug id;
        std::string name, exit;  // exit: customer-verifiable, in words
        ActSet moves;
    };
    Slug id, was;
    std::string name, applies_when;
    std::vector<StageStep> stages;
    Needs value_needs = Needs::pain;    // a benefit counts after …
    Needs price_needs = Needs::impact;  // price is welcome after …
    DiscountRule discount = DiscountRule::traded;
    int situation_questions = 3;  // in a row, before patience falls
    bool quote_wins = false;      // a fast, accurate quote is what wins
    int quote_within = 5;         // … within so many rep turns
    bool challenge_welcome = false;
    Place at;
};

struct Channel {
    Slug id;
    std::string name, owner, hand_off, conflict_rule, partner_margin;
    Medium medium{};
    Place at;
};

struct Partner {  // cross-functional
    Slug id;
    std::string name, wants, gives;
    Place at;
};

struct ScenarioOverride {
    Slug id;  // segment/role/kind/difficulty, or a new name
    Slug segment, role;
    ConversationKind kind{};
    Difficulty difficulty = Difficulty::normal;
    std::string title, situation, task;  // brief texts; empty: compiled
    Slug person;
    Slugs objections, facts_known;  // pinned objections; facts the rep knows from the start
    std::optional<int> trust, interest, patience, turns;
    Slugs behaviours;  // criteria instead of the derived ones
    Place at;
};

struct Company {
    std::string name, what;
    Texts people;  // names of our own people (finds the rep in a transcript)
};

struct Strategy {
    Slug id;
    std::string name, language = "en", version;  // version: core/strategy/version.hpp
    Company company;
    std::vector<Topic> topics;
    std::vector<Offer> offers;
    std::vector<ValueDriver> drivers;
    std::vector<Role> roles;
    std::vector<SellingModel> models;
    std::vector<Channel> channels;
    std::vector<Partner> partners;
    std::vector<Segment> segments;
    std::vector<Behaviour> behaviours;
    std::vector<ScenarioOverride> scenarios;
    bool reveal_undiscovered = false;  // the report may show the content of what was never discovered
};

}  // namespace praxis::strategy
