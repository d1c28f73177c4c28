// The words a strategy gives meaning to: its topics, proofs, capabilities, forbidden claims, limits, rivals and trade
// words, matched in a text by stem, across inflections and light typos. Immutable; share it between threads freely.
// Does not know: which topic matters to whom.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language/observed/hints.hpp"
#include "core/language/text/utterance.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/ids.hpp"

namespace praxis::language {

enum class Meaning : std::uint8_t { topic, proof, capability, forbidden, limit, rival, trade_word };

// A phrase of the lexicon found in a text.
struct Mention {
    Meaning meaning{};
    std::uint8_t id = 0;  // index into the scenario's list of that meaning
    std::uint32_t first_term = 0, end_term = 0;
};

class Lexicon {
public:
    Lexicon() = default;  // knows nothing
    explicit Lexicon(const strategy::Scenario&);
    static Lexicon of(const strategy::Strategy&);  // all segments' topics, proofs and capabilities

    std::string topic_name(TopicId) const;  // empty when there is none such
    std::string topic_slug(TopicId) const;
    std::size_t topics() const { return topics_.size(); }
    bool empty() const { return phrases_.empty(); }

    std::vector<Mention> mentions(const text::Utterance&) const;
    const Hints& hints() const { return hints_; }
    bool knows(std::uint64_t stem) const { return words_.contains(stem); }

private:
    struct Phrase {
        std::vector<std::uint64_t> stems;
        std::uint64_t form = 0;  // of its last word, without a plural
        Meaning meaning{};
        std::uint8_t id = 0;
    };
    struct TopicText {
        std::string slug, name;
    };
    struct Adding;  // collects phrases while the lexicon is made

    std::uint64_t repaired(const text::Term&) const;

    bool stands_at(const Phrase&, std::uint32_t term, const std::vector<std::uint64_t>& stems,
                   const text::Utterance&) const;

    Hints hints_;
    std::vector<TopicText> topics_;
    std::vector<Phrase> phrases_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_first_;  // first stem → phrases, longest first
    std::unordered_map<std::uint64_t, std::string> words_;                    // stem hash → a written form
};

}  // namespace praxis::language
