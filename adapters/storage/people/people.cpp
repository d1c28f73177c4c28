#include "adapters/storage/people/people.hpp"

namespace praxis::storage {
namespace {

const std::string kTenantColumns =
    "t.tenant_id, t.name, t.is_demo, t.settings, t.created_ms, t.version, t.slug, t.smallest_group, "
    "t.browser_recognition";
const std::string kPersonColumns =
    "p.tenant_id, p.person_id, p.email, p.name, p.roles, p.state, p.outside_id, p.created_ms, p.changed_ms, p.version";
constexpr int kPersonColumnCount = 10;
const std::string kTenant = "SELECT " + kTenantColumns + " FROM tenant t ";
const std::string kPerson = "SELECT " + kPersonColumns + " FROM person p ";
const std::string kAcquaintance =
    "SELECT " + kPersonColumns + ", " + kTenantColumns + " FROM person p JOIN tenant t ON t.tenant_id = p.tenant_id ";
constexpr const char* kTeam = "SELECT t.tenant_id, t.team_id, t.name, t.created_ms, t.version FROM team t ";

app::Tenant tenant_from(const Row& row, int at) {
    return {row.text(at),
            row.text(at + 1),
            row.whole(at + 2) != 0,
            row.text(at + 3),
            row.whole(at + 4),
            row.whole(at + 5),
            row.maybe_text(at + 6).value_or(row.text(at)),
            static_cast<int>(row.whole(at + 7)),
            row.whole(at + 8) != 0};
}

app::Tenant tenant_of(const Row& row) {
    return tenant_from(row, 0);
}

app::Person person_of(const Row& row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            people::roles_named(row.text(4)).value_or(people::Roles()),
            app::person_state_named(row.text(5)).value_or(app::PersonState::suspended),
            row.maybe_text(6),
            row.whole(7),
            row.whole(8),
            row.whole(9)};
}

app::Acquaintance acquaintance_of(const Row& row) {
    return {person_of(row), tenant_from(row, kPersonColumnCount)};
}

app::Team team_of(const Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.whole(3), row.whole(4)};
}

template <class T>
std::vector<T> all_of(const Rows& rows, T (*from)(const Row&)) {
    std::vector<T> found;
    found.reserve(rows.size());
    for (const Row& row : rows) found.push_back(from(row));
    return found;
}

template <class T>
std::optional<T> first_of(const Rows& rows, T (*from)(const Row&)) {
    if (rows.empty()) return std::nullopt;
    return from(rows.front());
}

}  // namespace

void TenantTable::add(const app::Tenant& tenant) {
    rows_.run(
        "INSERT INTO tenant (tenant_id, name, is_demo, settings, created_ms, version, slug, smallest_group, "
        "browser_recognition) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant.id, tenant.name, tenant.demo, tenant.settings, tenant.created_ms, tenant.version,
        tenant.slug.empty() ? tenant.id : tenant.slug, tenant.smallest_group, tenant.browser_recognition);
}

std::optional<app::Tenant> TenantTable::find(const std::string& id) {
    return first_of(rows_.run(kTenant + "WHERE tenant_id = $1", id), tenant_of);
}

std::optional<app::Tenant> TenantTable::named(const std::string& slug) {
    return first_of(rows_.run(kTenant + "WHERE slug = $1", slug), tenant_of);
}

std::vector<app::Tenant> TenantTable::list() {
    return all_of(rows_.run(kTenant + "ORDER BY tenant_id"), tenant_of);
}

bool TenantTable::change(const app::Tenant& tenant) {
    return rows_.change(
               "UPDATE tenant SET name = $3, settings = $4, slug = $5, smallest_group = $6, browser_recognition = $7, "
               "version = version + 1 "
               "WHERE tenant_id = $1 AND version = $2",
               tenant.id, tenant.version, tenant.name, tenant.settings, tenant.slug.empty() ? tenant.id : tenant.slug,
               tenant.smallest_group, tenant.browser_recognition) == 1;
}

void PersonTable::add(const app::Person& person) {
    rows_.run(
        "INSERT INTO person (tenant_id, person_id, email, name, roles, state, outside_id, created_ms, changed_ms, "
        "version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        person.tenant, person.id, person.email, person.name, people::to_text(person.roles), app::name(person.state),
        person.outside, person.created_ms, person.changed_ms, person.version);
}

std::optional<app::Person> PersonTable::find(const std::string& tenant, const std::string& id) {
    return first_of(rows_.run(kPerson + "WHERE p.tenant_id = $1 AND p.person_id = $2", tenant, id), person_of);
}

std::optional<app::Acquaintance> PersonTable::meet(const std::string& tenant, const std::string& id) {
    return first_of(rows_.run(kAcquaintance + "WHERE p.tenant_id = $1 AND p.person_id = $2", tenant, id),
                    acquaintance_of);
}

