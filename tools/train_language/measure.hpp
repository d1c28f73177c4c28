// How well: precision, recall and F1 per act and group, micro and macro.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/vocabulary/act.hpp"

namespace praxis::train_language {

struct Count {
    int right = 0, wrong = 0, missed = 0;
    int there() const { return right + missed; }
    double precision() const;
    double recall() const;
    double f1() const;
};

struct Measured {
    std::array<Count, kActCount> acts;
    std::array<Count, kActGroupCount> groups;
    double acts_micro = 0, acts_macro = 0;  // macro: over acts that occur at least five times
    double groups_micro = 0, groups_macro = 0;
    double any_question = 0;
    int turns = 0;
};

struct Judged {
    ActSet truth, credited;
};
Measured measure(std::span<const Judged>);

std::string headline(const Measured&);

}  // namespace praxis::train_language
