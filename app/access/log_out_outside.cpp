#include "app/access/log_out_outside.hpp"

namespace praxis::app {
namespace {

constexpr std::int64_t kSkew_ms = 60'000;  // that clocks may differ; tokens are judged by the same

}  // namespace

LoggedOut log_out_from_outside(Office& office, const OutsideWay& way, const std::string& token) {
    const OutsideLogout told = telling_of_identity([&] { return way.provider->logged_out(token); });
    LoggedOut done;
    office.registry.write([&](Registers& registers) {
        done = {};
        const auto tenant = company_of(registers, way.settings);
        if (!tenant) return;
        done.tenant = tenant->id;
        OutsideSessions sessions{tenant->id, way.id, {}, {}, told.issued_ms + kSkew_ms};
        if (!told.subject.empty()) {
            const auto person = registers.people.from_outside(tenant->id, outside_id(way.issuer, told.subject));
            if (!person) return;
            sessions.person = person->id;
        }
        sessions.outside = print_of_outside(office, {way.id, told.session});
        if (sessions.person.empty() && sessions.outside.empty()) return;
        done.people = registers.sessions.close_outside(sessions);
        for (const std::string& person : done.people)
            write_down(office, registers, {tenant->id, {}, "log_out.outside", person, way.id});
    });
    return done;
}

}  // namespace praxis::app
