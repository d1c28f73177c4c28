// A demo company: a tenant that is marked as one, with people of every role, in teams. Its people are made up, its mail
// goes nowhere, and it can be deleted whole (app/rights/erase.hpp). Practice and strategies are given to it by whoever
// has them. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

inline constexpr std::string_view kDemoSlug = "demo";

struct Demo {
    Tenant tenant;
    std::vector<Person> people;  // the first of each role first; one password opens them all
    std::vector<Team> teams;
    std::string password;  // empty when the company was there already: it is kept nowhere
};

// Makes it once, with the password that is wished for, or one by chance; later calls give what is there. Blocks for a
// password hash: a worker's work.
Demo found_demo(Office&, const std::string& wished_password = {});

}  // namespace praxis::app
