// Phrases: everything a report says in a language, as named texts read from data/language/XX/report.yaml by
// adapters/files. A name may have several wordings; slots stand in braces: "We got on to {topic}." A wording is used
// only when all its slots can be filled. phrase_names() is the closed list; docs/report.md explains the families.
// Owner: core/coaching. Values only; any thread. Does not know: files, when a phrase is used.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.hpp"
#include "core/behaviour/signals.hpp"
#include "core/strategy/fact.hpp"

namespace praxis::coaching {

struct Phrases {
    std::map<std::string, strategy::Texts, std::less<>> texts;
    strategy::Texts fillers;      // for the signals: "um", "sort of"
    strategy::Texts paper_words;  // by which the paperwork is told from the steps of a decision
    behaviour::Bands bands;       // where many conversations of a kind lie; adjustable, never pass marks
};

using Slots = std::map<std::string, std::string, std::less<>>;

// The wording with its slots filled; empty when one is missing.
std::optional<std::string> fill(std::string_view wording, const Slots&);

// One of the name's wordings that can be filled, chosen by number; empty when there is none.
std::string say(const Phrases&, std::string_view name, const Slots& = {}, std::uint64_t number = 0);
// The same among those with the most slots: where it can be said exactly, it is.
std::string say_exactly(const Phrases&, std::string_view name, const Slots&, std::uint64_t number);
// All wordings that can be filled, in their order.
strategy::Texts say_all(const Phrases&, std::string_view name, const Slots&);

struct PhraseName {
    std::string name;
    bool required = true;
};
const std::vector<PhraseName>& phrase_names();

// Missing and unknown names, empty texts, braces that do not close.
Problems check(const Phrases&);

}  // namespace praxis::coaching
