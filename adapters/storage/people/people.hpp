// The tables of tenants, people and teams behind app's registers, each over one transaction. Inside adapters/storage
// only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/people.hpp"

namespace praxis::storage {

class TenantTable final : public app::TenantRegister {
public:
    explicit TenantTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Tenant&) override;
    std::optional<app::Tenant> find(const std::string& id) override;
    std::optional<app::Tenant> named(const std::string& slug) override;
    std::vector<app::Tenant> list() override;
    bool change(const app::Tenant&) override;

private:
    Transaction& rows_;
};

class PersonTable final : public app::People {
public:
    explicit PersonTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Person&) override;
    std::optional<app::Person> find(const std::string& tenant, const std::string& id) override;
    std::optional<app::Acquaintance> meet(const std::string& tenant, const std::string& id) override;
    std::vector<app::Person> list(const app::PeopleQuery&) override;
    std::vector<app::Person> with_email(const std::string& email) override;
    std::optional<app::Person> from_outside(const std::string& tenant, const std::string& outside) override;
    bool change(const app::Person&) override;
    std::int64_t count_active(const std::string& tenant, people::Role) override;

private:
    Transaction& rows_;
};

class TeamTable final : public app::Teams {
public:
    explicit TeamTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Team&) override;
    std::optional<app::Team> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::Team> list(const std::string& tenant, const std::string& with_person) override;
    bool change(const app::Team&) override;
    void remove(const std::string& tenant, const std::string& id) override;

private:
    Transaction& rows_;
};

class MembershipTable final : public app::Memberships {
public:
    explicit MembershipTable(Transaction& rows) : rows_(rows) {}
    void place(const app::Membership&) override;
    void unplace(const std::string& tenant, const std::string& team, const std::string& person) override;
    std::vector<app::Membership> of_team(const std::string& tenant, const std::string& team) override;
    bool leads(const std::string& tenant, const std::string& leader, const std::string& person) override;

private:
    Transaction& rows_;
};

}  // namespace praxis::storage
