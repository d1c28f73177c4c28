// The value of a conversation as a line of blocks, turn by turn, with the marks below it: for a terminal, and for a
// text that has no colour. One thread.
#pragma once

#include <string>

#include "core/coaching/report.hpp"
#include "program/terminal.hpp"

namespace praxis::program::curve {

// Several lines, each indented by two; empty where the report has no curve. A long conversation is broken into rows.
std::string sparkline(const coaching::Report&, const Terminal&);

// "✗", "◆" …: a mark in one column, the same in the curve and beside a turn.
const char* sign_of(coaching::Mark);
Ink ink_of(coaching::Mark);
const char* word_of(coaching::Mark);  // "cost you"

// "99 %"
std::string percent(double share);

}  // namespace praxis::program::curve
