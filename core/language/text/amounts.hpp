// Figures in a text, in digits and in words: money, numbers, percentages, durations and dates, each with its place.
// Dates are ISO 8601 as far as they were said: "2027-03-14", "--03-14" (14 March), "--03" (March), "-W-2" (Tuesday),
// "P1D" from today (tomorrow), "T14:30"; their value is 0. Any thread. Does not know: what day it is.
#pragma once

#include <string>
#include <vector>

#include "core/language/text/utterance.hpp"

namespace praxis::language::text {

struct FoundAmount {
    AmountKind kind{};
    double value = 0;
    std::string unit;
    std::uint32_t first_term = 0, end_term = 0;
};

std::vector<FoundAmount> amounts_in(const Utterance&);

// Gives the terms of each amount its shape, so that the model sees "#money" instead of the figure.
void mark_amounts(Utterance&, const std::vector<FoundAmount>&);

// A figure as written in digits ("1,180.50", "1.180,50", "12,00,000", "11.5k"); false when it is none.
bool figure(std::string_view digits, double& value, std::string_view& rest);

}  // namespace praxis::language::text
