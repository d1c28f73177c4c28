#include "core/base/nearest.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace praxis {

int edit_distance(std::string_view a, std::string_view b, int limit) {
    if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
    const std::size_t width = b.size() + 1;
    std::vector<int> before_last(width), last(width), row(width);
    for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j < width; ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[width - 1];
}

std::string nearest(std::string_view wanted, std::span<const std::string> known) {
    int limit = std::max<int>(1, static_cast<int>(wanted.size()) / 3);
    std::string best;
    for (const std::string& name : known) {
        const int distance = edit_distance(wanted, name, limit);
        if (distance > limit || (distance == limit && !best.empty())) continue;
        best = name;
        limit = distance;
    }
    return best;
}

}  // namespace praxis
