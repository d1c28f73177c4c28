// What an enablement lead does with a strategy: holds a text against the format and the house's checks, sees what it
// would make stale, publishes it, reads what is in force or was, and takes one back. Errors: Refusal; everything
// blocks: a worker's work.
#pragma once

#include <optional>

#include "app/access/office.hpp"
#include "app/ports/shelf.hpp"
#include "app/ports/strategies.hpp"
#include "app/ports/written_texts.hpp"
#include "core/strategy/version.hpp"

namespace praxis::app {

struct StrategyDesk {
    Office& office;
    Shelf& shelf;
    Strategies& strategies;
    const StrategyText& text;
};

inline constexpr std::size_t kStrategyMost_bytes = 2 << 20;

// What a text would be. Without a strategy when it cannot be read; then the problems say why.
struct Examined {
    Shelf::StrategyShown strategy;
    Problems problems;                    // errors, warnings and notes, in the order of places
    std::optional<strategy::Diff> stale;  // against what is in force under its id; nothing is: no value
};
Examined examine_strategy(StrategyDesk&, const people::Principal&, const std::string& source);

// Its errors, as faults of a request.
Problems faults_of(const Problems&);

struct PublishWish {
    std::string source;
    std::string replaces;  // the version that was read; empty: none was
};
// Refusal: invalid with its errors; stale when another version is in force.
Shelf::StrategyShown publish_strategy(StrategyDesk&, const people::Principal&, const PublishWish&);

// Of the version in force when `version` is empty. An example's source comes from its file.
Edition read_edition(StrategyDesk&, const people::Principal&, const std::string& strategy, const std::string& version);
std::vector<Edition> list_editions(StrategyDesk&, const people::Principal&, const std::string& strategy);

// From then on nobody starts on it; an example of the same id is there again.
void withdraw_strategy(StrategyDesk&, const people::Principal&, const std::string& strategy);

}  // namespace praxis::app
