// Holds everybody to a rate: whoever is logged in by person, whoever is not by address (IPv6 by /64). Beyond it the
// answer is 429 with Retry-After. The page's files are not counted. Stands behind `authenticate`.
#pragma once

#include <functional>
#include <memory>

#include "app/ports/rate_state.hpp"
#include "server/http/filters/gcra.hpp"
#include "server/http/router.hpp"

namespace praxis::http {

struct Rates {
    Rate person{50, 200};
    Rate address{20, 100};
};

// `now_us` must not run backwards.
Filter limit_rate(const Rates&, app::RateState&, std::function<std::int64_t()> now_us);

// The key of an address: itself, or of IPv6 its network.
std::string network_of(std::string_view address);

// RateState in this process's memory; forgets keys that are no longer limited. `most_keys`: beyond it the ones due
// first are forgotten, so that an attacker with many addresses costs no memory.
std::unique_ptr<app::RateState> rates_in_memory(std::size_t most_keys = 100'000);

}  // namespace praxis::http
