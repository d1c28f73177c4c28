// What is wrong with the wording grammar as data: lines that are malformed, hold figures or speak like an assistant,
// lines told twice, and cells too thin for a long conversation. Values only.
#pragma once

#include "core/base/problem.hpp"
#include "core/wording/grammar.hpp"

namespace praxis::lint_wording {

Problems lint(const wording::GrammarSource&);

}  // namespace praxis::lint_wording
