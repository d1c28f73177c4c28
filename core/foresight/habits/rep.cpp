#include "core/foresight/habits/rep.hpp"

namespace praxis::foresight::habits {
namespace {

constexpr std::array<std::string_view, kStrengthCount> kStrengths = {"novice", "developing", "practised", "expert"};

}  // namespace

std::string_view name(Strength strength) {
    return kStrengths[static_cast<std::size_t>(strength)];
}

std::string_view name(const Rep& rep) {
    const auto* kind = std::get_if<buyer::RepKind>(&rep);
    return kind ? buyer::name(*kind) : name(std::get<Strength>(rep));
}

std::optional<Rep> rep_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kStrengths.size(); ++i)
        if (kStrengths[i] == wanted) return static_cast<Strength>(i);
    if (const auto kind = buyer::rep_kind_named(wanted)) return *kind;
    return std::nullopt;
}

Observation next_of(const Rep& rep, const buyer::State& state, const buyer::Scene& scene, Seed seed) {
    if (const auto* kind = std::get_if<buyer::RepKind>(&rep))
        return buyer::next_observation(*kind, state, scene, seed, state.turn + 1U);
    return next_of_competent(state, scene, seed, slips_percent(std::get<Strength>(rep)));
}

}  // namespace praxis::foresight::habits
