// Figures as people say them back: "forty-eight thousand", "just over 1.2 million", "ten per cent". English number
// words; the currency stays unsaid, since both sides know it. Values only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/vocabulary/observation.hpp"

namespace praxis::wording {

// Empty for kinds nobody says back without a unit (durations, dates) and for nothing or less.
std::optional<std::string> spoken(const HeardAmount&);

// 0 … 99 as words.
std::string number_words(int number);

}  // namespace praxis::wording
