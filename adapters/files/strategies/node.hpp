// A YAML text as a tree of places and words: every node and every key knows its line and column, quoting and repeated
// keys survive, and hostile texts (binary, 100 MB, endless nesting, alias bombs) are refused with a Problem instead of
// a crash. The only file of the strategy reader that knows the YAML library. Does not know: what the words mean.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::files {

struct Node {
    enum class Kind { empty, word, list, map };
    Kind kind = Kind::empty;
    bool quoted = false;
    std::string text;                            // of a word
    std::vector<Node> items;                     // of a list
    std::vector<std::pair<Node, Node>> entries;  // of a map, in the order written, repeated keys included
    Place at;

    const Node* find(std::string_view key) const;  // first entry of that key; null: none
};

// What a text may cost at most; a strategy of a large company stays far below.
struct NodeLimits {
    std::size_t bytes = 4u << 20;  // of the text, and of its words after aliases are written out
    std::size_t nodes = 200'000;   // after aliases are written out
    int depth = 24;
};

// `name` stands in the places. Never throws.
Result<Node, Problems> parse_node(std::string_view text, const std::string& name, const NodeLimits& = {});
Result<Node, Problems> load_node(const std::filesystem::path& file, const NodeLimits& = {});

}  // namespace praxis::files
