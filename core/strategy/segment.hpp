// A segment: who is meant, how to recognise them, what they need, who sits there, and what the company decided about
// them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/strategy/fact.hpp"

namespace praxis::strategy {

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
    Presents presents{};  // with `setting`: how they are shown; no part of the version
    Setting setting{};
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

}  // namespace praxis::strategy
