// What a customer knows, suffers from and resists with, as authored: topics, facts, pains, objections with their
// causes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
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

}  // namespace praxis::strategy
