// The tables of passwords, sessions, links, tokens and throttles behind app's registers, each over one transaction.
// Inside adapters/storage/people only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/ways_in.hpp"
#include "app/ports/work/errands.hpp"
#include "app/ports/work/jobs.hpp"

namespace praxis::storage {

class PasswordTable final : public app::Passwords {
public:
    explicit PasswordTable(Transaction& rows) : rows_(rows) {}
    std::optional<std::string> hash_of(const std::string& tenant, const std::string& person) override;
    void keep(const std::string& tenant, const std::string& person, const std::string& hash,
              std::int64_t now_ms) override;

private:
    Transaction& rows_;
};

class SessionTable final : public app::Sessions {
public:
    explicit SessionTable(Transaction& rows) : rows_(rows) {}
    void open(const app::Session&) override;
    std::optional<app::Session> find(const std::string& tenant, const std::string& fingerprint) override;
    void seen(const std::string& tenant, const std::string& fingerprint, std::int64_t now_ms) override;
    void close(const std::string& tenant, const std::string& fingerprint) override;
    void close_all(const std::string& tenant, const std::string& person, const std::string& but) override;
    std::vector<std::string> close_outside(const app::OutsideSessions&) override;

private:
    Transaction& rows_;
};

class LinkTable final : public app::Links {
public:
    explicit LinkTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Link&) override;
    std::optional<app::Link> find(const std::string& tenant, const std::string& fingerprint,
                                  std::int64_t now_ms) override;
    std::optional<app::Link> take(const std::string& tenant, const std::string& fingerprint,
                                  std::int64_t now_ms) override;
    void revoke(const std::string& tenant, const std::string& person, app::LinkPurpose) override;

private:
    Transaction& rows_;
};

class TokenTable final : public app::Tokens {
public:
    explicit TokenTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Token&) override;
    std::optional<app::Token> find(const std::string& tenant, const std::string& fingerprint) override;
    std::optional<app::Token> with_id(const std::string& tenant, const std::string& id) override;
    std::vector<app::Token> list(const std::string& tenant, const std::string& person) override;
    void revoke(const std::string& tenant, const std::string& id, std::int64_t now_ms) override;
    void used(const std::string& tenant, const std::string& id, std::int64_t now_ms) override;

private:
    Transaction& rows_;
};

class ThrottleTable final : public app::Throttles {
public:
    explicit ThrottleTable(Transaction& rows) : rows_(rows) {}
    people::Failures of(const std::string& key) override;
    bool change(const std::string& key, const people::Failures& before, const people::Failures& after) override;

private:
    Transaction& rows_;
};

class DepartureTable final : public app::Departures {
public:
    explicit DepartureTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Departure&) override;
    std::optional<app::Departure> take(const std::string& fingerprint, std::int64_t now_ms) override;

private:
    Transaction& rows_;
};

class ErrandTable final : public app::Errands {
public:
    explicit ErrandTable(app::JobRegister& jobs) : jobs_(jobs) {}
    void leave(const app::LetterErrand&) override;

private:
    app::JobRegister& jobs_;
};

}  // namespace praxis::storage
