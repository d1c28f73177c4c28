// Where the strategies that a company practises on come from, and what is played on them. What is given out is
// immutable and shared, and stays good as long as somebody holds it. Calls may take tens of milliseconds the first
// time: they belong on a worker. Any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/rehearsal/play.hpp"
#include "core/coaching/phrases.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::app {

struct PlayKey {
    std::string tenant, strategy, scenario;
    bool blind = false;
    std::string version = {};  // empty: the one in force
    friend bool operator==(const PlayKey&, const PlayKey&) = default;
};

class Shelf {
public:
    using StrategyShown = std::shared_ptr<const strategy::Strategy>;
    virtual ~Shelf() = default;
    virtual std::vector<StrategyShown> list(const std::string& tenant) = 0;  // what is in force, by id
    // The version that is in force when `version` is empty. Null: there is none.
    virtual StrategyShown find(const std::string& tenant, const std::string& strategy, const std::string& version) = 0;
    StrategyShown find(const std::string& tenant, const std::string& strategy) { return find(tenant, strategy, {}); }
    virtual Result<std::shared_ptr<const Play>, Problems> play(const PlayKey&) = 0;
    // A text that may become a strategy; places are its lines.
    virtual Result<StrategyShown, Problems> read(const std::string& source) const = 0;
    virtual std::string example(const std::string& strategy) const = 0;  // its text; empty: there is no such example
    // Of a language that is there.
    virtual const coaching::Phrases& phrases(const std::string& language) = 0;
    virtual const language::Reader& reader(const std::string& language) = 0;
};

}  // namespace praxis::app
