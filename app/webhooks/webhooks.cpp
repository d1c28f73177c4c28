#include "app/webhooks/webhooks.hpp"

#include <algorithm>

#include "app/webhooks/announce.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kUrlMost_bytes = 500, kNoteMost_bytes = 200;

void require_sound(const WebhookDesk& desk, const std::string& url, const std::string& note) {
    Problems faults;
    std::string fault = url.empty()                   ? "is missing"
                        : url.size() > kUrlMost_bytes ? "is longer than 500 bytes"
                                                      : desk.poster.fault_of(url);
    if (!fault.empty())
        faults.push_back(
            {Severity::error, {"/url", 0, 0}, std::move(fault), "write it like https://example.com/praxis"});
    const bool plain = std::none_of(note.begin(), note.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (note.size() > kNoteMost_bytes || !plain)
        faults.push_back({Severity::error, {"/note", 0, 0}, "must be one line of at most 200 bytes", "shorten it"});
    if (!faults.empty()) throw Refusal(Refused::invalid, "This webhook cannot be kept.", std::move(faults));
}

// Random bytes in base64, as Standard Webhooks wants them: the source gives the URL-safe alphabet without padding.
std::string fresh_webhook_secret(Office& office) {
    std::string code = office.chance.next_secret();
    for (char& c : code) c = c == '-' ? '+' : c == '_' ? '/' : c;
    while (code.size() % 4 != 0) code += '=';
    return "whsec_" + code;
}

std::vector<std::string> names_of_kinds(const std::vector<EventKind>& kinds) {
    std::vector<std::string> names;
    for (const EventKind kind : kinds) names.emplace_back(name(kind));
    return names;
}

Webhook webhook_in(Registers& registers, const people::Principal& who, const std::string& id) {
    auto found = registers.webhooks.find(who.tenant, id);
    if (!found) throw Refusal(Refused::missing, "There is no such webhook.");
    return *std::move(found);
}

void require_active(const Webhook& webhook) {
    if (!webhook.active) throw Refusal(Refused::conflict, "This webhook is switched off. Switch it on first.");
}

void require_webhooks(const people::Principal& who) {
    require(who, people::Verb::manage_webhooks, people::of_tenant(who));
}

// By the job that was laid aside with it, so that it is not left behind as dead; or by a new one.
void leave_once_more(Office& office, Registers& registers, const Delivery& delivery) {
    for (const Job& job : registers.jobs.list({delivery.tenant, JobState::dead, {}, 500}))
        if (job.kind == kDeliverJob && job.body == delivery.id && registers.jobs.retry(job.tenant, job.id)) return;
    leave_delivery_job(office, registers, delivery);
}

void apply(const WebhookChange& change, Webhook& webhook) {
    if (change.url) webhook.url = *change.url;
    if (change.note) webhook.note = *change.note;
    if (change.kinds) webhook.kinds = names_of_kinds(*change.kinds);
    if (!change.active || *change.active == webhook.active) return;
    webhook.active = *change.active;
    webhook.switched_off.clear();
    webhook.failing_since_ms.reset();
}

std::string said_of(const WebhookChange& change) {
    std::string text;
    const auto add = [&text](const char* word) { text += (text.empty() ? "" : " ") + std::string(word); };
    if (change.url) add("url");
    if (change.note) add("note");
    if (change.kinds) add("kinds");
    if (change.active) add(*change.active ? "on" : "off");
    return text;
}

}  // namespace

std::vector<Webhook> list_webhooks(WebhookDesk& desk, const people::Principal& who) {
    require_webhooks(who);
    std::vector<Webhook> all;
    desk.office.registry.read([&](Registers& registers) { all = registers.webhooks.list(who.tenant); });
    return all;
}

Webhook read_webhook(WebhookDesk& desk, const people::Principal& who, const std::string& id) {
    require_webhooks(who);
    Webhook webhook;
    desk.office.registry.read([&](Registers& registers) { webhook = webhook_in(registers, who, id); });
    return webhook;
}

Webhook create_webhook(WebhookDesk& desk, const people::Principal& who, const WebhookWish& wish) {
    require_webhooks(who);
    require_sound(desk, wish.url, wish.note);
    Webhook webhook;
    webhook.tenant = who.tenant;
    webhook.id = desk.office.chance.next_id();
    webhook.url = wish.url;
    webhook.note = wish.note;
    webhook.kinds = names_of_kinds(wish.kinds);
    webhook.secret = fresh_webhook_secret(desk.office);
    webhook.created_ms = desk.office.clock.now_ms();
    desk.office.registry.write([&](Registers& registers) {
        if (registers.webhooks.list(who.tenant).size() >= kWebhooksMost)
            throw Refusal(Refused::conflict, "A company has at most 20 webhooks. Delete one first.");
        registers.webhooks.add(webhook);
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.created", webhook.id, {}});
    });
    return webhook;
}

