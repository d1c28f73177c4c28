// Jobs, webhooks and deliveries as the contract's JSON, and an event as it is sent to others. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/ports/work/jobs.hpp"
#include "app/webhooks/webhooks.hpp"

namespace praxis::wire {

// {"type": "strategy.published", "timestamp": "2026-11-29T17:30:00.000Z", "data": {…}}
std::string event_text(const app::Event&, std::int64_t at_ms);

boost::json::object to_json(const app::Job&);
boost::json::object to_json(const app::Webhook&);  // without its secrets
boost::json::object to_json(const app::Delivery&);

app::WebhookWish webhook_wish_from(const boost::json::object&, Problems&);
app::WebhookChange webhook_change_from(const boost::json::object&, Problems&);  // without the version

}  // namespace praxis::wire
