// Slows down who guesses: everybody who knocks is counted as if they had failed before anything is looked at, so that
// many at once gain nothing, and is taken off the count again when they prove right. Errors: Refusal `too_often`.
#pragma once

#include <string>
#include <vector>

#include "app/access/office.hpp"

namespace praxis::app {

struct Gate {
    std::string key;  // "address 192.0.2.7"; accounts as fingerprints, since what is typed may be a secret
    people::ThrottleRule rule;
    bool one_off = false;  // who proves right is taken off by one; otherwise the count is cleared
};
using Gates = std::vector<Gate>;

Gates log_in_gates(Office&, const std::string& account, const std::string& address);
Gates mail_gates(Office&, const std::string& account, const std::string& address);

void knock(Office&, const Gates&);
void proved_right(Office&, Registers&, const Gates&);

}  // namespace praxis::app
