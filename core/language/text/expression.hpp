// A pattern's expression as an automaton over letters (Thompson 1968). Written as RE2 has it, as far as a sentence can
// be followed word by word: letters, spaces, ( | ), [ab], ? * + {1,3}, \b, ^, $, \?, the # of a figure's shape, .* for
// whatever comes between, and \w+, \w* or [a-z]+ for a word's rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace praxis::language::text {

enum class Step : std::uint8_t {
    nothing,
    letter,    // that letter, space, # or ?
    rest,      // all that is left of the word, perhaps nothing
    rest_az,   // the same, of a to z
    anything,  // any letter or none, and stays where it is
    edge,      // between a word and what is none
    begin,
    end,
};

struct Expression {
    using Node = std::uint32_t;
    struct Edge {
        Step step{};
        char letter = 0;
        bool some = false;  // of a rest: at least one letter
        Node to = 0;
    };
    std::vector<std::vector<Edge>> nodes;
    Node start = 0, goal = 0;

    // Or what is wrong with it, as a sentence.
    static Result<Expression, std::string> parse(std::string_view);
};

// Of a to z, 0 to 9 and _, as in \w.
constexpr bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace praxis::language::text
