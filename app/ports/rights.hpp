// The registers of rights. Each is used inside one transaction of the Registry that gave it. Errors: StoreTrouble.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/rights/rights.hpp"
#include "core/people/figures.hpp"
#include "core/people/retention.hpp"

namespace praxis::app {

class Audit {  // is only added to
public:
    virtual ~Audit() = default;
    virtual void add(const AuditEntry&) = 0;
    // Newest first; older ones than the id `after` when it is given.
    virtual std::vector<AuditEntry> list(const std::string& tenant, const std::string& after, std::size_t most) = 0;
};

class Consents {  // is only added to; the newest of a purpose is in force
public:
    virtual ~Consents() = default;
    virtual void add(const Consent&) = 0;
    virtual std::vector<Consent> list(const std::string& tenant, const std::string& person) = 0;  // oldest first
};

struct SharedWith {
    std::string what;
    std::int64_t shared_ms = 0;
};

class Shares {  // of attempts or of real calls: `what` is the id of one
public:
    virtual ~Shares() = default;
    virtual std::optional<std::string> owner_of(const std::string& tenant, const std::string& what) = 0;
    virtual void add(const std::string& tenant, const std::string& what, const std::string& with,
                     std::int64_t now_ms) = 0;
    virtual void remove(const std::string& tenant, const std::string& what, const std::string& with) = 0;
    virtual std::vector<std::string> readers_of(const std::string& tenant, const std::string& what) = 0;
    virtual std::vector<SharedWith> with_person(const std::string& tenant, const std::string& person) = 0;
};

struct AppealQuery {
    std::string tenant;
    std::string person;  // empty: everybody's
    std::optional<AppealState> state;
    std::string after;
    std::size_t most = 50;
};

class Appeals {
public:
    virtual ~Appeals() = default;
    virtual void add(const Appeal&) = 0;
    virtual std::optional<Appeal> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Appeal> list(const AppealQuery&) = 0;  // newest first
    virtual bool settle(const Appeal&) = 0;                    // false: it is no longer open
    virtual bool has_verdict(const Appeal& about) = 0;         // is there what it doubts?
};

class Retention {
public:
    virtual ~Retention() = default;
    virtual people::RetentionDays days(const std::string& tenant) = 0;  // the defaults where nothing was set
    virtual void set(const std::string& tenant, people::DataKind, int days) = 0;
    // Really deletes at most `most` things of the kind from before `before_ms`; how many there were.
    virtual std::int64_t sweep(const std::string& tenant, people::DataKind, std::int64_t before_ms,
                               std::int64_t most) = 0;
};

struct FiguresQuery {
    std::string tenant;
    std::string team;        // empty: all teams
    bool simulated = false;  // of a demo company: only those; otherwise none
    std::int64_t from_ms = 0, until_ms = 0;
};
struct Counted {
    std::int64_t people = 0;
    std::vector<people::Tally> tallies;
};

class Dossiers {  // all that is kept about one person, or done by many
public:
    virtual ~Dossiers() = default;
    virtual Records of_person(const std::string& tenant, const std::string& person) = 0;
    virtual void erase_person(const std::string& tenant, const std::string& person, const std::string& email) = 0;
    virtual void erase_attempt(const std::string& tenant, const std::string& attempt) = 0;
    virtual void erase_tenant(const std::string& tenant) = 0;
    virtual Counted by_behaviour(const FiguresQuery&) = 0;
    virtual Counted by_scenario(const FiguresQuery&) = 0;
};

}  // namespace praxis::app
