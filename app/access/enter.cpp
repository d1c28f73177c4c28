#include "app/access/enter.hpp"

namespace praxis::app {

std::string print_of_outside(Office& office, const CameBy& by) {
    return by.session.empty() ? std::string() : office.secrecy.fingerprint(by.way + " session " + by.session);
}

Entered enter(Office& office, Registers& registers, const Person& person, std::string_view previous, const CameBy& by) {
    if (const std::string tenant = tenant_in(previous); !tenant.empty())
        registers.sessions.close(tenant, office.secrecy.fingerprint(previous));
    Entered entered{person, new_secret(office, person.tenant)};
    const std::int64_t now = office.clock.now_ms();
    registers.sessions.open({person.tenant, office.secrecy.fingerprint(entered.secret), person.id, now, now, by.way,
                             print_of_outside(office, by)});
    return entered;
}

std::string counterpart_of(Office& office, std::string_view session_secret) {
    return office.secrecy.fingerprint("counterpart " + std::string(session_secret));
}

}  // namespace praxis::app
