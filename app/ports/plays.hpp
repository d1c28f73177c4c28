// Where a play comes from: a scenario of a strategy version, compiled once and shared by all who rehearse it.
#pragma once

#include <memory>
#include <string>

#include "app/rehearsal/play.hpp"

namespace praxis::app {

struct PlayKey {
    std::string tenant, strategy, version, scenario;
    bool blind = false;
    friend bool operator==(const PlayKey&, const PlayKey&) = default;
};

class Plays {
public:
    virtual ~Plays() = default;
    // May take tens of milliseconds the first time: call it on a worker.
    virtual Result<std::shared_ptr<const Play>, Problems> play(const PlayKey&) = 0;
};

}  // namespace praxis::app
