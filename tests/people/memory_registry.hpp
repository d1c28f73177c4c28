// The registers of people and access in memory, for unit tests of use cases: transactions keep all or nothing, as the
// databases do. Of rights it keeps what the use cases decide on; what reaches over all tables (dossiers, sweeps) is
// tested on the databases only and throws here. Any thread; one transaction at a time.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "app/ports/registry.hpp"

namespace praxis::testing {

struct MemoryTables {
    using Key = std::pair<std::string, std::string>;  // tenant, and what is unique in it
    std::map<std::string, app::Tenant> tenants;
    std::map<Key, app::Person> people;
    std::map<Key, app::Team> teams;
    std::map<std::pair<Key, std::string>, app::Membership> memberships;  // (tenant, team), person
    std::map<Key, std::string> passwords;
    std::map<Key, app::Session> sessions;
    std::map<Key, app::Link> links;
    std::map<Key, bool> used_links;
    std::map<Key, app::Token> tokens;
    std::map<std::string, people::Failures> throttles;
    std::map<std::string, app::Departure> departures;
    std::vector<app::AuditEntry> audit;
    std::vector<app::LetterErrand> letters;
    std::vector<app::NewJob> jobs;  // but for letters
    std::vector<app::Consent> consents;
    std::map<Key, std::string> owners;  // of attempts: put in by the test
    std::map<std::pair<Key, std::string>, std::int64_t> shares;
    std::map<Key, app::Appeal> appeals;
    std::map<std::pair<Key, std::string>, bool> verdicts;
    std::map<std::pair<std::string, people::DataKind>, int> retention;
    std::map<Key, app::OwnCharacter> characters;
};

class MemoryRegistry final : public app::Registry {
public:
    void read(const std::function<void(app::Registers&)>&) override;
    void glance(const std::function<void(app::Registers&)>& work) override { read(work); }
    void write(const std::function<void(app::Registers&)>&) override;

    MemoryTables tables;

private:
    std::mutex mutex_;
};

}  // namespace praxis::testing
