#include "tools/calibrate_foresight/reliability.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::calibrate_foresight {

void Reliability::add(double said, bool came) {
    const auto bin = static_cast<std::size_t>(std::clamp(said, 0.0, 1.0) * kBins);
    Bin& its = bins_[std::min(bin, kBins - 1)];
    ++its.count;
    its.came += came ? 1 : 0;
    its.said += said;
    squares_ += (said - (came ? 1 : 0)) * (said - (came ? 1 : 0));
}

Bin Reliability::all() const {
    Bin sum;
    for (const Bin& bin : bins_) {
        sum.count += bin.count;
        sum.came += bin.came;
        sum.said += bin.said;
    }
    return sum;
}

std::uint64_t Reliability::count() const {
    return all().count;
}

double Reliability::mean_said() const {
    return all().mean_said();
}

double Reliability::share_came() const {
    return all().share_came();
}

double Reliability::brier() const {
    return count() == 0 ? 0 : squares_ / static_cast<double>(count());
}

double Reliability::brier_of_base_rate() const {
    return share_came() * (1 - share_came());
}

double Reliability::skill() const {
    return brier_of_base_rate() == 0 ? 0 : 1 - brier() / brier_of_base_rate();
}

double Reliability::calibration_error() const {
    double sum = 0;
    for (const Bin& bin : bins_) sum += static_cast<double>(bin.count) * std::fabs(bin.mean_said() - bin.share_came());
    return count() == 0 ? 0 : sum / static_cast<double>(count());
}

}  // namespace praxis::calibrate_foresight
