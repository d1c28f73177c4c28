#include "adapters/storage/word_list.hpp"
#include "adapters/storage/work/work_tables.hpp"
#include "wire/work/work.hpp"

namespace praxis::storage {
namespace {

app::Webhook webhook_of(const Row& row) {
    app::Webhook webhook;
    webhook.tenant = row.text("tenant_id");
    webhook.id = row.text("webhook_id");
    webhook.url = row.text("url");
    webhook.note = row.text("note");
    webhook.kinds = parted_words(row.text("kinds"));
    webhook.secret = row.text("secret");
    webhook.old_secret = row.text("old_secret");
    webhook.old_secret_until_ms = row.whole("old_secret_until_ms");
    webhook.active = row.whole("is_active") != 0;
    webhook.switched_off = row.text("switched_off");
    webhook.failing_since_ms = row.maybe_whole("failing_since_ms");
    webhook.created_ms = row.whole("created_ms");
    webhook.version = row.whole("version");
    return webhook;
}

app::Delivery delivery_of(const Row& row) {
    app::Delivery delivery;
    delivery.tenant = row.text("tenant_id");
    delivery.id = row.text("delivery_id");
    delivery.webhook = row.text("webhook_id");
    delivery.message = row.text("message_id");
    delivery.kind = row.text("kind");
    delivery.body = row.text("body");
    delivery.state = app::delivery_state_named(row.text("state")).value_or(app::DeliveryState::dead);
    delivery.attempts = static_cast<int>(row.whole("attempts"));
    delivery.last_status = row.maybe_whole("last_status");
    delivery.last_error = row.text("last_error");
    delivery.created_ms = row.whole("created_ms");
    delivery.done_ms = row.maybe_whole("done_ms");
    return delivery;
}

}  // namespace

void OutboxTable::add(const std::string& tenant, const std::string& id, const app::Event& event, std::int64_t now_ms) {
    rows_.run("INSERT INTO outbox (tenant_id, outbox_id, kind, body, created_ms) VALUES ($1, $2, $3, $4, $5)", tenant,
              id, app::name(event.kind), wire::event_text(event, now_ms), now_ms);
}

std::optional<app::Announcement> OutboxTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run(
        "SELECT kind, body, created_ms FROM outbox WHERE tenant_id = $1 AND outbox_id = $2 AND sent_ms IS NULL", tenant,
        id);
    if (rows.empty()) return std::nullopt;
    return app::Announcement{tenant, id, rows.front().text(0), rows.front().text(1), rows.front().whole(2)};
}

void OutboxTable::handed_on(const std::string& tenant, const std::string& id, std::int64_t now_ms) {
    rows_.run("UPDATE outbox SET sent_ms = $3 WHERE tenant_id = $1 AND outbox_id = $2", tenant, id, now_ms);
}

void WebhookTable::add(const app::Webhook& webhook) {
    rows_.run(
        "INSERT INTO webhook (tenant_id, webhook_id, url, note, secret, kinds, is_active, created_ms, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        webhook.tenant, webhook.id, webhook.url, webhook.note, webhook.secret, joined_words(webhook.kinds),
        webhook.active, webhook.created_ms, webhook.version);
}

std::optional<app::Webhook> WebhookTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run("SELECT * FROM webhook WHERE tenant_id = $1 AND webhook_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(webhook_of(rows.front()));
}

std::vector<app::Webhook> WebhookTable::list(const std::string& tenant) {
    std::vector<app::Webhook> all;
    for (const Row& row : rows_.run("SELECT * FROM webhook WHERE tenant_id = $1 ORDER BY webhook_id", tenant))
        all.push_back(webhook_of(row));
    return all;
}

bool WebhookTable::change(const app::Webhook& webhook) {
    return rows_.change(
               "UPDATE webhook SET url = $4, note = $5, kinds = $6, is_active = $7, switched_off = $8, "
               "failing_since_ms "
               "= $9, secret = $10, old_secret = $11, old_secret_until_ms = $12, version = version + 1 "
               "WHERE tenant_id = $1 AND webhook_id = $2 AND version = $3",
               webhook.tenant, webhook.id, webhook.version, webhook.url, webhook.note, joined_words(webhook.kinds),
               webhook.active, webhook.switched_off, webhook.failing_since_ms, webhook.secret, webhook.old_secret,
               webhook.old_secret_until_ms) == 1;
}

void WebhookTable::note_health(const app::Webhook& webhook) {
    rows_.run(
        "UPDATE webhook SET is_active = $3, switched_off = $4, failing_since_ms = $5 "
        "WHERE tenant_id = $1 AND webhook_id = $2",
        webhook.tenant, webhook.id, webhook.active, webhook.switched_off, webhook.failing_since_ms);
}

void WebhookTable::remove(const std::string& tenant, const std::string& id) {
    rows_.run("DELETE FROM delivery WHERE tenant_id = $1 AND webhook_id = $2", tenant, id);
    rows_.run("DELETE FROM webhook WHERE tenant_id = $1 AND webhook_id = $2", tenant, id);
}

void DeliveryTable::add(const app::Delivery& delivery) {
    rows_.run(
        "INSERT INTO delivery (tenant_id, delivery_id, webhook_id, message_id, kind, body, state, created_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        delivery.tenant, delivery.id, delivery.webhook, delivery.message, delivery.kind, delivery.body,
        app::name(delivery.state), delivery.created_ms);
}

std::optional<app::Delivery> DeliveryTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run("SELECT * FROM delivery WHERE tenant_id = $1 AND delivery_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(delivery_of(rows.front()));
}

std::vector<app::Delivery> DeliveryTable::list(const std::string& tenant, const std::string& webhook,
                                               const std::string& after, std::size_t most) {
    std::vector<app::Delivery> all;
    for (const Row& row : rows_.run("SELECT * FROM delivery WHERE tenant_id = $1 AND webhook_id = $2 AND ($3 = '' OR "
                                    "delivery_id < $3) ORDER BY delivery_id DESC LIMIT $4",
                                    tenant, webhook, after, most))
        all.push_back(delivery_of(row));
    return all;
}

void DeliveryTable::change(const app::Delivery& delivery) {
    rows_.run(
        "UPDATE delivery SET state = $3, attempts = $4, last_status = $5, last_error = $6, done_ms = $7 "
        "WHERE tenant_id = $1 AND delivery_id = $2",
        delivery.tenant, delivery.id, app::name(delivery.state), delivery.attempts, delivery.last_status,
        delivery.last_error, delivery.done_ms);
}

}  // namespace praxis::storage
