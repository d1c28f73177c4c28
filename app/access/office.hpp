// What the use cases of people, access and rights work with, and the three small things they all do: give out secrets,
// write down who did what, and check what somebody may do. Owned by program; borrowed by the use cases; any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/ports/chance_source.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/registry.hpp"
#include "app/ports/secrecy.hpp"
#include "app/refusal.hpp"
#include "core/characters/casting.hpp"
#include "core/people/lifetimes.hpp"
#include "core/people/password.hpp"
#include "core/people/permissions.hpp"

namespace praxis::app {

struct OfficeSettings {
    std::string address;     // where people reach the installation: "https://praxis.hallam.example"
    bool sends_mail = true;  // otherwise an admin is shown the links of invitations
    people::SessionRule sessions;
    people::CommonWords common_words;
    ConsentTexts consent_texts;
    characters::Cast cast;  // who plays the customers
};

struct Office {
    Registry& registry;
    Clock& clock;
    ChanceSource& chance;
    Secrecy& secrecy;
    OfficeSettings settings;
};

// "TENANT.SECRET", with what is put before it: "prx_" for tokens of programs.
std::string new_secret(Office&, const std::string& tenant, std::string_view before = {});
// Empty when the text is no such secret.
std::string tenant_in(std::string_view secret, std::string_view before = {});
inline constexpr std::string_view kTokenBefore = "prx_";

struct Deed {
    std::string tenant, actor, verb, subject, detail;
};
void write_down(Office&, Registers&, const Deed&);

// Throws Refusal: `missing` where it must not be said that the thing exists, `forbidden` otherwise. One rule for all
// things: what you may not know of is missing; what you may know of but not do is forbidden.
void require(const people::Principal&, people::Verb, const people::Subject&);
// The subject that a person of the tenant is, for who asks.
people::Subject subject_of_person(Registers&, const people::Principal&, const std::string& person);
people::Subject subject_of_attempt(Registers&, const people::Principal&, const std::string& attempt);
// Of anything that its owner may share: an attempt, a real call.
people::Subject subject_of_shared(Shares&, const people::Principal&, const std::string& what, people::Verb reading);

}  // namespace praxis::app
