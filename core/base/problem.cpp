#include "core/base/problem.hpp"

#include <algorithm>

namespace praxis {
namespace {

const char* word(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "note";
}

}  // namespace

std::string to_text(const Problem& problem) {
    std::string text;
    if (!problem.place.file.empty()) {
        text += problem.place.file + ":";
        if (problem.place.line > 0)
            text += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + ":";
        text += " ";
    }
    text += std::string(word(problem.severity)) + ": " + problem.what;
    if (!problem.mend.empty()) text += " (" + problem.mend + ")";
    return text;
}

bool has_error(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::error; });
}

}  // namespace praxis
