// Passwords are changed by who knows the old one, and set anew by who can read the account's mail. Blocks for password
// hashes: a worker's work. Errors: Refusal `unknown` (the old one is wrong; the link is), `invalid` (the new one is too
// easy), `too_often`.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct PasswordChange {
    std::string old_password, new_password;
    std::string address;
    std::string session;  // the secret of the session that stays
};
void change_password(Office&, const people::Principal&, const PasswordChange&);

struct ResetRequest {
    std::string email, company, address;
};
// Says nothing about whether there is such an account, and does the same work for both: the letter is an errand, and
// only whoever carries it looks for the account (app/people/deliver_letter.hpp).
void request_reset(Office&, const ResetRequest&);

// Takes the link of the letter; every other way in of the person ends. They log in afterwards.
void reset_password(Office&, const std::string& link, const std::string& new_password);

// For who is about to choose one. Throws Refusal `invalid`.
// `pointer`: where it stands in the request.
void require_good(const Office&, std::string_view password, const people::PasswordOwner&,
                  const std::string& pointer = "/password");

}  // namespace praxis::app
