#include "app/access/identify.hpp"

namespace praxis::app {
namespace {

std::optional<people::Principal> principal_in(Registers& registers, const std::string& tenant, const std::string& id) {
    const auto person = registers.people.find(tenant, id);
    if (!person || person->state != PersonState::active) return std::nullopt;
    return principal_of(*person);
}

}  // namespace

std::optional<people::Principal> identify_session(Office& office, std::string_view secret) {
    const std::string tenant = tenant_in(secret);
    if (tenant.empty()) return std::nullopt;
    const std::string print = office.secrecy.fingerprint(secret);
    const std::int64_t now = office.clock.now_ms();
    std::optional<people::Principal> who;
    bool note = false;
    office.registry.glance([&](Registers& registers) {
        const auto session = registers.sessions.find(tenant, print);
        if (!session || is_over(office.settings.sessions, {session->created_ms, session->seen_ms}, now)) return;
        who = principal_in(registers, tenant, session->person);
        note = who && now - session->seen_ms >= office.settings.sessions.note_seen_ms;
    });
    if (note) office.registry.write([&](Registers& registers) { registers.sessions.seen(tenant, print, now); });
    return who;
}

std::optional<people::Principal> identify_token(Office& office, std::string_view secret) {
    const std::string tenant = tenant_in(secret, kTokenBefore);
    if (tenant.empty()) return std::nullopt;
    const std::int64_t now = office.clock.now_ms();
    std::optional<people::Principal> who;
    std::string note;
    office.registry.glance([&](Registers& registers) {
        const auto token = registers.tokens.find(tenant, office.secrecy.fingerprint(secret));
        if (!token || token->revoked_ms || token->expires_ms <= now) return;
        who = principal_in(registers, tenant, token->person);
        if (!who) return;
        who->by_token = true;
        who->scopes = token->scopes;
        if (now - token->used_ms.value_or(0) >= office.settings.sessions.note_seen_ms) note = token->id;
    });
    if (!note.empty()) office.registry.write([&](Registers& registers) { registers.tokens.used(tenant, note, now); });
    return who;
}

}  // namespace praxis::app
