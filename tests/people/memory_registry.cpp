#include "tests/people/memory_registry.hpp"

#include <algorithm>
#include <set>

namespace praxis::testing {
namespace {

using namespace app;

[[noreturn]] void taken(const char* what) {
    throw StoreTrouble(Trouble::taken, std::string(what) + " is taken");
}

template <class Map, class K>
auto found_in(const Map& map, const K& key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

// Replaces a row whose version is the one kept.
template <class Map, class K, class T>
bool replace(Map& map, const K& key, const T& changed) {
    const auto found = map.find(key);
    if (found == map.end() || found->second.version != changed.version) return false;
    found->second = changed;
    ++found->second.version;
    return true;
}

struct TenantsHere final : TenantRegister {
    explicit TenantsHere(MemoryTables& all) : t(all) {}
    void add(const Tenant& tenant) override {
        if (named(tenant.slug) || !t.tenants.emplace(tenant.id, tenant).second) taken("tenant");
    }
    std::optional<Tenant> find(const std::string& id) override { return found_in(t.tenants, id); }
    std::optional<Tenant> named(const std::string& slug) override {
        for (const auto& [id, tenant] : t.tenants)
            if (tenant.slug == slug) return tenant;
        return std::nullopt;
    }
    std::vector<Tenant> list() override {
        std::vector<Tenant> all;
        for (const auto& [id, tenant] : t.tenants) all.push_back(tenant);
        return all;
    }
    bool change(const Tenant& tenant) override { return replace(t.tenants, tenant.id, tenant); }
    MemoryTables& t;
};

struct PeopleHere final : People {
    explicit PeopleHere(MemoryTables& all) : t(all) {}
    void add(const Person& person) override {
        for (const auto& [key, one] : t.people)
            if (one.tenant == person.tenant &&
                (one.email == person.email || (one.outside && one.outside == person.outside)))
                taken("address");
        if (!t.people.emplace(std::pair(person.tenant, person.id), person).second) taken("person");
    }
    std::optional<Person> find(const std::string& tenant, const std::string& id) override {
        return found_in(t.people, std::pair(tenant, id));
    }
    std::optional<app::Acquaintance> meet(const std::string& tenant, const std::string& id) override {
        const auto person = find(tenant, id);
        const auto company = found_in(t.tenants, tenant);
        if (!person || !company) return std::nullopt;
        return app::Acquaintance{*person, *company};
    }
    std::vector<Person> list(const PeopleQuery& query) override {
        std::vector<Person> found;
        for (const auto& [key, one] : t.people) {
            const bool wanted = one.tenant == query.tenant && one.id > query.after &&
                                (query.team.empty() || in_team(query.team, one, {})) &&
                                (query.led_by.empty() || led(query.led_by, one));
            if (wanted && found.size() < query.most) found.push_back(one);
        }
        return found;
    }
    bool in_team(const std::string& team, const Person& one, const std::string& led_by) const {
        const MemoryTables::Key key(one.tenant, team);
        if (!t.memberships.contains({key, one.id})) return false;
        const auto lead = t.memberships.find({key, led_by});
        return led_by.empty() || (lead != t.memberships.end() && lead->second.leads);
    }
    bool led(const std::string& leader, const Person& one) const {
        return std::any_of(t.teams.begin(), t.teams.end(), [&](const auto& team) {
            return team.second.tenant == one.tenant && in_team(team.second.id, one, leader);
        });
    }
    std::vector<Person> with_email(const std::string& email) override {
        std::vector<Person> found;
        for (const auto& [key, one] : t.people)
            if (one.email == email) found.push_back(one);
        return found;
    }
    std::optional<Person> from_outside(const std::string& tenant, const std::string& outside) override {
        for (const auto& [key, one] : t.people)
            if (one.tenant == tenant && one.outside == outside) return one;
        return std::nullopt;
    }
    bool change(const Person& person) override {
        return replace(t.people, std::pair(person.tenant, person.id), person);
    }
    std::int64_t count_active(const std::string& tenant, people::Role role) override {
        return std::count_if(t.people.begin(), t.people.end(), [&](const auto& one) {
            return one.second.tenant == tenant && one.second.state == PersonState::active && one.second.roles.has(role);
        });
    }
    MemoryTables& t;
};

struct TeamsHere final : Teams, Memberships {
    explicit TeamsHere(MemoryTables& all) : t(all) {}
    void add(const Team& team) override {
        if (!t.teams.emplace(std::pair(team.tenant, team.id), team).second) taken("team");
    }
    std::optional<Team> find(const std::string& tenant, const std::string& id) override {
        return found_in(t.teams, std::pair(tenant, id));
    }
    std::vector<Team> list(const std::string& tenant, const std::string& with) override {
        std::vector<Team> found;
        for (const auto& [key, team] : t.teams)
            if (team.tenant == tenant && (with.empty() || t.memberships.contains({key, with}))) found.push_back(team);
        return found;
    }
    bool change(const Team& team) override { return replace(t.teams, std::pair(team.tenant, team.id), team); }
    void remove(const std::string& tenant, const std::string& id) override {
        t.teams.erase({tenant, id});
        std::erase_if(t.memberships, [&](const auto& one) { return one.first.first == std::pair(tenant, id); });
    }
    void place(const Membership& one) override { t.memberships[{{one.tenant, one.team}, one.person}] = one; }
    void unplace(const std::string& tenant, const std::string& team, const std::string& person) override {
        t.memberships.erase({{tenant, team}, person});
    }
    std::vector<Membership> of_team(const std::string& tenant, const std::string& team) override {
        std::vector<Membership> found;
        for (const auto& [key, one] : t.memberships)
            if (key.first == std::pair(tenant, team)) found.push_back(one);
        return found;
    }
    bool leads(const std::string& tenant, const std::string& leader, const std::string& person) override {
        return std::any_of(t.memberships.begin(), t.memberships.end(), [&](const auto& one) {
            return one.second.tenant == tenant && one.second.person == leader && one.second.leads &&
                   t.memberships.contains({one.first.first, person});
        });
    }
    MemoryTables& t;
};

struct WaysHere final : Passwords, Sessions {
    explicit WaysHere(MemoryTables& all) : t(all) {}
    std::optional<std::string> hash_of(const std::string& tenant, const std::string& person) override {
        return found_in(t.passwords, std::pair(tenant, person));
    }
    void keep(const std::string& tenant, const std::string& person, const std::string& hash, std::int64_t) override {
        t.passwords[{tenant, person}] = hash;
    }
    void open(const Session& session) override { t.sessions[{session.tenant, session.fingerprint}] = session; }
    std::optional<Session> find(const std::string& tenant, const std::string& print) override {
        return found_in(t.sessions, std::pair(tenant, print));
    }
    void seen(const std::string& tenant, const std::string& print, std::int64_t now_ms) override {
        const auto found = t.sessions.find({tenant, print});
        if (found != t.sessions.end()) found->second.seen_ms = now_ms;
    }
    void close(const std::string& tenant, const std::string& print) override { t.sessions.erase({tenant, print}); }
    void close_all(const std::string& tenant, const std::string& person, const std::string& but) override {
        std::erase_if(t.sessions, [&](const auto& one) {
            return one.second.tenant == tenant && one.second.person == person && one.second.fingerprint != but;
        });
    }
    std::vector<std::string> close_outside(const OutsideSessions& wanted) override {
        std::set<std::string> people;
        std::erase_if(t.sessions, [&](const auto& one) {
            const Session& open = one.second;
            const bool by_person = wanted.person.empty() || open.person == wanted.person;
            const bool by_session = wanted.outside.empty() || open.outside == wanted.outside ||
                                    (open.outside.empty() && !wanted.person.empty());
            const bool ends = open.tenant == wanted.tenant && open.way == wanted.way && by_person && by_session &&
                              open.created_ms <= wanted.opened_until_ms;
            if (ends) people.insert(open.person);
            return ends;
        });
        return {people.begin(), people.end()};
    }
    MemoryTables& t;
};

struct LinksHere final : Links {
    explicit LinksHere(MemoryTables& all) : t(all) {}
    void add(const Link& link) override { t.links[{link.tenant, link.fingerprint}] = link; }
    std::optional<Link> find(const std::string& tenant, const std::string& print, std::int64_t now_ms) override {
        const auto link = found_in(t.links, std::pair(tenant, print));
        if (!link || link->expires_ms <= now_ms || t.used_links.contains({tenant, print})) return std::nullopt;
        return link;
    }
    std::optional<Link> take(const std::string& tenant, const std::string& print, std::int64_t now_ms) override {
        const auto link = find(tenant, print, now_ms);
        if (link) t.used_links[{tenant, print}] = true;
        return link;
    }
    void revoke(const std::string& tenant, const std::string& person, LinkPurpose purpose) override {
        std::erase_if(t.links, [&](const auto& one) {
            return one.second.tenant == tenant && one.second.person == person && one.second.purpose == purpose &&
                   !t.used_links.contains(one.first);
        });
    }
    MemoryTables& t;
};

struct TokensHere final : Tokens {
    explicit TokensHere(MemoryTables& all) : t(all) {}
    void add(const Token& token) override { t.tokens[{token.tenant, token.id}] = token; }
    std::optional<Token> find(const std::string& tenant, const std::string& print) override {
        for (const auto& [key, token] : t.tokens)
            if (token.tenant == tenant && token.fingerprint == print) return token;
        return std::nullopt;
    }
    std::optional<Token> with_id(const std::string& tenant, const std::string& id) override {
        return found_in(t.tokens, std::pair(tenant, id));
    }
    std::vector<Token> list(const std::string& tenant, const std::string& person) override {
        std::vector<Token> found;
        for (const auto& [key, token] : t.tokens)
            if (token.tenant == tenant && token.person == person && !token.revoked_ms) found.push_back(token);
        return found;
    }
    void revoke(const std::string& tenant, const std::string& id, std::int64_t now_ms) override {
        t.tokens.at({tenant, id}).revoked_ms = now_ms;
    }
    void used(const std::string& tenant, const std::string& id, std::int64_t now_ms) override {
        t.tokens.at({tenant, id}).used_ms = now_ms;
    }
    MemoryTables& t;
};

struct SmallOnesHere final : Throttles, Departures, Errands {
    explicit SmallOnesHere(MemoryTables& all) : t(all) {}
    people::Failures of(const std::string& key) override {
        return found_in(t.throttles, key).value_or(people::Failures());
    }
    bool change(const std::string& key, const people::Failures& before, const people::Failures& after) override {
        if (of(key) != before) return false;
        t.throttles[key] = after;
        return true;
    }
    void add(const Departure& departure) override { t.departures[departure.fingerprint] = departure; }
    std::optional<Departure> take(const std::string& print, std::int64_t now_ms) override {
        const auto found = found_in(t.departures, print);
        t.departures.erase(print);
        return found && found->expires_ms > now_ms ? found : std::nullopt;
    }
    void leave(const LetterErrand& errand) override { t.letters.push_back(errand); }
    MemoryTables& t;
};

struct LedgersHere final : Audit, Consents, Retention, Dossiers {
    explicit LedgersHere(MemoryTables& all) : t(all) {}
    void add(const AuditEntry& entry) override { t.audit.push_back(entry); }
    std::vector<AuditEntry> list(const std::string& tenant, const std::string& after, std::size_t most) override {
        std::vector<AuditEntry> found;
        for (auto one = t.audit.rbegin(); one != t.audit.rend() && found.size() < most; ++one)
            if (one->tenant == tenant && (after.empty() || one->id < after)) found.push_back(*one);
        return found;
    }
    void add(const Consent& consent) override { t.consents.push_back(consent); }
    std::vector<Consent> list(const std::string& tenant, const std::string& person) override {
        std::vector<Consent> found;
        for (const Consent& one : t.consents)
            if (one.tenant == tenant && one.person == person) found.push_back(one);
        return found;
    }
    people::RetentionDays days(const std::string& tenant) override {
        people::RetentionDays all = people::default_retention();
        for (const auto& [key, number] : t.retention)
            if (key.first == tenant) people::days_of(all, key.second) = number;
        return all;
    }
    void set(const std::string& tenant, people::DataKind kind, int number) override {
        t.retention[{tenant, kind}] = number;
    }
    std::int64_t sweep(const std::string&, people::DataKind, std::int64_t, std::int64_t) override { not_here(); }
    Records of_person(const std::string&, const std::string&) override { not_here(); }
    void erase_person(const std::string&, const std::string&, const std::string&) override { not_here(); }
    void erase_attempt(const std::string&, const std::string&) override { not_here(); }
    void erase_tenant(const std::string&) override { not_here(); }
    Counted by_behaviour(const FiguresQuery&) override { not_here(); }
    Counted by_scenario(const FiguresQuery&) override { not_here(); }
    [[noreturn]] static void not_here() { throw std::logic_error("is tested on the databases"); }
    MemoryTables& t;
};

struct SharesHere final : Shares, Appeals {
    explicit SharesHere(MemoryTables& all) : t(all) {}
    std::optional<std::string> owner_of(const std::string& tenant, const std::string& attempt) override {
        return found_in(t.owners, std::pair(tenant, attempt));
    }
    void add(const std::string& tenant, const std::string& attempt, const std::string& with,
             std::int64_t now_ms) override {
        t.shares.try_emplace({{tenant, attempt}, with}, now_ms);
    }
    void remove(const std::string& tenant, const std::string& attempt, const std::string& with) override {
        t.shares.erase({{tenant, attempt}, with});
    }
    std::vector<std::string> readers_of(const std::string& tenant, const std::string& attempt) override {
        std::vector<std::string> found;
        for (const auto& [key, at] : t.shares)
            if (key.first == std::pair(tenant, attempt)) found.push_back(key.second);
        return found;
    }
    std::vector<SharedWith> with_person(const std::string& tenant, const std::string& person) override {
        std::vector<SharedWith> found;
        for (const auto& [key, at] : t.shares)
            if (key.first.first == tenant && key.second == person) found.push_back({key.first.second, at});
        return found;
    }
    void add(const Appeal& appeal) override { t.appeals[{appeal.tenant, appeal.id}] = appeal; }
    std::optional<Appeal> find(const std::string& tenant, const std::string& id) override {
        return found_in(t.appeals, std::pair(tenant, id));
    }
    std::vector<Appeal> list(const AppealQuery& query) override {
        std::vector<Appeal> found;
        for (auto one = t.appeals.rbegin(); one != t.appeals.rend(); ++one)
            if (one->second.tenant == query.tenant && (query.person.empty() || one->second.person == query.person) &&
                (!query.state || one->second.state == *query.state))
                found.push_back(one->second);
        return found;
    }
    bool settle(const Appeal& appeal) override {
        Appeal& kept = t.appeals.at({appeal.tenant, appeal.id});
        if (kept.state != AppealState::open) return false;
        kept = appeal;
        return true;
    }
    bool has_verdict(const Appeal& about) override {
        return t.verdicts.contains({{about.tenant, about.attempt}, about.behaviour});
    }
    MemoryTables& t;
};

// Nobody listens here: what is announced is tested on the databases.
struct NoOutboxHere final : Outbox {
    void add(const std::string&, const std::string&, const Event&, std::int64_t) override { LedgersHere::not_here(); }
    std::optional<Announcement> find(const std::string&, const std::string&) override { return std::nullopt; }
    void handed_on(const std::string&, const std::string&, std::int64_t) override { LedgersHere::not_here(); }
};
struct NoWebhooksHere final : WebhookRegister {
    void add(const Webhook&) override { LedgersHere::not_here(); }
    std::optional<Webhook> find(const std::string&, const std::string&) override { return std::nullopt; }
    std::vector<Webhook> list(const std::string&) override { return {}; }
    bool change(const Webhook&) override { LedgersHere::not_here(); }
    void note_health(const Webhook&) override { LedgersHere::not_here(); }
    void remove(const std::string&, const std::string&) override { LedgersHere::not_here(); }
};
struct NoDeliveriesHere final : Deliveries {
    void add(const Delivery&) override { LedgersHere::not_here(); }
    std::optional<Delivery> find(const std::string&, const std::string&) override { return std::nullopt; }
    std::vector<Delivery> list(const std::string&, const std::string&, const std::string&, std::size_t) override {
        return {};
    }
    void change(const Delivery&) override { LedgersHere::not_here(); }
};

struct JobsHere final : JobRegister {
    explicit JobsHere(MemoryTables& all) : t(all) {}
    bool add(const NewJob& job) override {
        for (const NewJob& one : t.jobs)
            if (!job.once.empty() && one.tenant == job.tenant && one.once == job.once) return false;
        t.jobs.push_back(job);
        return true;
    }
    std::vector<Job> list(const JobQuery&) override { LedgersHere::not_here(); }
    std::optional<Job> find(const std::string&, const std::string&) override { LedgersHere::not_here(); }
    bool retry(const std::string&, const std::string&) override { LedgersHere::not_here(); }
    MemoryTables& t;
};

// Real calls are tested on the databases only.
struct CallsHere final : Calls, Shares {
    void add(const RealCall&, const SaidTurns&, const std::vector<KeptVerdict>&) override { not_here(); }
    std::optional<RealCall> find(const std::string&, const std::string&) override { return {}; }
    SaidTurns said(const std::string&, const std::string&) override { return {}; }
    std::vector<RealCall> list(const CallQuery&) override { return {}; }
    std::vector<RealCall> shared_with(const std::string&, const std::string&) override { return {}; }
    void erase(const std::string&, const std::string&) override { not_here(); }
    std::int64_t erase_of(const std::string&, const std::string&) override { return 0; }
    std::vector<BehaviourSeen> by_behaviour(const std::string&, const std::string&) override { return {}; }
    std::optional<std::string> owner_of(const std::string&, const std::string&) override { return {}; }
    void add(const std::string&, const std::string&, const std::string&, std::int64_t) override { not_here(); }
    void remove(const std::string&, const std::string&, const std::string&) override { not_here(); }
    std::vector<std::string> readers_of(const std::string&, const std::string&) override { return {}; }
    std::vector<SharedWith> with_person(const std::string&, const std::string&) override { return {}; }

private:
    [[noreturn]] static void not_here() { throw std::logic_error("real calls are not kept in memory"); }
};

struct CharactersHere final : CharacterRegister {
    explicit CharactersHere(MemoryTables& all) : t(all) {}
    void add(const OwnCharacter& one) override {
        for (const auto& [key, other] : t.characters)
            if (other.tenant == one.tenant && other.who.word == one.who.word) taken("word");
        if (!t.characters.emplace(std::pair(one.tenant, one.id), one).second) taken("character");
    }
    std::optional<OwnCharacter> find(const std::string& tenant, const std::string& id) override {
        return found_in(t.characters, std::pair(tenant, id));
    }
    std::vector<OwnCharacter> list(const std::string& tenant) override {
        std::vector<OwnCharacter> all;
        for (const auto& [key, one] : t.characters)
            if (one.tenant == tenant) all.push_back(one);
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.who.word < b.who.word; });
        return all;
    }
    bool change(const OwnCharacter& one) override { return replace(t.characters, std::pair(one.tenant, one.id), one); }
    void remove(const std::string& tenant, const std::string& id) override { t.characters.erase({tenant, id}); }
    MemoryTables& t;
};

struct All {
    explicit All(MemoryTables& t)
        : tenants(t),
          people(t),
          teams(t),
          ways(t),
          links(t),
          tokens(t),
          small(t),
          ledgers(t),
          shares(t),
          jobs(t),
          characters(t) {}
    TenantsHere tenants;
    PeopleHere people;
    TeamsHere teams;
    WaysHere ways;
    LinksHere links;
    TokensHere tokens;
    SmallOnesHere small;
    LedgersHere ledgers;
    SharesHere shares;
    JobsHere jobs;
    NoOutboxHere outbox;
    NoWebhooksHere webhooks;
    NoDeliveriesHere deliveries;
    CallsHere calls;
    CharactersHere characters;
    Registers registers{tenants, people, teams,   teams,    ways,       ways,   links,  tokens,
                        small,   small,  ledgers, small,    ledgers,    shares, shares, ledgers,
                        ledgers, jobs,   outbox,  webhooks, deliveries, calls,  calls,  characters};
};

}  // namespace

void MemoryRegistry::read(const std::function<void(Registers&)>& work) {
    const std::lock_guard guard(mutex_);
    MemoryTables copy = tables;
    All all(copy);
    work(all.registers);
}

void MemoryRegistry::write(const std::function<void(Registers&)>& work) {
    const std::lock_guard guard(mutex_);
    MemoryTables copy = tables;
    All all(copy);
    work(all.registers);
    tables = std::move(copy);
}

}  // namespace praxis::testing
