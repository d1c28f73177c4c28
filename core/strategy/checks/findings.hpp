// Collects what a check found. For core/strategy's own checks.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/problem.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::strategy {

class Findings {
public:
    void error(const Place& at, std::string what, std::string mend = {}) {
        add(Severity::error, at, std::move(what), std::move(mend));
    }
    void warn(const Place& at, std::string what, std::string mend = {}) {
        add(Severity::warning, at, std::move(what), std::move(mend));
    }
    void note(const Place& at, std::string what, std::string mend = {}) {
        add(Severity::note, at, std::move(what), std::move(mend));
    }
    Problems take() { return std::move(problems_); }

private:
    void add(Severity severity, const Place& at, std::string what, std::string mend) {
        problems_.push_back({severity, at, std::move(what), std::move(mend)});
    }
    Problems problems_;
};

inline bool holds(const Slugs& slugs, const Slug& slug) {
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}

// "segment 'spot-buyer'"
inline std::string called(std::string_view kind, const Slug& id) {
    return std::string(kind) + " '" + id + "'";
}

}  // namespace praxis::strategy
