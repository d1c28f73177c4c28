// Attempts and their logs in a database, for the ports of app/ports/attempts.hpp.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/attempts.hpp"

namespace praxis::storage {

class StoredAttempts final : public app::Attempts {
public:
    explicit StoredAttempts(Database& database) : database_(database) {}

    void add(const app::Attempt&) override;
    std::optional<app::Attempt> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::Attempt> list(const app::AttemptQuery&) override;
    void change(const app::Attempt&) override;
    void complete(const app::Attempt&, const std::vector<app::KeptVerdict>&) override;
    bool claim(const std::string& tenant, const std::string& id, const std::string& node) override;
    void release(const std::string& tenant, const std::string& id, const std::string& node) override;

private:
    Database& database_;
};

class StoredAttemptLog final : public app::AttemptLog {
public:
    explicit StoredAttemptLog(Database& database) : database_(database) {}

    void append(app::LogEntry, Done done) override;
    std::vector<app::LogEntry> since(const std::string& tenant, const std::string& attempt, std::int64_t seq) override;

private:
    Database& database_;
};

}  // namespace praxis::storage
