// The registers of tenants, people and teams. Each is used inside one transaction of the Registry that gave it; what is
// asked for is always of one tenant. Errors: StoreTrouble; `taken` where a slug, address or name is not free.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/people/person.hpp"
#include "app/tenants/tenant.hpp"

namespace praxis::app {

class TenantRegister {
public:
    virtual ~TenantRegister() = default;
    virtual void add(const Tenant&) = 0;
    virtual std::optional<Tenant> find(const std::string& id) = 0;
    virtual std::optional<Tenant> named(const std::string& slug) = 0;
    virtual std::vector<Tenant> list() = 0;  // oldest first
    virtual bool change(const Tenant&) = 0;  // false: its version is not the one kept; otherwise the version rises
};

struct PeopleQuery {
    std::string tenant;
    std::string after;         // an id; ids in rising order
    std::string team, led_by;  // only members of it; only members of teams that this person leads
    std::size_t most = 50;
};

// Somebody and the company that they are of.
struct Acquaintance {
    Person person;
    Tenant tenant;
};

class People {
public:
    virtual ~People() = default;
    virtual void add(const Person&) = 0;
    virtual std::optional<Person> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::optional<Acquaintance> meet(const std::string& tenant, const std::string& id) = 0;  // by one question
    virtual std::vector<Person> list(const PeopleQuery&) = 0;
    // Of all tenants, the oldest tenant first.
    virtual std::vector<Person> with_email(const std::string& email) = 0;
    virtual std::optional<Person> from_outside(const std::string& tenant, const std::string& outside) = 0;
    virtual bool change(const Person&) = 0;  // as of tenants
    virtual std::int64_t count_active(const std::string& tenant, people::Role) = 0;
};

class Teams {
public:
    virtual ~Teams() = default;
    virtual void add(const Team&) = 0;
    virtual std::optional<Team> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Team> list(const std::string& tenant, const std::string& with_person) = 0;  // empty: all
    virtual bool change(const Team&) = 0;
    virtual void remove(const std::string& tenant, const std::string& id) = 0;
};

class Memberships {
public:
    virtual ~Memberships() = default;
    virtual void place(const Membership&) = 0;  // in a team, or changes whether they lead it
    virtual void unplace(const std::string& tenant, const std::string& team, const std::string& person) = 0;
    virtual std::vector<Membership> of_team(const std::string& tenant, const std::string& team) = 0;
    // Does `leader` lead a team that `person` is in?
    virtual bool leads(const std::string& tenant, const std::string& leader, const std::string& person) = 0;
};

}  // namespace praxis::app
