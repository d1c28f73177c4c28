#include "app/jobs/look_after.hpp"

namespace praxis::app {

std::vector<Job> list_jobs(Office& office, const people::Principal& who, JobQuery query) {
    require(who, people::Verb::manage_jobs, people::of_tenant(who));
    query.tenant = who.tenant;
    std::vector<Job> jobs;
    office.registry.read([&](Registers& registers) { jobs = registers.jobs.list(query); });
    return jobs;
}

Job retry_job(Office& office, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::manage_jobs, people::of_tenant(who));
    Job job;
    office.registry.write([&](Registers& registers) {
        if (!registers.jobs.find(who.tenant, id)) throw Refusal(Refused::missing, "There is no such job.");
        if (!registers.jobs.retry(who.tenant, id)) throw Refusal(Refused::conflict, "Only a dead job is tried again.");
        job = registers.jobs.find(who.tenant, id).value_or(Job());
        write_down(office, registers, {who.tenant, who.person, "job.retried", id, job.kind});
    });
    return job;
}

}  // namespace praxis::app
