// The tables of jobs, webhooks and what is announced behind app's registers, each over one transaction. Inside
// adapters/storage only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/work/jobs.hpp"
#include "app/ports/work/webhooks.hpp"

namespace praxis::storage {

class JobTable final : public app::JobRegister {
public:
    // `left` is set when a job was left that somebody should be woken for.
    JobTable(Transaction& rows, bool& left) : rows_(rows), left_(left) {}
    bool add(const app::NewJob&) override;
    std::vector<app::Job> list(const app::JobQuery&) override;
    std::optional<app::Job> find(const std::string& tenant, const std::string& id) override;
    bool retry(const std::string& tenant, const std::string& id) override;

private:
    Transaction& rows_;
    bool& left_;
};

class OutboxTable final : public app::Outbox {
public:
    explicit OutboxTable(Transaction& rows) : rows_(rows) {}
    void add(const std::string& tenant, const std::string& id, const app::Event&, std::int64_t now_ms) override;
    std::optional<app::Announcement> find(const std::string& tenant, const std::string& id) override;
    void handed_on(const std::string& tenant, const std::string& id, std::int64_t now_ms) override;

private:
    Transaction& rows_;
};

class WebhookTable final : public app::WebhookRegister {
public:
    explicit WebhookTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Webhook&) override;
    std::optional<app::Webhook> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::Webhook> list(const std::string& tenant) override;
    bool change(const app::Webhook&) override;
    void note_health(const app::Webhook&) override;
    void remove(const std::string& tenant, const std::string& id) override;

private:
    Transaction& rows_;
};

class DeliveryTable final : public app::Deliveries {
public:
    explicit DeliveryTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Delivery&) override;
    std::optional<app::Delivery> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::Delivery> list(const std::string& tenant, const std::string& webhook, const std::string& after,
                                    std::size_t most) override;
    void change(const app::Delivery&) override;

private:
    Transaction& rows_;
};

}  // namespace praxis::storage
