// What an admin does with webhooks: names addresses that listen, tries them out, sees what came of each sending and
// sends it once more. The secret is shown when it is made, never again. Errors: Refusal; `stale` when the version is
// not the one kept.
#pragma once

#include <optional>

#include "app/access/office.hpp"
#include "app/ports/work/webhooks.hpp"

namespace praxis::app {

struct WebhookDesk {
    Office& office;
    WebhookPoster& poster;
};

inline constexpr std::size_t kWebhooksMost = 20;                // of a company
inline constexpr std::int64_t kOldSecret_ms = people::kDay_ms;  // signs so long beside its successor

std::vector<Webhook> list_webhooks(WebhookDesk&, const people::Principal&);
Webhook read_webhook(WebhookDesk&, const people::Principal&, const std::string& id);

struct WebhookWish {
    std::string url, note;
    std::vector<EventKind> kinds;  // empty: all, also those that come later
};
Webhook create_webhook(WebhookDesk&, const people::Principal&, const WebhookWish&);

struct WebhookChange {  // what is absent stays
    std::optional<std::string> url, note;
    std::optional<std::vector<EventKind>> kinds;
    std::optional<bool> active;
    std::int64_t version = 0;
};
Webhook change_webhook(WebhookDesk&, const people::Principal&, const std::string& id, const WebhookChange&);

// A new secret; the old one signs along for a day.
Webhook rotate_secret(WebhookDesk&, const people::Principal&, const std::string& id);
void delete_webhook(WebhookDesk&, const people::Principal&, const std::string& id);

// Sends a `ping`, soon: the delivery tells what comes of it.
Delivery ping_webhook(WebhookDesk&, const people::Principal&, const std::string& id);
std::vector<Delivery> list_deliveries(WebhookDesk&, const people::Principal&, const std::string& id,
                                      const std::string& after, std::size_t most);
// The same message once more, with the same id.
Delivery redeliver(WebhookDesk&, const people::Principal&, const std::string& id, const std::string& delivery);

}  // namespace praxis::app
