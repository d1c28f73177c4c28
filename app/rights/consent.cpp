#include "app/rights/consent.hpp"

namespace praxis::app {
namespace {

const ConsentText& text_of(const Office& office, Purpose purpose) {
    return office.settings.consent_texts[static_cast<std::size_t>(purpose)];
}

ConsentState state_of(const Office& office, const std::vector<Consent>& ledger, Purpose purpose) {
    ConsentState state{purpose, text_of(office, purpose)};
    for (const Consent& entry : ledger) {
        if (entry.purpose != purpose) continue;
        state.given = entry.given && entry.text_hash == state.now.hash;
        state.at_ms = entry.at_ms;
    }
    return state;
}

// Without the consent that it was taken in by, nothing of a call is kept.
void forget_calls(Office& office, Registers& registers, const people::Principal& who) {
    if (const auto calls = registers.calls.erase_of(who.tenant, who.person); calls > 0)
        write_down(office, registers, {who.tenant, who.person, "calls.erased", who.person, std::to_string(calls)});
}

}  // namespace

std::vector<ConsentState> list_consents(Office& office, const people::Principal& who) {
    require(who, people::Verb::consent, people::own(who));
    std::vector<Consent> ledger;
    office.registry.read([&](Registers& registers) { ledger = registers.consents.list(who.tenant, who.person); });
    std::vector<ConsentState> states;
    for (int i = 0; i < kPurposeCount; ++i) states.push_back(state_of(office, ledger, static_cast<Purpose>(i)));
    return states;
}

void say_consent(Office& office, const people::Principal& who, const ConsentWish& wish) {
    require(who, people::Verb::consent, people::own(who));
    if (wish.text_hash != text_of(office, wish.purpose).hash)
        throw Refusal(Refused::conflict, "Another text is in force now: read it first.",
                      {{Severity::error, {"/text_hash", 0, 0}, "is not that of the text in force", "read it again"}});
    office.registry.write([&](Registers& registers) {
        registers.consents.add({who.tenant, office.chance.next_id(), who.person, wish.purpose, wish.given,
                                wish.text_hash, office.clock.now_ms()});
        if (wish.purpose == Purpose::calls && !wish.given) forget_calls(office, registers, who);
        write_down(office, registers,
                   {who.tenant, who.person, wish.given ? "consent.given" : "consent.withdrawn", who.person,
                    std::string(name(wish.purpose))});
    });
}

bool consents(Office& office, Registers& registers, const std::string& tenant, const std::string& person,
              Purpose purpose) {
    return state_of(office, registers.consents.list(tenant, person), purpose).given;
}

}  // namespace praxis::app
