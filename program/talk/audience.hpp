// Who follows a rehearsal: a person at a terminal, or a program that reads JSON lines. Both are told the same events in
// the same order; nothing a closed fact says reaches either. One thread.
#pragma once

#include <memory>
#include <string_view>

#include "app/rehearsal/rehearsal.hpp"
#include "core/coaching/report.hpp"
#include "program/terminal.hpp"

namespace praxis::program::talk {

class Audience {
public:
    virtual ~Audience() = default;
    virtual void begins(const app::Rehearsal&) = 0;  // the brief
    // `from_before`: it happened before this session, which goes on with a saved conversation.
    virtual void hears(const conversation::Event&, const app::Rehearsal&, bool from_before) = 0;
    virtual void noted(std::string_view note, const app::Rehearsal&) = 0;
    virtual void ends(const app::Rehearsal&, const coaching::Report&) = 0;
};

// `echo`: the rep's lines are shown too (they come from a script, not from this terminal). `full`: the whole report.
std::unique_ptr<Audience> person_at(Terminal, bool echo, bool full);
std::unique_ptr<Audience> program_reading();

// The brief as a person reads it: first the situation, the person and the task; `full`: also what one may know and say,
// the terms, and what will be looked at.
std::string brief_text(const app::Rehearsal&, const Terminal&, bool full);

}  // namespace praxis::program::talk
