// The registers of webhooks, of what is announced and of each sending, and who sends. The registers are used inside a
// transaction of the Registry; errors: StoreTrouble.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/webhooks/webhook.hpp"

namespace praxis::app {

class Outbox {
public:
    virtual ~Outbox() = default;
    virtual void add(const std::string& tenant, const std::string& id, const Event&, std::int64_t now_ms) = 0;
    // Not handed on yet.
    virtual std::optional<Announcement> find(const std::string& tenant, const std::string& id) = 0;
    virtual void handed_on(const std::string& tenant, const std::string& id, std::int64_t now_ms) = 0;
};

class WebhookRegister {
public:
    virtual ~WebhookRegister() = default;
    virtual void add(const Webhook&) = 0;
    virtual std::optional<Webhook> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Webhook> list(const std::string& tenant) = 0;  // oldest first
    // False: its version is not the one kept; otherwise the version rises.
    virtual bool change(const Webhook&) = 0;
    // How it fares, which is not a change of anybody's: failing since when, switched off and why.
    virtual void note_health(const Webhook&) = 0;
    virtual void remove(const std::string& tenant, const std::string& id) = 0;  // with its deliveries
};

class Deliveries {
public:
    virtual ~Deliveries() = default;
    virtual void add(const Delivery&) = 0;
    virtual std::optional<Delivery> find(const std::string& tenant, const std::string& id) = 0;
    // Newest first; older ones than the id `after` when it is given.
    virtual std::vector<Delivery> list(const std::string& tenant, const std::string& webhook, const std::string& after,
                                       std::size_t most) = 0;
    virtual void change(const Delivery&) = 0;  // state, attempts, what came of the last
};

// One message to one address, signed as Standard Webhooks 1.0 says (webhook-id, webhook-timestamp, webhook-signature).
struct WebhookPost {
    std::string url, id, body;
    std::int64_t timestamp_s = 0;
    std::vector<std::string> secrets;  // "whsec_…"; a signature each
};

struct WebhookPosted {
    std::optional<int> status;  // of an answer, whatever its body
    std::string trouble;        // why there is none
    bool again = true;          // worth trying once more …
    std::int64_t rest_ms = 0;   // … but not before: it asked to be left alone for so long
};

class WebhookPoster {
public:
    virtual ~WebhookPoster() = default;
    // Why nothing would be sent there, for the person who wrote it; empty: it looks sound. Asks nobody.
    virtual std::string fault_of(const std::string& url) const = 0;
    // Blocks on the network, a bounded time. Any thread.
    virtual WebhookPosted post(const WebhookPost&) = 0;
};

}  // namespace praxis::app
