// How long each kind of data is kept before it is really deleted. The defaults are ours; a tenant may shorten or
// lengthen them within the bounds. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis::people {

enum class DataKind : std::uint8_t {
    practice,   // attempts with logs, reports, verdicts, shares, appeals; from their start
    abandoned,  // attempts that were never finished; from their start
    calls,      // transcripts of real calls and their reviews; from the import
    errands,    // finished jobs, deliveries, answers to repeated requests
    ways_in,    // sessions, links and throttles that are over
};
inline constexpr int kDataKindCount = 5;

struct Keeping {
    std::string_view name;
    int days, least_days, most_days;
};
const Keeping& keeping(DataKind);
std::optional<DataKind> data_kind_named(std::string_view);

using RetentionDays = std::array<int, kDataKindCount>;
RetentionDays default_retention();
constexpr int& days_of(RetentionDays& days, DataKind kind) {
    return days[static_cast<std::size_t>(kind)];
}
constexpr int days_of(const RetentionDays& days, DataKind kind) {
    return days[static_cast<std::size_t>(kind)];
}

}  // namespace praxis::people
