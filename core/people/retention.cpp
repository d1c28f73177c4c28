#include "core/people/retention.hpp"

namespace praxis::people {
namespace {

constexpr std::array<Keeping, kDataKindCount> kKeeping = {{{"practice", 730, 1, 3650},
                                                           {"abandoned", 30, 1, 365},
                                                           {"calls", 180, 1, 3650},
                                                           {"errands", 14, 1, 90},
                                                           {"ways_in", 7, 1, 30}}};

}  // namespace

const Keeping& keeping(DataKind kind) {
    return kKeeping[static_cast<std::size_t>(kind)];
}

std::optional<DataKind> data_kind_named(std::string_view text) {
    for (std::size_t i = 0; i < kKeeping.size(); ++i)
        if (kKeeping[i].name == text) return static_cast<DataKind>(i);
    return std::nullopt;
}

RetentionDays default_retention() {
    RetentionDays days{};
    for (std::size_t i = 0; i < kKeeping.size(); ++i) days[i] = kKeeping[i].days;
    return days;
}

}  // namespace praxis::people
