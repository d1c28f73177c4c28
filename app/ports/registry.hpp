// The registers of one installation, and transactions over them: everything that a use case does within one `write` is
// kept as a whole, with its audit entry, or not at all. The work may be run twice, so it must have no effect but on the
// registers; hashing and mail belong outside. Threads: any; calls block (never from an event loop). Errors:
// StoreTrouble, and whatever the work throws (nothing is kept then).
#pragma once

#include <functional>

#include "app/ports/calls.hpp"
#include "app/ports/company/characters.hpp"
#include "app/ports/people.hpp"
#include "app/ports/rights.hpp"
#include "app/ports/store_trouble.hpp"
#include "app/ports/ways_in.hpp"
#include "app/ports/work/errands.hpp"
#include "app/ports/work/jobs.hpp"
#include "app/ports/work/webhooks.hpp"

namespace praxis::app {

struct Registers {
    TenantRegister& tenants;
    People& people;
    Teams& teams;
    Memberships& memberships;
    Passwords& passwords;
    Sessions& sessions;
    Links& links;
    Tokens& tokens;
    Throttles& throttles;
    Departures& departures;
    Audit& audit;
    Errands& errands;
    Consents& consents;
    Shares& shares;
    Appeals& appeals;
    Retention& retention;
    Dossiers& dossiers;
    JobRegister& jobs;
    Outbox& outbox;
    WebhookRegister& webhooks;
    Deliveries& deliveries;
    Calls& calls;
    Shares& call_shares;
    CharacterRegister& characters;
};

class Registry {
public:
    virtual ~Registry() = default;
    virtual void read(const std::function<void(Registers&)>&) = 0;
    // As `read`, but each question sees the moment it is asked in: for what needs no more than that, at half the price.
    virtual void glance(const std::function<void(Registers&)>&) = 0;
    virtual void write(const std::function<void(Registers&)>&) = 0;
};

}  // namespace praxis::app
