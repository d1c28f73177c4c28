// What the company sells and may say about it: offers, claims, proofs, terms, and how value is worked out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/strategy/fact.hpp"

namespace praxis::strategy {

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

}  // namespace praxis::strategy
