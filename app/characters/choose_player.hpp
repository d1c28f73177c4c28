// Which of the people that come with the program, and of the company's own, plays a customer: chosen when an attempt
// begins and kept with it, so that it shows the same face ever after.
#pragma once

#include "app/access/office.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::app {

// By id; empty when there is nobody.
std::string choose_player(const Office&, Registers&, const std::string& tenant, const strategy::Scenario&,
                          const strategy::Counterpart&);

}  // namespace praxis::app
