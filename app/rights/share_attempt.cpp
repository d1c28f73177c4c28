#include "app/rights/share_attempt.hpp"

#include "app/webhooks/announce.hpp"

namespace praxis::app {

void require_reader(Registers& registers, const people::Principal& who, const std::string& with) {
    const auto reader = registers.people.find(who.tenant, with);
    if (!reader || reader->state != PersonState::active || reader->id == who.person)
        throw Refusal(
            Refused::invalid, "It cannot be shared with them.",
            {{Severity::error, {"/with", 0, 0}, "is nobody to share with", "take somebody of the directory"}});
}

void share_attempt(Office& office, const people::Principal& who, const std::string& attempt, const std::string& with) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::share_attempt, subject_of_attempt(registers, who, attempt));
        require_reader(registers, who, with);
        registers.shares.add(who.tenant, attempt, with, office.clock.now_ms());
        write_down(office, registers, {who.tenant, who.person, "attempt.shared", attempt, with});
        announce(office, registers, who.tenant,
                 {EventKind::attempt_shared, {{"attempt", attempt}, {"person", who.person}, {"with", with}}});
    });
}

void unshare_attempt(Office& office, const people::Principal& who, const std::string& attempt,
                     const std::string& with) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::share_attempt, subject_of_attempt(registers, who, attempt));
        registers.shares.remove(who.tenant, attempt, with);
        write_down(office, registers, {who.tenant, who.person, "attempt.unshared", attempt, with});
    });
}

std::vector<std::string> list_shares(Office& office, const people::Principal& who, const std::string& attempt) {
    std::vector<std::string> with;
    office.registry.read([&](Registers& registers) {
        require(who, people::Verb::share_attempt, subject_of_attempt(registers, who, attempt));
        with = registers.shares.readers_of(who.tenant, attempt);
    });
    return with;
}

std::vector<SharedWith> list_shared_with_me(Office& office, const people::Principal& who) {
    require(who, people::Verb::read_attempt, {who.tenant, {}, true, false});
    std::vector<SharedWith> attempts;
    office.registry.read(
        [&](Registers& registers) { attempts = registers.shares.with_person(who.tenant, who.person); });
    return attempts;
}

void erase_attempt(Office& office, const people::Principal& who, const std::string& attempt) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::erase_attempt, subject_of_attempt(registers, who, attempt));
        registers.dossiers.erase_attempt(who.tenant, attempt);
        write_down(office, registers, {who.tenant, who.person, "attempt.erased", attempt, {}});
    });
}

}  // namespace praxis::app
