// Rep's lines held against understanding: in many positions of talks that are really held, every kind of move is put
// into words, read by core/language in its context, and played. For the test and for reading them aloud.
#pragma once

#include <functional>
#include <string>

#include "app/rehearsal/rehearsal.hpp"
#include "core/foresight/move.hpp"
#include "core/wording/rep/rep_line.hpp"

namespace praxis::rep_lines {

namespace rep = wording::rep;

struct Checked {
    const app::Rehearsal& talk;
    foresight::Move move;
    rep::Way way;                                 // empty: there was no line
    ActSet acts;                                  // as it was read
    bool function = false;                        // the intended act was credited
    bool topic = false;                           // the intended topic was heard, or none was intended
    bool considered = false;                      // the search would think of it here
    bool fact_free = true;                        // no closed fact's key, no untold cause, no forbidden claim
    Intention meant, got;                         // the customer's answers to the move and to the words
    bool same_move = false, same_answer = false;  // main move alike; its argument too
};

// Holds a talk by lines of the grammar, and at every turn takes up to `per_kind` moves of each kind. `unheard`: the
// grammar's first choice, before the reader has had its say (app/rehearsal/say_move.hpp).
struct Way_of_checking {
    Seed seed;
    int per_kind = 2;
    bool unheard = false;
};
void cross_check(const app::Play&, const Way_of_checking&, const std::function<void(const Checked&)>& take);

PlannedMove main_move(const Intention&);

}  // namespace praxis::rep_lines
