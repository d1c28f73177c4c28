#include "app/webhooks/deliver.hpp"

namespace praxis::app {
namespace {

struct Sending {
    std::optional<Delivery> delivery;
    std::optional<Webhook> webhook;
};

Sending sending_of(Office& office, const Job& job) {
    Sending sending;
    office.registry.read([&](Registers& registers) {
        sending.delivery = registers.deliveries.find(job.tenant, job.body);
        sending.webhook = registers.webhooks.find(job.tenant, job.about);
    });
    return sending;
}

WebhookPost post_of(const Sending& sending, std::int64_t now_ms) {
    WebhookPost post{sending.webhook->url,
                     sending.delivery->message,
                     sending.delivery->body,
                     now_ms / 1000,
                     {sending.webhook->secret}};
    if (now_ms < sending.webhook->old_secret_until_ms) post.secrets.push_back(sending.webhook->old_secret);
    return post;
}

bool was_taken(const WebhookPosted& posted) {
    return posted.status && *posted.status >= 200 && *posted.status < 300;
}

std::string trouble_with(const WebhookPosted& posted) {
    if (!posted.status) return posted.trouble;
    if (*posted.status >= 300 && *posted.status < 400)
        return "It answered " + std::to_string(*posted.status) + ", a redirect, which is not followed.";
    const std::string rest =
        posted.rest_ms > 0 ? " and asked for " + std::to_string(posted.rest_ms / 1000) + " seconds of rest" : "";
    return "It answered " + std::to_string(*posted.status) + rest + ".";
}

// Why the webhook is to be switched off; empty: it is not.
std::string reason_to_stop(const Webhook& webhook, const WebhookPosted& posted, std::int64_t now_ms) {
    if (posted.status == 410) return "gone";
    return webhook.failing_since_ms && now_ms - *webhook.failing_since_ms >= kFailingMost_ms ? "failing" : "";
}

class Ending {
public:
    Ending(Office& office, const JobRun& run, const WebhookPosted& posted)
        : office_(office), run_(run), posted_(posted), now_(office.clock.now_ms()) {}

    // True: it may be tried again.
    bool keep() {
        bool again = false;
        office_.registry.write([&](Registers& registers) {
            again = !was_taken(posted_) && posted_.again && !run_.last;
            const bool stopped = keep_health(registers);
            again = again && !stopped;
            keep_delivery(registers, again);
        });
        return again;
    }

private:
    // True: it is switched off.
    bool keep_health(Registers& registers) {
        auto webhook = registers.webhooks.find(run_.job.tenant, run_.job.about);
        if (!webhook || !webhook->active) return true;
        if (was_taken(posted_)) {
            if (!webhook->failing_since_ms) return false;
            webhook->failing_since_ms.reset();
            registers.webhooks.note_health(*webhook);
            return false;
        }
        if (!webhook->failing_since_ms) webhook->failing_since_ms = now_;
        const std::string reason = reason_to_stop(*webhook, posted_, now_);
        if (!reason.empty()) {
            webhook->active = false;
            webhook->switched_off = reason;
            write_down(office_, registers, {webhook->tenant, {}, "webhook.switched_off", webhook->id, reason});
        }
        registers.webhooks.note_health(*webhook);
        return !webhook->active;
    }

    void keep_delivery(Registers& registers, bool again) {
        auto delivery = registers.deliveries.find(run_.job.tenant, run_.job.body);
        if (!delivery) return;
        ++delivery->attempts;
        delivery->last_status = posted_.status;
        delivery->last_error = was_taken(posted_) ? std::string() : trouble_with(posted_);
        delivery->state = was_taken(posted_) ? DeliveryState::delivered
                          : again            ? DeliveryState::waiting
                                             : DeliveryState::dead;
        delivery->done_ms = again ? std::nullopt : std::optional(now_);
        registers.deliveries.change(*delivery);
    }

    Office& office_;
    const JobRun& run_;
    const WebhookPosted& posted_;
    const std::int64_t now_;
};

}  // namespace

void deliver(Office& office, WebhookPoster& poster, const JobRun& run) {
    const Sending sending = sending_of(office, run.job);
    if (!sending.delivery || !sending.webhook) return;  // nobody wants it any more
    if (sending.delivery->state == DeliveryState::delivered) return;
    WebhookPosted posted;
    if (sending.webhook->active)
        posted = poster.post(post_of(sending, office.clock.now_ms()));
    else
        posted = {std::nullopt, "The webhook is switched off.", false};
    const bool again = Ending(office, run, posted).keep();
    if (!was_taken(posted)) throw JobTrouble(again, trouble_with(posted), posted.rest_ms);
}

}  // namespace praxis::app
