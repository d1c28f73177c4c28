// A person comes in with address and password. Whoever is not let in hears the same words after the same work, whether
// the account is not there, has no password, is suspended, or the password is wrong. Blocks for a password hash: a
// worker's work. Errors: Refusal `unknown`, `too_often`.
#pragma once

#include "app/access/enter.hpp"

namespace praxis::app {

struct LogIn {
    std::string email, password;
    std::string company;   // a slug; needed only where one address belongs to several tenants
    std::string address;   // of the other end
    std::string previous;  // the session secret the browser brought, or empty
};

Entered log_in(Office&, const LogIn&);

// The session ends; unknown ones are passed over.
void log_out(Office&, const people::Principal&, const std::string& secret);
// All sessions of the person but `keep` (empty: all).
void log_out_everywhere(Office&, const people::Principal&, const std::string& keep);

}  // namespace praxis::app
