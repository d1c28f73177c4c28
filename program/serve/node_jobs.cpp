#include "program/serve/node_jobs.hpp"

#include <atomic>

#include "adapters/storage/people/registry.hpp"
#include "app/jobs/runner.hpp"
#include "app/people/letters.hpp"
#include "app/rights/erase.hpp"
#include "app/webhooks/announce.hpp"
#include "app/webhooks/deliver.hpp"

namespace praxis::program {
namespace {

using namespace std::chrono_literals;
using app::JobRun;
using app::JobTrouble;
using app::Occasion;

// A letter about a password that could not be written for a day helps nobody any more.
bool is_stale(const app::Job& job, Occasion occasion, std::int64_t now_ms) {
    return occasion != Occasion::invitation && job.created_ms < now_ms - people::kDay_ms;
}

void write_letter(const JobParts& parts, const JobRun& run) {
    const auto errand = storage::letter_errand_from(run.job.kind, run.job.body);
    if (!errand) throw JobTrouble(false, "What is to be written cannot be read.");
    if (is_stale(run.job, errand->occasion, parts.office.clock.now_ms())) return;
    try {
        app::deliver_letter(parts.office, *parts.mail, *errand);
    } catch (const app::MailTrouble& trouble) {
        throw JobTrouble(trouble.again, trouble.what());
    }
}

app::JobLane letters(const JobParts& parts) {
    app::JobLane lane;
    for (const Occasion occasion : {Occasion::invitation, Occasion::password_reset, Occasion::password_changed})
        lane.works.push_back({storage::letter_job(occasion), app::letter_patience(),
                              [parts](const JobRun& run) { write_letter(parts, run); }});
    return lane;
}

app::JobLane upkeep(const JobParts& parts) {
    app::JobLane lane;
    lane.works.push_back({std::string(app::kSweepJob), app::upkeep_patience(), [parts](const JobRun& run) {
                              app::sweep(parts.office, run.job.tenant, run.go_on);
                              if (!run.go_on()) throw JobTrouble(true, "The node was stopped meanwhile.");
                          }});
    lane.works.push_back({std::string(app::kEraseDemoJob), app::upkeep_patience(), [parts](const JobRun& run) {
                              app::erase_demo_now(parts.office, run.job.body, run.job.about);
                              parts.people_changed();
                          }});
    return lane;
}

constexpr unsigned kDeliveringThreads = 2;  // they wait for others' servers most of the time

app::JobLane deliveries(const JobParts& parts) {
    app::JobLane lane;
    lane.threads = kDeliveringThreads;
    lane.works.push_back({std::string(app::kSpreadJob), app::upkeep_patience(),
                          [parts](const JobRun& run) { app::spread(parts.office, run.job.tenant, run.job.body); }});
    lane.works.push_back({std::string(app::kDeliverJob), app::delivery_patience(),
                          [parts](const JobRun& run) { app::deliver(parts.office, parts.poster, run); }});
    return lane;
}

// Counts, and tells the log of every end. A store that is away is told of once in a while, not by every thread.
class Watching final : public app::JobWatch {
public:
    Watching(log::Log& log, metrics::Registry& metrics) : log_(log), metrics_(metrics) {}

    void ended(const app::Job& job, const app::JobEnd& end, std::chrono::milliseconds took,
               const std::string& detail) override {
        const std::string result = end.state == app::JobState::waiting ? "again" : std::string(name(end.state));
        metrics_
            .counter("praxis_jobs_ended_total", "Attempts at jobs by what came of them",
                     {{"kind", job.kind}, {"result", result}})
            .add();
        std::vector<log::Field> fields = {{log::Key::job, job.id},
                                          {log::Key::kind, job.kind},
                                          {log::Key::tenant, job.tenant},
                                          {log::Key::count, std::int64_t{job.attempts}},
                                          {log::Key::milliseconds, std::int64_t{took.count()}}};
        const std::string why = end.error + (detail.empty() ? "" : " " + detail);
        if (!why.empty()) fields.push_back({log::Key::detail, why});
        log_.write(end.state == app::JobState::dead      ? log::Level::error
                   : end.state == app::JobState::waiting ? log::Level::warning
                                                         : log::Level::info,
                   "job " + result, std::move(fields));
    }

    void in_trouble(const std::string& detail) override {
        using Clock = std::chrono::steady_clock;
        const std::int64_t now = Clock::now().time_since_epoch() / 1s;
        std::int64_t last = told_s_.load();
        if (now - last < 10 || !told_s_.compare_exchange_strong(last, now)) return;
        log_.warning("jobs wait", {{log::Key::detail, detail}});
    }

private:
    log::Log& log_;
    metrics::Registry& metrics_;
    std::atomic<std::int64_t> told_s_{-10};
};

void count_queue(const JobParts& parts) {
    const app::QueueFigures figures = parts.queue.figures();
    const auto set = [&](const char* state, std::int64_t count) {
        parts.metrics.gauge("praxis_jobs", "Jobs of the installation by state", {{"state", state}}).set(count);
    };
    set("waiting", figures.waiting);
    set("running", figures.running);
    set("dead", figures.dead);
    parts.metrics.gauge("praxis_jobs_oldest_seconds", "How long the job that is due longest has been waiting")
        .set(figures.oldest_ms / 1000);
}

}  // namespace

struct NodeJobs::Parts {
    explicit Parts(const JobParts& given)
        : parts(given),
          watch(given.log, given.metrics),
          runner(given.queue, given.wakeups, watch, {{given.office.chance.next_id()}}) {
        if (parts.mail) runner.add(letters(parts));
        runner.add(upkeep(parts));
        runner.add(deliveries(parts));
        runner.every(5s, [this] { count_queue(parts); });
        runner.every(1h, [this] { app::leave_sweeps(parts.office); });
    }

    const JobParts parts;
    Watching watch;
    app::JobRunner runner;
};

NodeJobs::NodeJobs(const JobParts& parts) : parts_(std::make_unique<Parts>(parts)) {}

NodeJobs::~NodeJobs() = default;

void NodeJobs::start() {
    parts_->runner.start();
}

void NodeJobs::wind_down() {
    parts_->runner.wind_down();
}

bool NodeJobs::stop(std::chrono::milliseconds most) {
    return parts_->runner.stop(most);
}

}  // namespace praxis::program
