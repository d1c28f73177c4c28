// Search: what a question finds among the things a buyer knows. Reads a turn, changes nothing, costs nothing: what is
// made of the findings is decided in questions.cpp.
#pragma once

#include "core/buyer/turn.hpp"

namespace praxis::buyer {

// The best fact of one sort; none: `fact` < 0.
struct Finding {
    int fact = -1;
    int score = -1000;
    bool exact = false;  // the question names it; else it is what comes to mind
    int aim = 0;         // how exactly

    void offer(int candidate, int its_score, bool is_exact, int its_aim) {
        if (its_score <= score) return;
        fact = candidate;
        score = its_score;
        exact = is_exact;
        aim = its_aim;
    }
    bool found() const { return fact >= 0; }
};

struct Search {
    Finding tell;       // may be told
    Finding told;       // was told already
    Finding locked;     // trust does not suffice
    Finding early;      // something must be told before
    Finding elsewhere;  // another role would know
    Finding broad;      // nothing the question names, but what such a question usually brings up
};

Search search(const Turn&);

bool trusted(const Turn&, const SceneFact&);
// Acts that say what a question is for.
constexpr ActSet question_functions() {
    return acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify);
}

// The question names a topic of which this buyer knows something.
bool names_something(const Turn&);
// The question goes on from what was last spoken of.
bool follows_on(const Turn&);

}  // namespace praxis::buyer
