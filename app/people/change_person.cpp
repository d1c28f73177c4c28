#include "app/people/change_person.hpp"

#include "app/people/contact.hpp"
#include "app/webhooks/announce.hpp"

namespace praxis::app {
namespace {

void require_sound(const PersonChange& change) {
    Problems faults;
    if (change.name) add_faults_of_name(*change.name, "/name", faults);
    if (change.roles && change.roles->empty())
        faults.push_back({Severity::error, {"/roles", 0, 0}, "no role is given", "give at least one"});
    if (change.state == PersonState::invited)
        faults.push_back({Severity::error, {"/state", 0, 0}, "cannot be set", "set active or suspended"});
    if (!faults.empty()) throw Refusal(Refused::invalid, "The person cannot be changed like this.", std::move(faults));
}

bool acts_as_admin(const Person& person) {
    return person.state == PersonState::active && person.roles.has(people::Role::admin);
}

Person changed(const Person& before, const PersonChange& change, std::int64_t now_ms) {
    Person after = before;
    if (change.name) after.name = *change.name;
    if (change.roles) after.roles = *change.roles;
    if (change.state && before.state == PersonState::invited)
        throw Refusal(Refused::conflict,
                      "They have not come in yet: only they can, by their invitation. Delete them to "
                      "take it back.");
    if (change.state) after.state = *change.state;
    after.changed_ms = now_ms;
    return after;
}

std::string said_of(const PersonChange& change) {
    std::string text = change.name ? "name" : "";
    if (change.roles) text += (text.empty() ? "" : " ") + ("roles " + people::to_text(*change.roles));
    if (change.state) text += (text.empty() ? "" : " ") + std::string(name(*change.state));
    return text;
}

}  // namespace

std::vector<Person> list_people(Office& office, const people::Principal& who, PeopleQuery query) {
    query.tenant = who.tenant;
    const bool all = static_cast<bool>(people::may(who, people::Verb::read_people, people::of_tenant(who)));
    if (!all) {
        require(who, people::Verb::read_people, {who.tenant, {}, false, true});  // those of the teams they lead
        query.led_by = who.person;
    }
    std::vector<Person> found;
    office.registry.read([&](Registers& registers) { found = registers.people.list(query); });
    return found;
}

std::vector<Person> list_directory(Office& office, const people::Principal& who, const std::string& after,
                                   std::size_t most) {
    require(who, people::Verb::read_directory, people::of_tenant(who));
    std::vector<Person> found;
    office.registry.read([&](Registers& registers) {
        found = registers.people.list({who.tenant, after, {}, {}, most});
    });
    return found;
}

Person read_person(Office& office, const people::Principal& who, const std::string& id) {
    std::optional<Person> found;
    office.registry.read([&](Registers& registers) {
        require(who, people::Verb::read_people, subject_of_person(registers, who, id));
        found = registers.people.find(who.tenant, id);
    });
    if (!found) throw Refusal(Refused::missing, "There is no such person, or they are not yours to see.");
    return *found;
}

Person change_person(Office& office, const people::Principal& who, const std::string& id, const PersonChange& change) {
    const bool only_own_name = id == who.person && !change.roles && !change.state;
    require(who, only_own_name ? people::Verb::change_self : people::Verb::manage_people,
            {who.tenant, id, false, false});
    require_sound(change);
    Person after;
    office.registry.write([&](Registers& registers) {
        const auto before = registers.people.find(who.tenant, id);
        if (!before) throw Refusal(Refused::missing, "There is no such person.");
        if (before->version != change.version) throw Refusal(Refused::stale, "Somebody changed this person meanwhile.");
        after = changed(*before, change, office.clock.now_ms());
        if (acts_as_admin(*before) && !acts_as_admin(after) &&
            registers.people.count_active(who.tenant, people::Role::admin) <= 1)
            throw Refusal(Refused::conflict, "This is the last admin: make somebody else one first.");
        if (!registers.people.change(after)) throw Refusal(Refused::stale, "Somebody changed this person meanwhile.");
        ++after.version;
        if (after.state == PersonState::suspended) registers.sessions.close_all(who.tenant, id, {});
        write_down(office, registers, {who.tenant, who.person, "person.changed", id, said_of(change)});
        if (after.state == PersonState::suspended && before->state != PersonState::suspended)
            announce(office, registers, who.tenant, {EventKind::person_left, {{"person", id}, {"how", "suspended"}}});
    });
    return after;
}

}  // namespace praxis::app
