// Collects what a check found. For core/strategy's own checks.
#pragma once

#include <string>
#include <utility>

#include "core/base/problem.hpp"

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

}  // namespace praxis::strategy
