// Who a customer is on the screen: numbers and choices, which the page draws. What traits there are, and within which
// bounds, is one table (data/characters/traits) that the page's own reader and this one hold a character against, so
// that nothing is kept that the page cannot draw. Pure; any thread. Does not know how a face is drawn.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/base/problem.hpp"
#include "core/strategy/kinds.hpp"

namespace praxis::characters {

struct Trait {
    enum class Kind : std::uint8_t { number, choice, colour };
    std::string path;  // "skin.tone"
    Kind kind = Kind::number;
    double least = 0, most = 0;        // of a number
    std::vector<std::string> choices;  // of a choice
};
using TraitTable = std::vector<Trait>;

using TraitValue = std::variant<double, std::string>;

struct Character {
    std::string word;  // what it is called in lists and files: "cedar"
    strategy::Presents presents{};
    std::vector<strategy::Setting> suits;
    std::map<std::string, TraitValue> traits;  // by path
};

inline constexpr std::size_t kWordMost = 40;  // letters

// Everything that is wrong with it. Places begin with `where` and name the trait like a path: "/person/skin/tone".
Problems faults_of(const Character&, const TraitTable&, const std::string& where);

}  // namespace praxis::characters
