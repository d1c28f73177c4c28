#include <algorithm>
#include <array>

#include "app/ports/work/jobs.hpp"

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 4> kJobStates = {"waiting", "running", "done", "dead"};

}  // namespace

std::string_view name(JobState state) {
    return kJobStates[static_cast<std::size_t>(state)];
}

std::optional<JobState> job_state_named(std::string_view text) {
    const auto found = std::find(kJobStates.begin(), kJobStates.end(), text);
    if (found == kJobStates.end()) return std::nullopt;
    return static_cast<JobState>(found - kJobStates.begin());
}

}  // namespace praxis::app
