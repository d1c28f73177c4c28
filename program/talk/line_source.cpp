#include "program/talk/line_source.hpp"

#include <iostream>
#include <sstream>

namespace praxis::program::talk {
namespace {

bool worth_saying(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first != std::string_view::npos && line[first] != '#';
}

std::optional<std::string> next_worth_saying(std::istream& in) {
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (worth_saying(line)) return line;
    }
    return std::nullopt;
}

class Script : public LineSource {
public:
    explicit Script(std::string text) : in_(std::move(text)) {}
    std::optional<std::string> next() override { return next_worth_saying(in_); }

private:
    std::istringstream in_;
};

class StandardInput : public LineSource {
public:
    std::optional<std::string> next() override { return next_worth_saying(std::cin); }
};

}  // namespace

std::unique_ptr<LineSource> script_lines(std::string text) {
    return std::make_unique<Script>(std::move(text));
}

std::unique_ptr<LineSource> standard_input_lines() {
    return std::make_unique<StandardInput>();
}

}  // namespace praxis::program::talk
