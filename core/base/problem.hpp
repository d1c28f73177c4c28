// A problem that a person can mend: where it is, what is wrong, how to put it right. What a person reads and what a log
// keeps are different types; this is the person's. Values only; any thread.
#pragma once

#include <string>
#include <vector>

namespace praxis {

// A place in a source text; 1-based, 0 = unknown.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity { error, warning, note };

struct Problem {
    Severity severity = Severity::error;
    Place place;
    std::string what;  // one sentence: what is wrong
    std::string mend;  // one sentence: what to do; may be empty
};

using Problems = std::vector<Problem>;

// "file:line:column: error: what (mend)"
std::string to_text(const Problem&);
bool has_error(const Problems&);

}  // namespace praxis
