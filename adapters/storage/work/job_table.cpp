#include "adapters/storage/work/jobs.hpp"
#include "adapters/storage/work/work_tables.hpp"

namespace praxis::storage {

bool JobTable::add(const app::NewJob& job) {
    const std::optional<std::string> once = job.once.empty() ? std::nullopt : std::optional(job.once);
    const bool added =
        rows_.change(
            "INSERT INTO job (tenant_id, job_id, kind, body, about, state, run_after_ms, created_ms, once_key) "
            "VALUES ($1, $2, $3, $4, $5, 'waiting', now_ms() + $6, $7, $8) ON CONFLICT (tenant_id, once_key) DO "
            "NOTHING",
            job.tenant, job.id, job.kind, job.body, job.about, job.wait_ms, job.created_ms, once) == 1;
    left_ = left_ || added;
    return added;
}

std::vector<app::Job> JobTable::list(const app::JobQuery& query) {
    std::vector<app::Job> jobs;
    const std::string state = query.state ? std::string(app::name(*query.state)) : std::string();
    for (const Row& row : rows_.run("SELECT * FROM job WHERE tenant_id = $1 AND ($2 = '' OR state = $2) AND "
                                    "($3 = '' OR job_id < $3) ORDER BY job_id DESC LIMIT $4",
                                    query.tenant, state, query.after, query.most))
        jobs.push_back(job_of(row));
    return jobs;
}

std::optional<app::Job> JobTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run("SELECT * FROM job WHERE tenant_id = $1 AND job_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(job_of(rows.front()));
}

bool JobTable::retry(const std::string& tenant, const std::string& id) {
    const bool again = rows_.change(
                           "UPDATE job SET state = 'waiting', attempts = 0, run_after_ms = now_ms(), done_ms = NULL "
                           "WHERE tenant_id = $1 AND job_id = $2 AND state = 'dead'",
                           tenant, id) == 1;
    left_ = left_ || again;
    return again;
}

}  // namespace praxis::storage
