#include "server/metrics/metrics.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace praxis::metrics {
namespace {

constexpr double kMicro = 1e6;

std::string written(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end.ptr};
}

std::string escaped(std::string_view value, bool quotes) {
    std::string out;
    for (const char c : value) {
        if (c == '\\' || (quotes && c == '"')) out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

std::string written(const Labels& labels) {
    std::string out;
    for (const auto& [name, value] : labels)
        out += (out.empty() ? "" : ",") + name + "=\"" + escaped(value, true) + "\"";
    return out;
}

// name{labels,extra} value
void write_line(std::string& out, const std::string& name, const std::string& labels, const std::string& extra,
                const std::string& value) {
    out += name;
    if (!labels.empty() || !extra.empty())
        out += "{" + labels + (labels.empty() || extra.empty() ? "" : ",") + extra + "}";
    out += " " + value + "\n";
}

void write_histogram(std::string& out, const std::string& name, const std::string& labels, const Histogram& histogram) {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i <= histogram.bounds().size(); ++i) {
        total += histogram.in_bucket(i);
        const std::string bound = i < histogram.bounds().size() ? written(histogram.bounds()[i]) : "+Inf";
        write_line(out, name + "_bucket", labels, "le=\"" + bound + "\"", std::to_string(total));
    }
    write_line(out, name + "_sum", labels, "", written(histogram.sum()));
    write_line(out, name + "_count", labels, "", std::to_string(total));
}

}  // namespace

Histogram::Histogram(std::vector<double> bounds)
    : bounds_(std::move(bounds)), buckets_(std::make_unique<std::atomic<std::uint64_t>[]>(bounds_.size() + 1)) {
    if (!std::is_sorted(bounds_.begin(), bounds_.end())) throw std::logic_error("bounds of a histogram must rise");
}

void Histogram::observe(double value) {
    const auto bucket = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
    buckets_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    sum_micro_.fetch_add(static_cast<std::uint64_t>(std::max(0.0, value) * kMicro), std::memory_order_relaxed);
}

std::uint64_t Histogram::in_bucket(std::size_t i) const {
    return buckets_[i].load(std::memory_order_relaxed);
}

std::uint64_t Histogram::count() const {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i <= bounds_.size(); ++i) total += in_bucket(i);
    return total;
}

double Histogram::sum() const {
    return static_cast<double>(sum_micro_.load(std::memory_order_relaxed)) / kMicro;
}

std::vector<double> latency_bounds() {
    return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

Registry::Series& Registry::series(std::string_view name, std::string_view help, std::string_view type,
                                   const Labels& labels) {
    auto family = families_.find(name);
    if (family == families_.end())
        family = families_.emplace(std::string(name), Family{std::string(type), std::string(help), {}}).first;
    if (family->second.type != type)
        throw std::logic_error("the metric " + std::string(name) + " is a " + family->second.type);
    return family->second.series[written(labels)];
}

Counter& Registry::counter(std::string_view name, std::string_view help, const Labels& labels) {
    const std::lock_guard lock(lock_);
    auto& counter = series(name, help, "counter", labels).counter;
    if (!counter) counter = std::make_unique<Counter>();
    return *counter;
}

Gauge& Registry::gauge(std::string_view name, std::string_view help, const Labels& labels) {
    const std::lock_guard lock(lock_);
    auto& gauge = series(name, help, "gauge", labels).gauge;
    if (!gauge) gauge = std::make_unique<Gauge>();
    return *gauge;
}

Histogram& Registry::histogram(std::string_view name, std::string_view help, const std::vector<double>& bounds,
                               const Labels& labels) {
    const std::lock_guard lock(lock_);
    auto& histogram = series(name, help, "histogram", labels).histogram;
    if (!histogram) histogram = std::make_unique<Histogram>(bounds);
    return *histogram;
}

void Registry::measure(std::string_view name, std::string_view help, std::function<double()> asked,
                       const Labels& labels) {
    const std::lock_guard lock(lock_);
    series(name, help, "gauge", labels).asked = std::move(asked);
}

void Registry::count(std::string_view name, std::string_view help, std::function<double()> asked,
                     const Labels& labels) {
    const std::lock_guard lock(lock_);
    series(name, help, "counter", labels).asked = std::move(asked);
}

std::string Registry::exposition() const {
    const std::lock_guard lock(lock_);
    std::string out;
    for (const auto& [name, family] : families_) {
        out += "# HELP " + name + " " + escaped(family.help, false) + "\n# TYPE " + name + " " + family.type + "\n";
        for (const auto& [labels, one] : family.series) {
            if (one.histogram) write_histogram(out, name, labels, *one.histogram);
            if (one.counter) write_line(out, name, labels, "", std::to_string(one.counter->value()));
            if (one.gauge) write_line(out, name, labels, "", std::to_string(one.gauge->value()));
            if (one.asked) write_line(out, name, labels, "", written(one.asked()));
        }
    }
    return out;
}

}  // namespace praxis::metrics
