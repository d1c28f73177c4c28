// A rep decides who may read an attempt of theirs: one person at a time, and takes it back whenever they like. Errors:
// Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

void share_attempt(Office&, const people::Principal&, const std::string& attempt, const std::string& with);
void unshare_attempt(Office&, const people::Principal&, const std::string& attempt, const std::string& with);
// With whom it is shared: for its owner only.
std::vector<std::string> list_shares(Office&, const people::Principal&, const std::string& attempt);
// Attempts that others share with who asks, newest first.
std::vector<SharedWith> list_shared_with_me(Office&, const people::Principal&);

// Somebody else of the company, who is active: refuses anybody else.
void require_reader(Registers&, const people::Principal&, const std::string& with);

// The whole of an attempt really is deleted.
void erase_attempt(Office&, const people::Principal&, const std::string& attempt);

}  // namespace praxis::app
