#include "app/webhooks/webhook.hpp"

#include <algorithm>
#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, kEventKindCount> kEventKinds = {
    "ping",        "strategy.published", "strategy.withdrawn", "person.invited",
    "person.left", "attempt.shared",     "appeal.opened",      "appeal.answered"};
constexpr std::array<std::string_view, 3> kDeliveryStates = {"waiting", "delivered", "dead"};

}  // namespace

std::string_view name(EventKind kind) {
    return kEventKinds[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> event_kind_named(std::string_view text) {
    const auto found = std::find(kEventKinds.begin(), kEventKinds.end(), text);
    if (found == kEventKinds.end()) return std::nullopt;
    return static_cast<EventKind>(found - kEventKinds.begin());
}

std::string_view name(DeliveryState state) {
    return kDeliveryStates[static_cast<std::size_t>(state)];
}

std::optional<DeliveryState> delivery_state_named(std::string_view text) {
    const auto found = std::find(kDeliveryStates.begin(), kDeliveryStates.end(), text);
    if (found == kDeliveryStates.end()) return std::nullopt;
    return static_cast<DeliveryState>(found - kDeliveryStates.begin());
}

bool listens_to(const Webhook& webhook, std::string_view kind) {
    return webhook.active && (webhook.kinds.empty() ||
                              std::find(webhook.kinds.begin(), webhook.kinds.end(), kind) != webhook.kinds.end());
}

}  // namespace praxis::app
