// The queue of jobs on both engines, and what runs it: nothing twice at once, nothing lost with a node.
#include "adapters/storage/work/jobs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/wakeups.hpp"
#include "app/jobs/runner.hpp"
#include "app/ports/registry.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using namespace std::chrono_literals;
using app::Job;
using app::JobEnd;
using app::JobState;

const std::vector<std::string> kKinds = {"one", "two"};

bool comes_soon(const std::function<bool()>& what) {
    for (int i = 0; i < 2000 && !what(); ++i) std::this_thread::sleep_for(10ms);
    return what();
}

class Jobs : public OnBothEngines {
protected:
    void leave(const std::string& job, const std::string& kind = "one", const std::string& about = {},
               std::int64_t wait_ms = 0) {
        registry().write([&](app::Registers& registers) {
            registers.jobs.add({"t1", job, kind, "body of " + job, about, {}, wait_ms, 1});
        });
    }
    std::optional<Job> take(const std::string& node = "a", std::int64_t length_ms = 10'000) {
        return queue().take(kKinds, {node, length_ms});
    }
    // Time goes by for the queue: what is due and what was lent comes nearer by as much.
    void pass(std::int64_t ms) {
        database().once("UPDATE job SET run_after_ms = run_after_ms - $1, lease_until_ms = lease_until_ms - $1", ms);
    }
    Job kept(const std::string& job) {
        std::optional<Job> found;
        registry().read([&](app::Registers& registers) { found = registers.jobs.find("t1", job); });
        return found.value_or(Job());
    }
    app::JobQueue& queue() {
        if (!queue_) queue_ = std::make_unique<storage::StoredJobQueue>(database());
        return *queue_;
    }
    app::Registry& registry() {
        if (!registry_) registry_ = storage::registry_in(database(), [this] { ++woken_; });
        return *registry_;
    }
    std::atomic<int> woken_{0};

private:
    std::unique_ptr<storage::StoredJobQueue> queue_;
    std::unique_ptr<app::Registry> registry_;
};

TEST_P(Jobs, AreTakenOnceAndInTheirOrder) {
    leave(id(1));
    leave(id(2), "two");
    leave(id(3), "unknown here");
    EXPECT_EQ(woken_, 3);
    EXPECT_EQ(take()->id, id(1));
    EXPECT_EQ(take("b")->id, id(2));
    EXPECT_FALSE(take()) << "what this node does not know is left to others";
    EXPECT_EQ(kept(id(1)).state, JobState::running);
    EXPECT_EQ(queue().figures().running, 2);
    EXPECT_EQ(queue().figures().waiting, 1);
}

