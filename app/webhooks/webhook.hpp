// What a company tells its other systems, and where to: events, the addresses that listen to them, and each sending of
// one. Plain values. A rep's practice is private, so an event says no more than the audit line of the same deed: ids,
// never a word of a conversation, never a verdict, nothing of an attempt that was not shared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::app {

enum class EventKind : std::uint8_t {
    ping,  // asked for by an admin, to try an address out
    strategy_published,
    strategy_withdrawn,
    person_invited,
    person_left,  // suspended or erased
    attempt_shared,
    appeal_opened,
    appeal_answered,
};
inline constexpr int kEventKindCount = 8;
std::string_view name(EventKind);  // "strategy.published"
std::optional<EventKind> event_kind_named(std::string_view);

struct Event {
    EventKind kind = EventKind::ping;
    std::vector<std::pair<std::string, std::string>> data;  // names and ids
};

struct Announcement {  // an event as it is kept until it was handed on
    std::string tenant, id, kind;
    std::string body;  // as it is sent
    std::int64_t created_ms = 0;
};

struct Webhook {
    std::string tenant, id;
    std::string url, note;
    std::vector<std::string> kinds;  // of events; empty: all
    std::string secret;              // "whsec_…"
    std::string old_secret;          // signs beside the new one until …
    std::int64_t old_secret_until_ms = 0;
    bool active = true;
    std::string switched_off;  // why the program did it; empty: it did not
    std::optional<std::int64_t> failing_since_ms;
    std::int64_t created_ms = 0, version = 1;
};
bool listens_to(const Webhook&, std::string_view kind);

enum class DeliveryState : std::uint8_t { waiting, delivered, dead };
std::string_view name(DeliveryState);
std::optional<DeliveryState> delivery_state_named(std::string_view);

struct Delivery {
    std::string tenant, id, webhook;
    std::string message;  // the id that the receiver tells repetitions by
    std::string kind, body;
    DeliveryState state = DeliveryState::waiting;
    int attempts = 0;
    std::optional<std::int64_t> last_status;
    std::string last_error;
    std::int64_t created_ms = 0;
    std::optional<std::int64_t> done_ms;
};

}  // namespace praxis::app