std::vector<app::Person> PersonTable::list(const app::PeopleQuery& query) {
    std::string sql = kPerson + "WHERE p.tenant_id = $1 AND p.person_id > $2 ";
    sql +=
        "AND ($3 = '' OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = p.tenant_id AND "
        "m.person_id = p.person_id AND m.team_id = $3)) "
        "AND ($4 = '' OR EXISTS (SELECT 1 FROM membership m JOIN membership l ON l.tenant_id = m.tenant_id AND "
        "l.team_id = m.team_id WHERE m.tenant_id = p.tenant_id AND m.person_id = p.person_id AND "
        "l.person_id = $4 AND l.leads = 1)) ORDER BY p.person_id LIMIT $5";
    return all_of(rows_.run(sql, query.tenant, query.after, query.team, query.led_by, query.most), person_of);
}

std::vector<app::Person> PersonTable::with_email(const std::string& email) {
    return all_of(rows_.run(kPerson + "JOIN tenant t ON t.tenant_id = p.tenant_id WHERE p.email = $1 "
                                      "ORDER BY t.tenant_id",
                            email),
                  person_of);
}

std::optional<app::Person> PersonTable::from_outside(const std::string& tenant, const std::string& outside) {
    return first_of(rows_.run(kPerson + "WHERE p.tenant_id = $1 AND p.outside_id = $2", tenant, outside), person_of);
}

bool PersonTable::change(const app::Person& person) {
    return rows_.change(
               "UPDATE person SET email = $3, name = $4, roles = $5, state = $6, outside_id = $7, changed_ms = $8, "
               "version = version + 1 WHERE tenant_id = $1 AND person_id = $2 AND version = $9",
               person.tenant, person.id, person.email, person.name, people::to_text(person.roles),
               app::name(person.state), person.outside, person.changed_ms, person.version) == 1;
}

std::int64_t PersonTable::count_active(const std::string& tenant, people::Role role) {
    return rows_
        .run(
            "SELECT COUNT(*) FROM person WHERE tenant_id = $1 AND state = 'active' AND "
            "',' || roles || ',' LIKE '%,' || $2 || ',%'",
            tenant, people::name(role))
        .front()
        .whole(0);
}

void TeamTable::add(const app::Team& team) {
    rows_.run("INSERT INTO team (tenant_id, team_id, name, created_ms, version) VALUES ($1, $2, $3, $4, $5)",
              team.tenant, team.id, team.name, team.created_ms, team.version);
}

std::optional<app::Team> TeamTable::find(const std::string& tenant, const std::string& id) {
    return first_of(rows_.run(std::string(kTeam) + "WHERE t.tenant_id = $1 AND t.team_id = $2", tenant, id), team_of);
}

std::vector<app::Team> TeamTable::list(const std::string& tenant, const std::string& with_person) {
    return all_of(rows_.run(std::string(kTeam) +
                                "WHERE t.tenant_id = $1 AND ($2 = '' OR EXISTS (SELECT 1 FROM membership m WHERE "
                                "m.tenant_id = t.tenant_id AND m.team_id = t.team_id AND m.person_id = $2)) "
                                "ORDER BY t.team_id",
                            tenant, with_person),
                  team_of);
}

bool TeamTable::change(const app::Team& team) {
    return rows_.change(
               "UPDATE team SET name = $3, version = version + 1 WHERE tenant_id = $1 AND team_id = $2 AND version = "
               "$4",
               team.tenant, team.id, team.name, team.version) == 1;
}

void TeamTable::remove(const std::string& tenant, const std::string& id) {
    rows_.run("DELETE FROM team WHERE tenant_id = $1 AND team_id = $2", tenant, id);
}

void MembershipTable::place(const app::Membership& member) {
    rows_.run(
        "INSERT INTO membership (tenant_id, team_id, person_id, leads) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (tenant_id, team_id, person_id) DO UPDATE SET leads = excluded.leads",
        member.tenant, member.team, member.person, member.leads);
}

void MembershipTable::unplace(const std::string& tenant, const std::string& team, const std::string& person) {
    rows_.run("DELETE FROM membership WHERE tenant_id = $1 AND team_id = $2 AND person_id = $3", tenant, team, person);
}

std::vector<app::Membership> MembershipTable::of_team(const std::string& tenant, const std::string& team) {
    std::vector<app::Membership> members;
    for (const Row& row : rows_.run("SELECT person_id, leads FROM membership WHERE tenant_id = $1 AND team_id = $2 "
                                    "ORDER BY person_id",
                                    tenant, team))
        members.push_back({tenant, team, row.text(0), row.whole(1) != 0});
    return members;
}

bool MembershipTable::leads(const std::string& tenant, const std::string& leader, const std::string& person) {
    return !rows_
                .run(
                    "SELECT 1 FROM membership l JOIN membership m ON m.tenant_id = l.tenant_id AND m.team_id = "
                    "l.team_id WHERE l.tenant_id = $1 AND l.person_id = $2 AND l.leads = 1 AND m.person_id = $3 LIMIT "
                    "1",
                    tenant, leader, person)
                .empty();
}

}  // namespace praxis::storage