Webhook change_webhook(WebhookDesk& desk, const people::Principal& who, const std::string& id,
                       const WebhookChange& change) {
    require_webhooks(who);
    Webhook webhook;
    desk.office.registry.write([&](Registers& registers) {
        webhook = webhook_in(registers, who, id);
        apply(change, webhook);
        require_sound(desk, webhook.url, webhook.note);
        webhook.version = change.version;
        if (!registers.webhooks.change(webhook))
            throw Refusal(Refused::stale, "Somebody changed this webhook meanwhile.");
        ++webhook.version;
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.changed", id, said_of(change)});
    });
    return webhook;
}

Webhook rotate_secret(WebhookDesk& desk, const people::Principal& who, const std::string& id) {
    require_webhooks(who);
    const std::string secret = fresh_webhook_secret(desk.office);
    Webhook webhook;
    desk.office.registry.write([&](Registers& registers) {
        webhook = webhook_in(registers, who, id);
        webhook.old_secret = webhook.secret;
        webhook.old_secret_until_ms = desk.office.clock.now_ms() + kOldSecret_ms;
        webhook.secret = secret;
        if (!registers.webhooks.change(webhook))
            throw Refusal(Refused::stale, "Somebody changed this webhook meanwhile.");
        ++webhook.version;
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.secret_rotated", id, {}});
    });
    return webhook;
}

void delete_webhook(WebhookDesk& desk, const people::Principal& who, const std::string& id) {
    require_webhooks(who);
    desk.office.registry.write([&](Registers& registers) {
        webhook_in(registers, who, id);
        registers.webhooks.remove(who.tenant, id);
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.deleted", id, {}});
    });
}

Delivery ping_webhook(WebhookDesk& desk, const people::Principal& who, const std::string& id) {
    require_webhooks(who);
    Delivery delivery;
    desk.office.registry.write([&](Registers& registers) {
        require_active(webhook_in(registers, who, id));
        const std::int64_t now = desk.office.clock.now_ms();
        const std::string message = desk.office.chance.next_id();
        // By way of the outbox, so that it looks like every other message.
        registers.outbox.add(who.tenant, message, {EventKind::ping, {{"webhook", id}}}, now);
        const auto said = registers.outbox.find(who.tenant, message);
        registers.outbox.handed_on(who.tenant, message, now);
        delivery = {};
        delivery.tenant = who.tenant;
        delivery.id = desk.office.chance.next_id();
        delivery.webhook = id;
        delivery.message = message;
        delivery.kind = name(EventKind::ping);
        if (said) delivery.body = said->body;
        delivery.created_ms = now;
        leave_delivery(desk.office, registers, delivery);
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.pinged", id, {}});
    });
    return delivery;
}

std::vector<Delivery> list_deliveries(WebhookDesk& desk, const people::Principal& who, const std::string& id,
                                      const std::string& after, std::size_t most) {
    require_webhooks(who);
    std::vector<Delivery> all;
    desk.office.registry.read([&](Registers& registers) {
        webhook_in(registers, who, id);
        all = registers.deliveries.list(who.tenant, id, after, most);
    });
    return all;
}

Delivery redeliver(WebhookDesk& desk, const people::Principal& who, const std::string& id,
                   const std::string& delivery_id) {
    require_webhooks(who);
    Delivery delivery;
    desk.office.registry.write([&](Registers& registers) {
        require_active(webhook_in(registers, who, id));
        const auto found = registers.deliveries.find(who.tenant, delivery_id);
        if (!found || found->webhook != id) throw Refusal(Refused::missing, "There is no such delivery.");
        if (found->state == DeliveryState::waiting)
            throw Refusal(Refused::conflict, "This delivery is on its way already.");
        delivery = *found;
        delivery.state = DeliveryState::waiting;
        delivery.done_ms.reset();
        registers.deliveries.change(delivery);
        leave_once_more(desk.office, registers, delivery);
        write_down(desk.office, registers, {who.tenant, who.person, "webhook.redelivered", id, {}});
    });
    return delivery;
}

}  // namespace praxis::app
