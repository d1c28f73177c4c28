// Who plays a customer. The same for the same customer as long as the same people are there, so an attempt keeps what
// was chosen when it began. How somebody presents comes before everything else, since a voice goes with it; then those
// who were given the part; then those who suit the setting. Rendezvous hashing: somebody new takes over only the
// customers that they now play. Pure; any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/characters/character.hpp"

namespace praxis::characters {

// A part of a strategy: of one segment or role, or (empty) of any.
struct Part {
    std::string strategy, segment, role;
    friend bool operator==(const Part&, const Part&) = default;
};
bool covers(const Part&, const Part& played);

struct Player {
    std::string id;
    Character who;
    std::vector<Part> plays;  // these alone; empty: whatever suits
};

struct Casting {
    std::string customer;  // their name
    strategy::Presents presents{};
    strategy::Setting setting{};
    Part part;
};

// The player's id; empty when there is nobody.
std::string player_for(const Casting&, std::span<const Player>);

// As an installation has it: what traits there are, and the people that come with the program.
struct Cast {
    TraitTable traits;
    std::vector<Player> shipped;
};

}  // namespace praxis::characters
