// How good probabilities were that have met their outcomes: Brier score (Brier 1950), its parts (Murphy 1973), the
// reliability table in ten equal bins and the expected calibration error over them (Naeini, Cooper and Hauskrecht
// 2015). Sums only, so the order of parts does not matter beyond rounding. Values; any thread.
#pragma once

#include <array>
#include <cstdint>

namespace praxis::calibrate_foresight {

inline constexpr std::size_t kBins = 10;

struct Bin {
    std::uint64_t count = 0, came = 0;
    double said = 0;  // summed

    double mean_said() const { return count == 0 ? 0 : said / static_cast<double>(count); }
    double share_came() const { return count == 0 ? 0 : static_cast<double>(came) / static_cast<double>(count); }
};

class Reliability {
public:
    void add(double said, bool came);

    const std::array<Bin, kBins>& bins() const { return bins_; }
    std::uint64_t count() const;
    double mean_said() const;
    double share_came() const;          // the base rate
    double brier() const;               // mean squared distance; 0 is perfect
    double brier_of_base_rate() const;  // of somebody who always says the base rate
    double skill() const;               // share of that distance taken away
    double calibration_error() const;   // mean distance between said and came, over the bins

private:
    Bin all() const;

    std::array<Bin, kBins> bins_{};
    double squares_ = 0;
};

}  // namespace praxis::calibrate_foresight
