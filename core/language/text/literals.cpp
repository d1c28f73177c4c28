#include "core/language/text/literals.hpp"

#include <bit>

namespace praxis::language::text {
namespace {

constexpr std::uint32_t kEnds = 1u << 31;  // in a step: a string ends where it leads

}  // namespace

Literals::Literals(const std::vector<std::string>& strings) : strings_(strings.size()) {
    for (const std::string& string : strings)
        for (const char c : string)
            if (std::uint16_t& letter = letter_[static_cast<unsigned char>(c)]; !letter)
                letter = static_cast<std::uint16_t>(width_++);
    plant(strings);
    connect();
    mark_ends();
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

void Literals::mark_ends() {
    for (State& step : steps_)
        if (!ends_here_[step].empty()) step |= kEnds;
}

void Literals::find(std::string_view text, std::vector<int>& found) const {
    found.clear();
    std::vector<std::uint64_t> occurs(strings_ / 64 + 1);  // a bit a string
    State state = 0;
    for (const char c : text) {
        const State step = steps_[state * width_ + letter_[static_cast<unsigned char>(c)]];
        state = step & ~kEnds;
        if (step & kEnds)
            for (const int string : ends_here_[state])
                occurs[static_cast<std::size_t>(string) / 64] |= std::uint64_t{1} << string % 64;
    }
    for (std::size_t word = 0; word < occurs.size(); ++word)
        for (std::uint64_t left = occurs[word]; left; left &= left - 1)
            found.push_back(static_cast<int>(word * 64) + std::countr_zero(left));
}

}  // namespace praxis::language::text
