// What all scenarios of one segment stand on: the resolved parts of the strategy and the key phrases no brief may show.
// Refers into the strategy, which must outlive it. For core/strategy's own compiler.
#pragma once

#include <unordered_map>

#include "core/strategy/compile.hpp"
#include "core/strategy/key_phrases.hpp"

namespace praxis::strategy {

struct Ground {
    const Strategy& strategy;
    const Segment& segment;
    const SellingModel& model;
    Relationship relationship{};
    std::vector<const Offer*> offers;
    std::vector<const Fact*> facts;   // facts_of(segment)
    Texts keys;                       // their key phrases …
    std::vector<std::size_t> owners;  // … and whose each is (index into facts)
    KeyPhrases phrases;
    mutable std::unordered_map<std::string, std::vector<std::size_t>> told;  // what keys_in has found

    // Indices of the keys a text contains; each text is searched once. Not for several threads at a time.
    const std::vector<std::size_t>& keys_in(const std::string& text) const {
        const auto [found, fresh] = told.try_emplace(text);
        if (fresh) found->second = phrases.all_in(text);
        return found->second;
    }
};

Result<Ground, Problems> ground_of(const Strategy&, const Slug& segment);

// One scenario in the making.
struct Cast {
    const Ground& ground;
    const Role& role;
    const ScenarioKey& key;
    const ScenarioOverride* change = nullptr;
    const Channel* channel = nullptr;
};

// Each fills its part of the scenario; tables first, the others read them. fill_tables says which limit was exceeded.
Problems fill_tables(Scenario&, const Cast&);
void fill_brief(Scenario&, const Cast&);
void fill_goals(Scenario&, const Cast&);
void fill_criteria(Scenario&, const Cast&);

}  // namespace praxis::strategy
