#include "app/evaluate.hpp"

#include <algorithm>

#include "app/in_parallel.hpp"

namespace praxis::app {
namespace {

using foresight::Range;
using foresight::Tally;

constexpr std::uint64_t kRolloutsAtATime = 256;  // a millisecond's work: long beside taking it, short beside the end

template <class Roll>
Tally add_up(Range all, int threads, Roll roll) {
    const std::uint64_t count = all.end > all.begin ? all.end - all.begin : 0;
    const auto pieces = static_cast<std::size_t>((count + kRolloutsAtATime - 1) / kRolloutsAtATime);
    Tally sum;
    for (const Tally& part : in_parallel(pieces, threads, [&](std::size_t i) {
             const std::uint64_t begin = all.begin + i * kRolloutsAtATime;
             return roll(Range{begin, std::min(begin + kRolloutsAtATime, all.end)});
         }))
        sum += part;
    return sum;
}

}  // namespace

Tally evaluate(const foresight::Position& at, Range range, int threads) {
    return add_up(range, threads, [&](Range part) { return foresight::roll(at, part); });
}

Tally evaluate(const foresight::Position& at, const Observation& first, Range range, int threads) {
    return add_up(range, threads, [&](Range part) { return foresight::roll(at, first, part); });
}

}  // namespace praxis::app
