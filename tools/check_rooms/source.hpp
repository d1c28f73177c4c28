// One source file as the checks see it: its lines, the same with comments and strings blanked, its includes and the
// functions found by matching braces (a heuristic: good enough to find the long ones).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace praxis::check_rooms {

struct Include {
    int line = 0;
    std::string path;
    bool quoted = false;
};

struct Function {
    int first_line = 0;
    int lines = 0;
};

struct Source {
    std::string path;  // from the root, with '/'
    std::vector<std::string> lines;
    std::vector<std::string> code;  // comments and literals blanked
    std::vector<Include> includes;
    std::vector<Function> functions;
    bool header() const { return path.ends_with(".hpp"); }
    bool test() const { return path.ends_with("_test.cpp"); }
};

Source read_source(const std::filesystem::path& root, const std::filesystem::path& file);

}  // namespace praxis::check_rooms
