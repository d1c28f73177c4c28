// Tokens that a person makes for their programs: shown once, good for chosen scopes and some days. A token never does
// more than its person may. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct TokenWish {
    std::string name;
    std::vector<std::string> scopes;
    int days = people::kTokenDays;
};
struct TokenMade {
    Token token;
    std::string secret;  // kept nowhere
};
TokenMade make_token(Office&, const people::Principal&, const TokenWish&);

std::vector<Token> list_tokens(Office&, const people::Principal&);
// Gives whose it was.
std::string revoke_token(Office&, const people::Principal&, const std::string& id);

}  // namespace praxis::app
