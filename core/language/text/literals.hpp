// Which of many short strings occur in a text, all looked for in one pass (Aho and Corasick 1975). Immutable; any
// thread. Does not know: words; a string is found inside a word too.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::language::text {

class Literals {
public:
    Literals() : Literals(std::vector<std::string>()) {}
    explicit Literals(const std::vector<std::string>& strings);

    // Numbers of those that occur, ascending, each once; replaces what is in `found`.
    void find(std::string_view text, std::vector<int>& found) const;

private:
    using State = std::uint32_t;
    void plant(const std::vector<std::string>& strings);
    void connect();
    void mark_ends();

    std::array<std::uint16_t, 256> letter_{};  // 0: in no string
    std::uint32_t width_ = 1;
    std::size_t strings_ = 0;
    std::vector<State> steps_;                 // state × letter; marked where a string ends
    std::vector<std::vector<int>> ends_here_;  // by state, with those that end in a suffix of it
};

}  // namespace praxis::language::text
