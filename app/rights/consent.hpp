// What people agreed to: a ledger that is only added to, each entry with the hash of the text that was shown. What is
// not agreed to is not done. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct ConsentState {
    Purpose purpose = Purpose::practice;
    ConsentText now;         // the text in force
    bool given = false;      // to this text
    std::int64_t at_ms = 0;  // of the newest entry; 0: none
};
std::vector<ConsentState> list_consents(Office&, const people::Principal&);

struct ConsentWish {
    Purpose purpose = Purpose::practice;
    bool given = false;
    std::string text_hash;  // of the text that was read: refused (`stale`) when another one is in force
};
// To take back `calls` deletes the real calls that were put in.
void say_consent(Office&, const people::Principal&, const ConsentWish&);

// For whoever is about to do it.
bool consents(Office&, Registers&, const std::string& tenant, const std::string& person, Purpose);

}  // namespace praxis::app
