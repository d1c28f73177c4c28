// The queue of jobs, for the port of app/ports/work/jobs.hpp: each call is one statement.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/work/jobs.hpp"

namespace praxis::storage {

class StoredJobQueue final : public app::JobQueue {
public:
    explicit StoredJobQueue(Database& database) : database_(database) {}

    std::optional<app::Job> take(const std::vector<std::string>& kinds, const app::JobLease&) override;
    bool renew(const app::Job&, const app::JobLease&) override;
    bool settle(const app::Job&, const std::string& node, const app::JobEnd&) override;
    app::QueueFigures figures() override;

private:
    Database& database_;
};

// Inside adapters/storage only.
app::Job job_of(const Row&);

}  // namespace praxis::storage
