// The strategy as a company wrote it: what to sell, to whom first, towards which relationship, by which selling model,
// through which channel, and the behaviours that carry it out. A plain value as authored: names are slugs (`id`),
// nothing is resolved or compiled here; every part knows its place in the source so that a finding can point at it.
// docs/strategy-format.md explains each field to authors. Does not know: files, YAML, the buyer's mind.
#pragma once

#include <string>
#include <vector>

#include "core/strategy/behaviour.hpp"
#include "core/strategy/offer.hpp"
#include "core/strategy/segment.hpp"

namespace praxis::strategy {

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
