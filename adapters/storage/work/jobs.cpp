#include "adapters/storage/work/jobs.hpp"

#include <algorithm>

#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

// A lease that runs for longer than any may was written before the clock was set back: it holds nobody off.
constexpr const char* kDue =
    "((j.state = 'waiting' AND j.run_after_ms <= now_ms()) OR (j.state = 'running' AND "
    "(j.lease_until_ms <= now_ms() OR j.lease_until_ms > now_ms() + 60000)))";
constexpr const char* kAlone =
    "NOT EXISTS (SELECT 1 FROM job r WHERE r.state = 'running' AND r.tenant_id = j.tenant_id AND r.kind = j.kind AND "
    "r.about = j.about AND r.about <> '' AND r.job_id <> j.job_id AND r.lease_until_ms > now_ms())";
constexpr const char* kRenew =
    "UPDATE job SET lease_until_ms = now_ms() + $4 WHERE tenant_id = $1 AND job_id = $2 AND owner_node = $3 AND "
    "state = 'running' AND attempts = $5";
// What a job was told to do is forgotten with its end.
constexpr const char* kSettle =
    "UPDATE job SET state = $4, run_after_ms = now_ms() + $5, last_error = $6, owner_node = NULL, lease_until_ms = 0, "
    "done_ms = CASE WHEN $4 = 'waiting' THEN NULL ELSE now_ms() END, "
    "body = CASE WHEN $4 = 'done' THEN '' ELSE body END "
    "WHERE tenant_id = $1 AND job_id = $2 AND owner_node = $3 AND state = 'running' AND attempts = $7";
constexpr const char* kFigures =
    "SELECT state, COUNT(*), MIN(run_after_ms), now_ms() FROM job WHERE state IN ('waiting', 'running', 'dead') "
    "GROUP BY state";

std::string taking(Engine engine, std::size_t kinds) {
    std::string list;
    for (std::size_t i = 0; i < kinds; ++i) list += (i == 0 ? "$" : ", $") + std::to_string(i + 3);
    return "UPDATE job SET state = 'running', attempts = attempts + 1, owner_node = $1, lease_until_ms = now_ms() + $2 "
           "WHERE (tenant_id, job_id) = (SELECT j.tenant_id, j.job_id FROM job j WHERE " +
           std::string(kDue) + " AND j.kind IN (" + list + ") AND " + kAlone +
           " ORDER BY j.run_after_ms, j.job_id LIMIT 1" +
           (engine == Engine::postgres ? " FOR UPDATE SKIP LOCKED" : "") + ") RETURNING *";
}

}  // namespace

app::Job job_of(const Row& row) {
    app::Job job;
    job.tenant = row.text("tenant_id");
    job.id = row.text("job_id");
    job.kind = row.text("kind");
    job.body = row.text("body");
    job.about = row.text("about");
    job.state = app::job_state_named(row.text("state")).value_or(app::JobState::dead);
    job.attempts = static_cast<int>(row.whole("attempts"));
    job.run_after_ms = row.whole("run_after_ms");
    job.created_ms = row.whole("created_ms");
    job.done_ms = row.maybe_whole("done_ms");
    job.last_error = row.text("last_error");
    return job;
}

std::optional<app::Job> StoredJobQueue::take(const std::vector<std::string>& kinds, const app::JobLease& lease) {
    if (kinds.empty()) return std::nullopt;
    return told([&]() -> std::optional<app::Job> {
        std::vector<Value> values = values_of(lease.node, lease.length_ms);
        for (const std::string& kind : kinds) values.push_back(to_value(kind));
        const Outcome outcome = database_.once_with(taking(database_.engine(), kinds.size()), values);
        if (outcome.rows.empty()) return std::nullopt;
        return job_of(outcome.rows.front());
    });
}

bool StoredJobQueue::renew(const app::Job& job, const app::JobLease& lease) {
    return told([&] {
        return database_.once(kRenew, job.tenant, job.id, lease.node, lease.length_ms, job.attempts).changed == 1;
    });
}

bool StoredJobQueue::settle(const app::Job& job, const std::string& node, const app::JobEnd& end) {
    return told([&] {
        const std::optional<std::string> error = end.error.empty() ? std::nullopt : std::optional(end.error);
        return database_.once(kSettle, job.tenant, job.id, node, app::name(end.state), end.wait_ms, error, job.attempts)
                   .changed == 1;
    });
}

app::QueueFigures StoredJobQueue::figures() {
    return told([&] {
        app::QueueFigures figures;
        for (const Row& row : database_.read([](Transaction& transaction) { return transaction.run(kFigures); })) {
            const auto state = app::job_state_named(row.text(0));
            if (state == app::JobState::running) figures.running = row.whole(1);
            if (state == app::JobState::dead) figures.dead = row.whole(1);
            if (state != app::JobState::waiting) continue;
            figures.waiting = row.whole(1);
            figures.oldest_ms = std::max<std::int64_t>(0, row.whole(3) - row.whole(2));
        }
        return figures;
    });
}

}  // namespace praxis::storage
