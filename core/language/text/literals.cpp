#include "core/language/text/literals.hpp"

#include <algorithm>

namespace praxis::language::text {

Literals::Literals(const std::vector<std::string>& strings) {
    for (const std::string& string : strings)
        for (const char c : string)
            if (std::uint16_t& letter = letter_[static_cast<unsigned char>(c)]; !letter)
                letter = static_cast<std::uint16_t>(width_++);
    plant(strings);
    connect();
}

// The tree of the strings; 0 is the root and, until connected, "no such child".
void Literals::plant(const std::vector<std::string>& strings) {
    steps_.assign(width_, 0);
    ends_here_.resize(1);
    for (std::size_t i = 0; i < strings.size(); ++i) {
        State state = 0;
        for (const char c : strings[i]) {
            const std::size_t edge = state * width_ + letter_[static_cast<unsigned char>(c)];
            if (!steps_[edge]) {
                steps_[edge] = static_cast<State>(ends_here_.size());
                ends_here_.emplace_back();
                steps_.resize(steps_.size() + width_, 0);
            }
            state = steps_[edge];
        }
        ends_here_[state].push_back(static_cast<int>(i));
    }
}

// Breadth first: where a letter leads nowhere, go on from the longest suffix that is in the tree.
void Literals::connect() {
    std::vector<State> suffix(ends_here_.size(), 0), queue;
    for (std::uint32_t letter = 0; letter < width_; ++letter)
        if (steps_[letter]) queue.push_back(steps_[letter]);
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const State state = queue[next];
        const std::vector<int>& inherited = ends_here_[suffix[state]];
        ends_here_[state].insert(ends_here_[state].end(), inherited.begin(), inherited.end());
        for (std::uint32_t letter = 0; letter < width_; ++letter) {
            State& child = steps_[state * width_ + letter];
            const State fallback = steps_[suffix[state] * width_ + letter];
            if (child) {
                suffix[child] = fallback;
                queue.push_back(child);
            } else {
                child = fallback;
            }
        }
    }
}

void Literals::find(std::string_view text, std::vector<int>& found) const {
    found.clear();
    State state = 0;
    for (const char c : text) {
        state = steps_[state * width_ + letter_[static_cast<unsigned char>(c)]];
        found.insert(found.end(), ends_here_[state].begin(), ends_here_[state].end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace praxis::language::text
