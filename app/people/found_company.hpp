// The first start: while an installation has no people, a one-time link makes whoever holds it the first admin of its
// first company. Errors: Refusal `unknown` (the link), `invalid`.
#pragma once

#include <optional>

#include "app/access/enter.hpp"

namespace praxis::app {

// The address to print in the terminal, good for a day and for one use; earlier ones lose their force. Nothing when
// there are people already.
std::optional<std::string> first_admin_address(Office&);

struct Founding {
    std::string link;
    std::string company, slug;  // slug: empty: made from the name
    std::string name, email, password;
};
// Blocks for a password hash: a worker's work.
Entered found_company(Office&, const Founding&);

}  // namespace praxis::app
