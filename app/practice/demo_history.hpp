// The history of a demo company: its reps have held some conversations over the last weeks, as simulated reps who get
// better at it. Everything is marked as simulated and goes with the company when that is deleted. Takes seconds;
// blocks: a worker's work, once.
#pragma once

#include <functional>

#include "app/people/found_demo.hpp"
#include "app/practice/practice.hpp"

namespace praxis::app {

// As long as `goes_on` says so; the number of attempts that were made whole.
int make_demo_history(Practice&, const Demo&, const std::function<bool()>& goes_on, int attempts_each = 4);

}  // namespace praxis::app
