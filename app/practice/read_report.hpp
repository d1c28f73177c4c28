// The report of an attempt that is over. Reading it is what completes the attempt, when its owner does. Takes some
// tenths of a second. Throws Refusal; blocks: a worker's work.
#pragma once

#include "app/practice/practice.hpp"
#include "core/coaching/report.hpp"

namespace praxis::app {

coaching::Report read_report(Practice&, const people::Principal&, const std::string& attempt, coaching::Dose);

}  // namespace praxis::app
