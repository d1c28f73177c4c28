// Finds the key phrases of gated facts in authored texts: whole words, lower case, light stems ("penalties" meets
// "penalty"), in their order. Used when a brief is written and when a strategy is checked for leaks. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/strategy/fact.hpp"

namespace praxis::strategy {

// Lower-case words and numbers of a text, lightly stemmed; "11,000" and "3.1" stay one.
Texts stems_of(std::string_view text);

// Too common to guard anything: every word of it is one that any conversation needs.
bool is_common(std::string_view phrase);

class KeyPhrases {
public:
    explicit KeyPhrases(const Texts& phrases);
    // Index of a phrase that the text contains.
    std::optional<std::size_t> first_in(std::string_view text) const;
    std::vector<std::size_t> all_in(std::string_view text) const;

private:
    std::vector<Texts> phrases_;
};

}  // namespace praxis::strategy
