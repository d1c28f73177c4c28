#include "core/vocabulary/derived_event.hpp"

#include <array>

namespace praxis {
namespace {

constexpr std::array<std::string_view, kDerivedEventCount> kDerivedEventNames = {"trade",
                                                                                 "price_held",
                                                                                 "challenge",
                                                                                 "recommendation",
                                                                                 "limit_admitted",
                                                                                 "disqualified",
                                                                                 "overclaim",
                                                                                 "competitor_disparaged",
                                                                                 "concrete_next_step",
                                                                                 "vague_next_step",
                                                                                 "number_stated",
                                                                                 "recap_right",
                                                                                 "recap_wrong",
                                                                                 "segment_tested",
                                                                                 "pitch_before_pain",
                                                                                 "proof_matched",
                                                                                 "silence_after_price",
                                                                                 "pain_disclosed",
                                                                                 "impact_disclosed",
                                                                                 "payoff_disclosed",
                                                                                 "objection_raised",
                                                                                 "objection_resolved",
                                                                                 "step_accepted",
                                                                                 "order_accepted"};

}  // namespace

std::string_view name(DerivedEvent event) {
    return kDerivedEventNames[static_cast<std::size_t>(event)];
}

std::optional<DerivedEvent> derived_event_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kDerivedEventNames.size(); ++i)
        if (kDerivedEventNames[i] == wanted) return static_cast<DerivedEvent>(i);
    return std::nullopt;
}

}  // namespace praxis
