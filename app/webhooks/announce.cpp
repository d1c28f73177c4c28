#include "app/webhooks/announce.hpp"

#include <algorithm>

namespace praxis::app {

void announce(Office& office, Registers& registers, const std::string& tenant, const Event& event) {
    const std::vector<Webhook> all = registers.webhooks.list(tenant);
    if (std::none_of(all.begin(), all.end(), [&](const Webhook& one) { return listens_to(one, name(event.kind)); }))
        return;
    const std::int64_t now = office.clock.now_ms();
    const std::string id = office.chance.next_id();
    registers.outbox.add(tenant, id, event, now);
    registers.jobs.add({tenant, office.chance.next_id(), std::string(kSpreadJob), id, {}, {}, 0, now});
}

void leave_delivery(Office& office, Registers& registers, const Delivery& delivery) {
    registers.deliveries.add(delivery);
    leave_delivery_job(office, registers, delivery);
}

void leave_delivery_job(Office& office, Registers& registers, const Delivery& delivery) {
    registers.jobs.add({delivery.tenant,
                        office.chance.next_id(),
                        std::string(kDeliverJob),
                        delivery.id,
                        delivery.webhook,
                        {},
                        0,
                        office.clock.now_ms()});
}

void spread(Office& office, const std::string& tenant, const std::string& id) {
    office.registry.write([&](Registers& registers) {
        const auto said = registers.outbox.find(tenant, id);
        if (!said) return;  // handed on, or its company is gone
        const std::int64_t now = office.clock.now_ms();
        for (const Webhook& webhook : registers.webhooks.list(tenant)) {
            if (!listens_to(webhook, said->kind)) continue;
            Delivery delivery;
            delivery.tenant = tenant;
            delivery.id = office.chance.next_id();
            delivery.webhook = webhook.id;
            delivery.message = said->id;
            delivery.kind = said->kind;
            delivery.body = said->body;
            delivery.created_ms = now;
            leave_delivery(office, registers, delivery);
        }
        registers.outbox.handed_on(tenant, id, now);
    });
}

}  // namespace praxis::app
