// A rep doubts a verdict on a rehearsal or on a real call; somebody of enablement answers. Whoever answers sees the one
// verdict that is doubted and the rep's reason, not the attempt or the call: that still has to be shared. Errors:
// Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct AppealWish {
    std::string attempt, behaviour, reason;
    std::string call;  // instead of an attempt
};
Appeal make_appeal(Office&, const people::Principal&, const AppealWish&);
void withdraw_appeal(Office&, const people::Principal&, const std::string& id);

struct AppealAnswer {
    bool upheld = false;
    std::string answer;
};
Appeal answer_appeal(Office&, const people::Principal&, const std::string& id, const AppealAnswer&);

std::vector<Appeal> list_own_appeals(Office&, const people::Principal&, const std::string& after);
std::vector<Appeal> list_open_appeals(Office&, const people::Principal&, const std::string& after);

}  // namespace praxis::app
