// What `praxis serve` is told by a file: YAML, one setting a line, named as the options are, and the block `providers`
// (providers.hpp). The command line and the PRAXIS_… variables go before it. One thread.
#pragma once

#include <string>

#include "core/base/problem.hpp"
#include "program/serve/providers.hpp"

namespace CLI {
class App;
}

namespace praxis::program {

// Sets the options that were not told otherwise. All faults at once, each with line and column; nothing is to be
// started then.
Problems apply_settings_file(CLI::App&, const std::string& file, SaidProviders&);

}  // namespace praxis::program
