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
    friend bool operator==(const PlayKey&, const PlayKey&) = default;
};

class Shelf {
public:
    using StrategyShown = std::shared_ptr<const strategy::Strategy>;
    virtual ~Shelf() = default;
    virtual std::vector<StrategyShown> list(const std::string& tenant) = 0;                  // by id
    virtual StrategyShown find(const std::string& tenant, const std::string& strategy) = 0;  // null: there is none
    virtual Result<std::shared_ptr<const Play>, Problems> play(const PlayKey&) = 0;
    virtual const coaching::Phrases& phrases(const std::string& language) = 0;  // of a language that is there
};

}  // namespace praxis::app
