// What is wrong with a reply as written text, whatever it says: for tests and for the lint of grammar data.
// Values only; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::lint_wording {

// Empty = well formed: not empty, no slot left, no doubled blank or mark, sentences begin with a capital or a figure
// and end with . ? ! or ….
std::vector<std::string> faults_of(std::string_view reply);

// Share of the reply's word 4-grams that an earlier reply has too; 0 for replies of fewer than four words.
double overlap(std::string_view reply, std::string_view earlier);

}  // namespace praxis::lint_wording
