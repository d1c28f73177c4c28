// Holds a rehearsal from its beginning to the report: takes lines from a source, plays them, tells an audience, keeps
// the session file. One thread.
#pragma once

#include <filesystem>
#include <string>

#include "app/rehearsal/rehearsal.hpp"
#include "core/coaching/report.hpp"
#include "program/exit_code.hpp"
#include "program/talk/audience.hpp"
#include "program/talk/line_source.hpp"

namespace praxis::program::talk {

struct Holding {
    Audience& audience;
    LineSource& lines;
    const Terminal& terminal;
    bool commands = false;               // lines that begin with / are for the program
    std::filesystem::path session_file;  // kept up to date after every turn; empty: not kept
    std::filesystem::path origin;        // the conversation this one branches from: never written to
    std::filesystem::path svg_file;      // the curve as a picture, at the end; empty: none
    coaching::Dose dose = coaching::Dose::one;
    const coaching::Phrases& phrases;
};

ExitCode hold_rehearsal(app::Rehearsal, const Holding&);

}  // namespace praxis::program::talk