TEST_P(Jobs, WaitAsLongAsTheyAreToldTo) {
    leave(id(1), "one", {}, 600'000);
    EXPECT_FALSE(take());
    pass(600'000);
    EXPECT_TRUE(take());
}

TEST_P(Jobs, OfTwoWithOneNameTheFirstIsKept) {
    int added = 0;
    for (int i = 1; i <= 3; ++i)
        registry().write([&](app::Registers& registers) {
            if (registers.jobs.add({i == 3 ? "t2" : "t1", id(i), "one", {}, {}, "today", 0, 1})) ++added;
        });
    EXPECT_EQ(added, 2) << "a tenant has its own";
}

TEST_P(Jobs, AboutOneThingRunOneAfterTheOther) {
    leave(id(1), "one", "somebody");
    leave(id(2), "one", "somebody");
    leave(id(3), "two", "somebody");
    const auto first = take();
    EXPECT_EQ(take()->id, id(3)) << "another kind does not wait";
    EXPECT_FALSE(take());
    queue().settle(*first, "a", {});
    EXPECT_EQ(take()->id, id(2));
}

TEST_P(Jobs, AreForgottenButForTheirEnd) {
    leave(id(1));
    EXPECT_TRUE(queue().settle(*take(), "a", {}));
    EXPECT_EQ(kept(id(1)).state, JobState::done);
    EXPECT_EQ(kept(id(1)).body, "");
    EXPECT_TRUE(kept(id(1)).done_ms);
}

TEST_P(Jobs, ThatFailedComeBackAndAreLaidAsideInTheEnd) {
    leave(id(1));
    EXPECT_TRUE(queue().settle(*take(), "a", {JobState::waiting, 600'000, "no answer"}));
    EXPECT_EQ(kept(id(1)).last_error, "no answer");
    EXPECT_FALSE(take());
    pass(600'000);
    const auto again = take();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->attempts, 2);
    EXPECT_EQ(again->body, "body of " + id(1));
    EXPECT_TRUE(queue().settle(*again, "a", {JobState::dead, 0, "still none"}));
    EXPECT_FALSE(take());
    EXPECT_EQ(queue().figures().dead, 1);
    bool retried = false;
    registry().write([&](app::Registers& registers) { retried = registers.jobs.retry("t1", id(1)); });
    EXPECT_TRUE(retried);
    EXPECT_EQ(take()->attempts, 1);
    registry().write([&](app::Registers& registers) { retried = registers.jobs.retry("t1", id(1)); });
    EXPECT_FALSE(retried) << "it is not dead now";
}

TEST_P(Jobs, OfANodeThatDiedGoToAnother) {
    leave(id(1));
    const auto lost = take("a");
    EXPECT_FALSE(take("b"));
    pass(10'000);
    const auto found = take("b");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->attempts, 2);
    EXPECT_FALSE(queue().renew(*lost, {"a", 10'000})) << "who overslept has lost it";
    EXPECT_FALSE(queue().settle(*lost, "a", {}));
    EXPECT_EQ(kept(id(1)).state, JobState::running);
    EXPECT_TRUE(queue().settle(*found, "b", {}));
}

TEST_P(Jobs, AreHeldAsLongAsTheirLeaseIsRenewed) {
    leave(id(1));
    const auto job = take("a");
    for (int i = 0; i < 6; ++i) {
        pass(6'000);
        EXPECT_TRUE(queue().renew(*job, {"a", 10'000}));
        EXPECT_FALSE(take("b"));
    }
}

TEST_P(Jobs, ALeaseFromBeforeTheClockWasSetBackHoldsNobodyOff) {
    leave(id(1));
    ASSERT_TRUE(take("a"));
    database().once("UPDATE job SET lease_until_ms = now_ms() + 3600000");
    EXPECT_TRUE(take("b"));
}

struct Seen final : app::JobWatch {
    void ended(const Job& job, const JobEnd& end, std::chrono::milliseconds, const std::string& detail) override {
        const std::lock_guard guard(mutex);
        ends.emplace_back(job.id, end.state);
        details += detail;
    }
    void in_trouble(const std::string&) override { ++troubles; }
    std::size_t count() {
        const std::lock_guard guard(mutex);
        return ends.size();
    }
    std::mutex mutex;
    std::vector<std::pair<std::string, JobState>> ends;
    std::string details;
    std::atomic<int> troubles{0};
};

app::JobPatience impatient(int attempts) {
    return {std::vector<std::int64_t>(static_cast<std::size_t>(attempts - 1), 1)};
}

class Runner : public Jobs {
protected:
    std::unique_ptr<app::JobRunner> runner(const std::string& node, unsigned threads, int attempts,
                                           const std::function<void(const app::JobRun&)>& act,
                                           std::int64_t lease_ms = 10'000) {
        auto made =
            std::make_unique<app::JobRunner>(queue(), *wakeups, seen, app::RunnerSettings{{node, lease_ms}, 50ms});
        made->add({threads, {{"one", impatient(attempts), act}}});
        return made;
    }
    std::unique_ptr<app::Wakeups> wakeups = storage::open_wakeups(storage::WakeupSettings{1, 20});
    Seen seen;
};

TEST_P(Runner, ManyNodesDoEveryJobOnce) {
    constexpr int kCount = 60;
    std::mutex mutex;
    std::map<std::string, int> done;
    std::atomic<int> at_once{0};
    std::map<std::string, std::atomic<int>> running;
    for (int i = 0; i < kCount; ++i) running[id(i)] = 0;
    const auto act = [&](const app::JobRun& run) {
        if (++running.at(run.job.id) > 1) ++at_once;
        std::this_thread::sleep_for(2ms);
        {
            const std::lock_guard guard(mutex);
            ++done[run.job.id];
        }
        --running.at(run.job.id);
    };
    std::vector<std::unique_ptr<app::JobRunner>> nodes;
    for (const char* node : {"a", "b", "c"}) nodes.push_back(runner(node, 2, 3, act));
    for (auto& node : nodes) node->start();
    for (int i = 0; i < kCount; ++i) leave(id(i));
    EXPECT_TRUE(comes_soon([&] { return seen.count() == kCount; }));
    for (auto& node : nodes) EXPECT_TRUE(node->stop(5s));
    EXPECT_EQ(at_once, 0);
    EXPECT_EQ(done.size(), std::size_t{kCount});
    for (const auto& [job, times] : done) EXPECT_EQ(times, 1) << job;
}

TEST_P(Runner, TriesAgainAndThenLaysAside) {
    leave(id(1));
    leave(id(2));
    std::atomic<int> tries{0}, last{0};
    const auto one = runner("a", 1, 3, [&](const app::JobRun& run) {
        if (run.job.id == id(2)) throw app::JobTrouble(false, "Nobody is there.");
        ++tries;
        if (run.last) ++last;
        throw std::runtime_error("the secret of the house");
    });
    one->start();
    EXPECT_TRUE(comes_soon([&] { return queue().figures().dead == 2; }));
    EXPECT_TRUE(one->stop(5s));
    EXPECT_EQ(tries, 3);
    EXPECT_EQ(last, 1);
    EXPECT_EQ(kept(id(2)).attempts, 1);
    EXPECT_EQ(kept(id(2)).last_error, "Nobody is there.");
    EXPECT_EQ(kept(id(1)).last_error.find("secret"), std::string::npos) << "what nobody wrote for people is not shown";
    EXPECT_NE(seen.details.find("secret"), std::string::npos) << "but told to the log";
}

TEST_P(Runner, LeavesAloneWhoAsksForRest) {
    leave(id(1));
    const auto one = runner("a", 1, 3, [&](const app::JobRun&) { throw app::JobTrouble(true, "Busy.", 3'600'000); });
    one->start();
    EXPECT_TRUE(comes_soon([&] { return kept(id(1)).state == JobState::waiting && kept(id(1)).attempts == 1; }));
    EXPECT_TRUE(one->stop(5s));
    const std::int64_t now = database().once("SELECT now_ms()").rows.front().whole(0);
    EXPECT_GT(kept(id(1)).run_after_ms, now + 3'500'000);
    EXPECT_LE(kept(id(1)).run_after_ms, now + 3'600'000);
}

// A third of the lease passes between two renewals, so four of them are longer than it.
TEST_P(Runner, HoldsALongJobBeyondItsLease) {
    leave(id(1));
    const auto lent_until = [&] { return database().once("SELECT lease_until_ms FROM job").rows.front().whole(0); };
    std::atomic<int> begun{0}, renewed{0};
    const auto act = [&](const app::JobRun&) {
        ++begun;
        for (int i = 0; i < 4; ++i) {
            const std::int64_t before = lent_until();
            if (comes_soon([&] { return lent_until() > before; })) ++renewed;
        }
    };
    const auto a = runner("a", 1, 3, act, 4'500), b = runner("b", 1, 3, act, 4'500);
    a->start();
    b->start();
    EXPECT_TRUE(comes_soon([&] { return seen.count() == 1; }));
    EXPECT_TRUE(a->stop(5s) && b->stop(5s));
    EXPECT_EQ(begun, 1);
    EXPECT_EQ(renewed, 4);
    EXPECT_EQ(kept(id(1)).state, JobState::done);
}

TEST_P(Runner, LetsTheCurrentJobEndWhenItIsStopped) {
    leave(id(1));
    leave(id(2));
    std::atomic<bool> begun{false}, told_to_stop{false};
    const auto one = runner("a", 1, 3, [&](const app::JobRun& run) {
        begun = true;
        while (run.go_on()) std::this_thread::sleep_for(5ms);
        told_to_stop = true;
    });
    one->start();
    ASSERT_TRUE(comes_soon([&] { return begun.load(); }));
    EXPECT_TRUE(one->stop(5s));
    EXPECT_TRUE(told_to_stop);
    EXPECT_EQ(kept(id(1)).state, JobState::done);
    EXPECT_EQ(kept(id(2)).state, JobState::waiting);
}

TEST_P(Runner, DoesNotTryForEverWhatEndsItsNodes) {
    leave(id(1));
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(take("gone"));
        pass(10'000);
    }
    std::atomic<int> begun{0};
    const auto one = runner("a", 1, 2, [&](const app::JobRun&) { ++begun; });
    one->start();
    EXPECT_TRUE(comes_soon([&] { return queue().figures().dead == 1; }));
    EXPECT_TRUE(one->stop(5s));
    EXPECT_EQ(begun, 0);
}

TEST_P(Runner, DoesRegularlyWhatItIsTold) {
    std::atomic<int> times{0};
    const auto one = runner("a", 1, 1, [](const app::JobRun&) {});
    one->every(20ms, [&] {
        ++times;
        throw std::runtime_error("once is no reason to stop");
    });
    one->start();
    EXPECT_TRUE(comes_soon([&] { return times >= 3; }));
    EXPECT_TRUE(one->stop(5s));
    EXPECT_GE(seen.troubles, 3);
}

TEST(JobPatience, SpreadsItsWaitsAndStaysNearThem) {
    const app::JobPatience patience = app::delivery_patience();
    std::int64_t all = 0;
    for (int attempt = 1; attempt < patience.attempts(); ++attempt) {
        const std::int64_t wait = patience.waits_ms[static_cast<std::size_t>(attempt - 1)];
        std::set<std::int64_t> different;
        for (int job = 0; job < 50; ++job) {
            const std::int64_t given = app::wait_after(patience, attempt, id(job));
            EXPECT_GE(given, wait * 4 / 5);
            EXPECT_LE(given, wait * 6 / 5);
            EXPECT_EQ(given, app::wait_after(patience, attempt, id(job)));
            different.insert(given);
        }
        EXPECT_GT(different.size(), 40u);
        all += wait;
    }
    EXPECT_GT(all, 23 * people::kHour_ms);
    EXPECT_LT(all, 25 * people::kHour_ms);
}

TEST(JobPatience, RestsAsLongAsIsAskedForAndNoLonger) {
    const app::JobPatience patience = app::delivery_patience();
    const std::int64_t own = app::wait_after(patience, 1, "job");
    EXPECT_EQ(app::wait_after(patience, 1, "job", own - 1), own) << "our own wait is longer";
    EXPECT_EQ(app::wait_after(patience, 1, "job", people::kHour_ms), people::kHour_ms);
    EXPECT_EQ(app::wait_after(patience, 1, "job", 365 * people::kDay_ms), app::kRestMost_ms);
}

PRAXIS_ON_BOTH_ENGINES(Jobs);
PRAXIS_ON_BOTH_ENGINES(Runner);

}  // namespace
}  // namespace praxis::testing
