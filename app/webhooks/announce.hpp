// An event is written down in the transaction of what it tells of, and handed on to who listens afterwards, by a job.
#pragma once

#include "app/access/office.hpp"
#include "app/webhooks/webhook.hpp"

namespace praxis::app {

// Within a transaction. Writes nothing where nobody listens.
void announce(Office&, Registers&, const std::string& tenant, const Event&);

inline constexpr std::string_view kSpreadJob = "webhook.spread";  // body: the announcement
// The job's work: a delivery, and a job for it, to every address that listens by now.
void spread(Office&, const std::string& tenant, const std::string& announcement);

// Within a transaction: the delivery and its job.
void leave_delivery(Office&, Registers&, const Delivery&);
void leave_delivery_job(Office&, Registers&, const Delivery&);
inline constexpr std::string_view kDeliverJob = "webhook.deliver";  // body: the delivery; about: the webhook

}  // namespace praxis::app
