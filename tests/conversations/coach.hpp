// The marks and values of foresight beside what the authors of the worked conversations say of them: are good talks
// ranked above middling and bad ones, are the turns marked at which an author would stop the tape, and is nothing held
// against the turns of good talks? docs/worked-conversations.md is written from this. Values only; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "tests/conversations/run.hpp"

namespace praxis::conversations {

struct PlantedTurn {
    std::uint32_t turn = 0;
    std::string rep;
    bool heard = false;  // the customer was still there
    foresight::marks::Mark mark{};
    bool held_against = false;  // marked cost_you, or as one of the moments at which the talk turned for the worse
};

struct Worked {
    std::string name, strategy;
    Quality quality{};
    double reached = 0;     // what was reached when it ended, 0 … 1: the final value
    int standing_left = 0;  // trust and value left with the customer: decides between equal final values
    std::vector<PlantedTurn> planted;
    std::array<int, foresight::marks::kMarkCount> marks{};  // all marked turns
};

struct Pairs {
    int right = 0, equal = 0, wrong = 0;
    std::vector<std::string> wrong_ones;
    int all() const { return right + equal + wrong; }
    double share() const;  // equal ones count half
};

struct Counted {
    int found = 0, all = 0;
    double share() const { return all == 0 ? 1 : static_cast<double>(found) / all; }
};

Worked compare(const std::string& name, const Script&, const Run&);

// Plays the files in this order.
Result<std::vector<Worked>, Problems> compare_files(const std::vector<std::filesystem::path>&, const program::Library&,
                                                    const std::filesystem::path& tests_folder);

// All pairs of the same strategy whose authors' words differ. `by_standing`: equal final values are told apart by what
// is left with the customer.
Pairs rank(std::span<const Worked>, bool by_standing);

Counted planted_marked(std::span<const Worked>);     // of those that were heard
Counted held_against_good(std::span<const Worked>);  // cost_you and missed_chance among the marked turns of good talks

std::string worked_conversations_page(std::span<const Worked>);  // Markdown

}  // namespace praxis::conversations
