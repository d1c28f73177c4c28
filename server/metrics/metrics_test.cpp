#include "server/metrics/metrics.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace praxis::metrics {
namespace {

TEST(Metrics, AreWrittenAsPrometheusReadsThem) {
    Registry registry;
    registry.counter("praxis_requests_total", "Requests\nanswered", {{"route", "/a\"b\\c"}, {"code", "200"}}).add(3);
    registry.gauge("praxis_open", "Open now").set(-2);
    registry.measure("praxis_share", "A share", [] { return 0.25; });
    Histogram& seconds = registry.histogram("praxis_seconds", "Time", {0.1, 0.5}, {{"kind", "x"}});
    seconds.observe(0.1);  // a bound belongs to its bucket
    seconds.observe(0.2);
    seconds.observe(7);
    EXPECT_EQ(registry.exposition(),
              "# HELP praxis_open Open now\n"
              "# TYPE praxis_open gauge\n"
              "praxis_open -2\n"
              "# HELP praxis_requests_total Requests\\nanswered\n"
              "# TYPE praxis_requests_total counter\n"
              "praxis_requests_total{route=\"/a\\\"b\\\\c\",code=\"200\"} 3\n"
              "# HELP praxis_seconds Time\n"
              "# TYPE praxis_seconds histogram\n"
              "praxis_seconds_bucket{kind=\"x\",le=\"0.1\"} 1\n"
              "praxis_seconds_bucket{kind=\"x\",le=\"0.5\"} 2\n"
              "praxis_seconds_bucket{kind=\"x\",le=\"+Inf\"} 3\n"
              "praxis_seconds_sum{kind=\"x\"} 7.3\n"
              "praxis_seconds_count{kind=\"x\"} 3\n"
              "# HELP praxis_share A share\n"
              "# TYPE praxis_share gauge\n"
              "praxis_share 0.25\n");
}

TEST(Metrics, OfOneNameAreOfOneKind) {
    Registry registry;
    Counter& one = registry.counter("praxis_a_total", "A");
    EXPECT_EQ(&one, &registry.counter("praxis_a_total", "A"));
    EXPECT_NE(&one, &registry.counter("praxis_a_total", "A", {{"x", "1"}}));
    EXPECT_THROW(registry.gauge("praxis_a_total", "A"), std::logic_error);
    EXPECT_THROW(registry.histogram("praxis_b", "B", {2, 1}), std::logic_error);
}

TEST(Metrics, LoseNothingBetweenThreads) {
    Registry registry;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 10'000; ++j) {
                registry.counter("praxis_c_total", "C").add();
                registry.histogram("praxis_d", "D", {1}).observe(0.5);
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(registry.counter("praxis_c_total", "C").value(), 40'000U);
    EXPECT_EQ(registry.histogram("praxis_d", "D", {1}).count(), 40'000U);
    EXPECT_DOUBLE_EQ(registry.histogram("praxis_d", "D", {1}).sum(), 20'000);
}

}  // namespace
}  // namespace praxis::metrics
