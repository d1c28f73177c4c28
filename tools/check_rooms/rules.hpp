// The house rules as tables: who may include whom, what core may know, how large things may grow.
// CMakeLists.txt links rooms by the same table; this one also sees includes that happen to link.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace praxis::check_rooms {

struct Room {
    std::string_view path;
    std::vector<std::string_view> may_use;   // rooms; "*" = any
    std::vector<std::string_view> may_know;  // prefixes of outside headers beyond the standard library's
};

std::span<const Room> rooms();

// Standard headers that would bring I/O, clocks, threads or ambient chance into core.
std::span<const std::string_view> impure_headers();
// Words that core never says, with the word it says instead (or why).
struct ForeignWord {
    std::string_view word, why;
};
std::span<const ForeignWord> foreign_to_core();
// Folder names that name nothing.
std::span<const std::string_view> nameless_folders();

inline constexpr int kFileLinesMax = 500;
inline constexpr int kHeaderLinesMax = 250;
inline constexpr int kFunctionLinesMax = 70;
inline constexpr int kFolderFilesMax = 25;
inline constexpr int kLineLengthMax = 160;

}  // namespace praxis::check_rooms
