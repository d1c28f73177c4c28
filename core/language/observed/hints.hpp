// What the words of a turn point at where no topic is named: the things a buyer knows and the causes behind objections,
// found by the content words they share, rare ones counting for more (inverse document frequency, Spärck Jones 1972).
// "Are your bank people asking about it?" points at the fact that speaks of the house bank. What it finds is a hint for
// choosing among answers; whether anything is told is for the buyer's gates. Made once per scenario; immutable, any
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/language/text/stemmer.hpp"
#include "core/language/text/utterance.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/ids.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::language {

class Hints {
public:
    Hints() = default;  // finds nothing
    Hints(const strategy::Scenario&, text::Stemmer&);

    struct Found {
        std::array<FactId, Observation::kHintsSeen> facts{};    // the most pointed at first; none where there are fewer
        std::array<TopicId, Observation::kHintsSeen> topics{};  // of the causes an answer speaks of
        std::uint16_t proofs = 0;                               // bit per proof that is told in other words
    };
    Found at(std::span<const text::Term>) const;

private:
    struct Subject {
        FactId fact{};    // either this
        TopicId topic{};  // or the topic of a cause
        int proof = -1;   // or this proof
    };
    struct Word {
        std::vector<std::uint16_t> subjects;
        std::uint32_t weight = 0;
    };
    void add(Subject, std::initializer_list<const strategy::Texts*>, text::Stemmer&);
    void weigh();

    std::vector<Subject> subjects_;
    std::uint32_t enough_ = 1;                       // weight from which words point at a subject
    std::unordered_map<std::uint64_t, Word> words_;  // by stem
};

}  // namespace praxis::language
