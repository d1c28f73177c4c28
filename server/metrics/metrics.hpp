// What the program counts about itself, and how Prometheus reads it (text format 0.0.4). Series are made once or on
// first use and live as long as the registry; adding to one is an atomic operation. Labels must come from closed sets
// (routes, codes, kinds), never from people. Any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::metrics {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Counter {
public:
    void add(std::uint64_t n = 1) { count_.fetch_add(n, std::memory_order_relaxed); }
    std::uint64_t value() const { return count_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> count_{0};
};

class Gauge {
public:
    void add(std::int64_t n) { value_.fetch_add(n, std::memory_order_relaxed); }
    void set(std::int64_t n) { value_.store(n, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_{0};
};

// Seconds, mostly. `bounds` are upper bounds, rising; the last bucket, "+Inf", is added.
class Histogram {
public:
    explicit Histogram(std::vector<double> bounds);
    void observe(double);
    std::uint64_t count() const;
    double sum() const;
    const std::vector<double>& bounds() const { return bounds_; }
    std::uint64_t in_bucket(std::size_t) const;  // not cumulated

private:
    const std::vector<double> bounds_;
    const std::unique_ptr<std::atomic<std::uint64_t>[]> buckets_;
    std::atomic<std::uint64_t> sum_micro_{0};
};

// 0.5 ms … 10 s, for answers of a program to a person.
std::vector<double> latency_bounds();

class Registry {
public:
    // The same name and labels give the same series; a name belongs to one kind (std::logic_error otherwise).
    Counter& counter(std::string_view name, std::string_view help, const Labels& = {});
    Gauge& gauge(std::string_view name, std::string_view help, const Labels& = {});
    Histogram& histogram(std::string_view name, std::string_view help, const std::vector<double>& bounds,
                         const Labels& = {});
    // Asked for when read, on the thread that reads; must not block.
    void measure(std::string_view name, std::string_view help, std::function<double()>, const Labels& = {});
    void count(std::string_view name, std::string_view help, std::function<double()>, const Labels& = {});

    std::string exposition() const;

private:
    struct Series {
        std::unique_ptr<Counter> counter;
        std::unique_ptr<Gauge> gauge;
        std::unique_ptr<Histogram> histogram;
        std::function<double()> asked;
    };
    struct Family {
        std::string type, help;
        std::map<std::string, Series> series;  // by written labels
    };
    Series& series(std::string_view name, std::string_view help, std::string_view type, const Labels&);

    mutable std::mutex lock_;
    std::map<std::string, Family, std::less<>> families_;
};

}  // namespace praxis::metrics
