#include "app/access/enter.hpp"

namespace praxis::app {

Entered enter(Office& office, Registers& registers, const Person& person, std::string_view previous) {
    if (const std::string tenant = tenant_in(previous); !tenant.empty())
        registers.sessions.close(tenant, office.secrecy.fingerprint(previous));
    Entered entered{person, new_secret(office, person.tenant)};
    const std::int64_t now = office.clock.now_ms();
    registers.sessions.open({person.tenant, office.secrecy.fingerprint(entered.secret), person.id, now, now});
    return entered;
}

std::string counterpart_of(Office& office, std::string_view session_secret) {
    return office.secrecy.fingerprint("counterpart " + std::string(session_secret));
}

}  // namespace praxis::app
