// Opens a session for a person who has proved who they are; every log-in has a fresh secret (nothing that the browser
// brought is taken over), and the session it had before is closed.
#pragma once

#include <string>
#include <string_view>

#include "app/access/office.hpp"

namespace praxis::app {

struct Entered {
    Person person;
    std::string secret;  // for the browser's cookie; kept nowhere
};

// By which identity provider somebody came, and in which session of its own.
struct CameBy {
    std::string way, session;
};

// Within a transaction. `previous`: the secret the browser brought, or empty.
Entered enter(Office&, Registers&, const Person&, std::string_view previous, const CameBy& by = {});
// A provider's own session as ours keep it.
std::string print_of_outside(Office&, const CameBy&);

// What a page must send along with every change: bound to the session, worthless without it.
std::string counterpart_of(Office&, std::string_view session_secret);

}  // namespace praxis::app
