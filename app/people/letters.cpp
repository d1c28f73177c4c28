#include "app/people/letters.hpp"

#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kOccasions = {"invitation", "password_reset", "password_changed"};

struct Addressee {
    Person person;
    Tenant tenant;
};

std::optional<Addressee> addressee_of(Registers& registers, const LetterErrand& errand) {
    std::optional<Person> person;
    if (!errand.person.empty()) {
        person = registers.people.find(errand.tenant, errand.person);
    } else {
        for (const Person& one : registers.people.with_email(errand.email)) {
            const auto tenant = registers.tenants.find(one.tenant);
            if (!errand.company.empty() && (!tenant || tenant->slug != errand.company)) continue;
            person = one;
            break;
        }
    }
    const auto tenant = person ? registers.tenants.find(person->tenant) : std::nullopt;
    if (!tenant) return std::nullopt;
    return Addressee{*person, *tenant};
}

// Is the letter still to be written? A password is only reset where there is one: who comes by single sign-on does not
// get a second way in by asking for it.
bool wanted(Registers& registers, const Addressee& to, Occasion occasion) {
    switch (occasion) {
        case Occasion::invitation: return to.person.state == PersonState::invited;
        case Occasion::password_reset:
            return to.person.state == PersonState::active &&
                   registers.passwords.hash_of(to.tenant.id, to.person.id).has_value();
        case Occasion::password_changed: return to.person.state == PersonState::active;
    }
    return false;
}

Letter invitation(const Addressee& to, const std::string& link) {
    return {
        to.person.email, to.person.name, "Your invitation to rehearse at " + to.tenant.name,
        "Hello " + to.person.name + ",\n\n" + to.tenant.name +
            " has invited you to rehearse your conversations with customers.\nOpen this address within seven days to "
            "choose a password:\n\n" +
            link + "\n\nWhat you practise is yours: nobody else reads it unless you share it.\n"};
}

Letter password_reset(const Addressee& to, const std::string& link) {
    return {to.person.email, to.person.name, "A new password for Praxis",
            "Hello " + to.person.name +
                ",\n\nsomebody, most likely you, asked for a new password. Open this address within an hour:\n\n" +
                link + "\n\nIf it was not you, do nothing: your password stays as it is.\n"};
}

Letter password_changed(const Addressee& to) {
    return {
        to.person.email, to.person.name, "Your password for Praxis was changed",
        "Hello " + to.person.name +
            ",\n\nthe password of your account was changed just now. If that was not you, ask for a new one at once "
            "and tell your administrator.\n"};
}

}  // namespace

std::string_view name(Occasion occasion) {
    return kOccasions[static_cast<std::size_t>(occasion)];
}

std::optional<Occasion> occasion_named(std::string_view text) {
    for (std::size_t i = 0; i < kOccasions.size(); ++i)
        if (kOccasions[i] == text) return static_cast<Occasion>(i);
    return std::nullopt;
}

void leave_letter(Office& office, Registers& registers, const std::string& tenant, const LetterWish& wish) {
    if (!office.settings.sends_mail) return;
    registers.errands.leave(
        {tenant, office.chance.next_id(), wish.occasion, wish.person, wish.email, wish.company, office.clock.now_ms()});
}

std::string link_for(Office& office, Registers& registers, const Person& person, LinkPurpose purpose) {
    const std::string secret = new_secret(office, person.tenant);
    const std::int64_t now = office.clock.now_ms();
    const bool invites = purpose == LinkPurpose::invitation;
    registers.links.add({person.tenant, office.secrecy.fingerprint(secret), person.id, purpose, now,
                         now + (invites ? people::kInvitation_ms : people::kReset_ms)});
    return office.settings.address + (invites ? "/join#" : "/reset#") + secret;
}

void deliver_letter(Office& office, Mail& mail, const LetterErrand& errand) {
    std::optional<Letter> letter;
    office.registry.write([&](Registers& registers) {
        letter.reset();
        const auto to = addressee_of(registers, errand);
        if (!to || !wanted(registers, *to, errand.occasion)) return;
        if (errand.tenant.empty()) {
            registers.errands.leave({to->tenant.id,
                                     office.chance.next_id(),
                                     errand.occasion,
                                     to->person.id,
                                     {},
                                     {},
                                     office.clock.now_ms()});
            return;
        }
        switch (errand.occasion) {
            case Occasion::invitation:
                letter = invitation(*to, link_for(office, registers, to->person, LinkPurpose::invitation));
                break;
            case Occasion::password_reset:
                letter = password_reset(*to, link_for(office, registers, to->person, LinkPurpose::password_reset));
                break;
            case Occasion::password_changed: letter = password_changed(*to); break;
        }
    });
    if (letter) mail.send(*letter);
}

}  // namespace praxis::app
