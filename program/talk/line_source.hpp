// Where the rep's lines come from: a script, standard input, or a person editing them at the terminal (libedit, with
// history kept in the state folder). One thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "program/terminal.hpp"

namespace praxis::program::talk {

class LineSource {
public:
    virtual ~LineSource() = default;
    // The next line without its end; empty when there is no more (end of file, Ctrl-D, Ctrl-C).
    virtual std::optional<std::string> next() = 0;
};

// Blank lines and lines that begin with # are passed over.
std::unique_ptr<LineSource> script_lines(std::string text);
std::unique_ptr<LineSource> standard_input_lines();
// Null where the terminal cannot be edited on.
std::unique_ptr<LineSource> edited_lines(const Terminal&, const std::filesystem::path& history_file);

}  // namespace praxis::program::talk
