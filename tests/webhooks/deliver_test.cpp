// From the deed to the receiver, on both databases: what is announced with it, handed on, delivered, tried again, given
// up, and sent once more.
#include "app/webhooks/deliver.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "adapters/integrations/webhooks/poster.hpp"
#include "adapters/integrations/webhooks/signature.hpp"
#include "adapters/storage/practice/strategies.hpp"
#include "adapters/storage/work/jobs.hpp"
#include "app/jobs/look_after.hpp"
#include "app/people/change_person.hpp"
#include "app/people/invite_person.hpp"
#include "app/rights/appeal.hpp"
#include "app/rights/erase.hpp"
#include "app/rights/share_attempt.hpp"
#include "app/webhooks/announce.hpp"
#include "app/webhooks/webhooks.hpp"
#include "tests/people/world.hpp"
#include "tests/webhooks/target.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using app::Delivery;
using app::DeliveryState;
using app::EventKind;
using app::Refused;

class Webhooks : public World {
protected:
    app::Webhook make(std::vector<EventKind> kinds = {}) {
        return app::create_webhook(desk, as(admin), {target.url(), "", std::move(kinds)});
    }

    // Does what jobs of webhooks are due, as a node does: each once.
    void work() {
        storage::StoredJobQueue queue(database());
        const auto patience = app::delivery_patience();
        while (const auto job = queue.take({std::string(app::kSpreadJob), std::string(app::kDeliverJob)}, {"node"})) {
            app::JobEnd end;
            try {
                if (job->kind == app::kSpreadJob)
                    app::spread(office, job->tenant, job->body);
                else
                    app::deliver(office, poster, {*job, job->attempts >= patience.attempts(), [] { return true; }});
            } catch (const app::JobTrouble& trouble) {
                end = {trouble.again ? app::JobState::waiting : app::JobState::dead, 3'600'000, trouble.what()};
                rest_ms = trouble.rest_ms;
            }
            ASSERT_TRUE(queue.settle(*job, "node", end));
        }
    }
    // Lets the time pass that a job still waits.
    void wait() { database().once("UPDATE job SET run_after_ms = 0 WHERE state = 'waiting'"); }

    std::vector<Delivery> deliveries(const app::Webhook& webhook) {
        return app::list_deliveries(desk, as(admin), webhook.id, {}, 50);
    }
    app::Webhook now(const app::Webhook& webhook) { return app::read_webhook(desk, as(admin), webhook.id); }
    std::vector<std::string> told() {
        std::vector<std::string> kinds;
        for (const Received& one : target.received()) kinds.emplace_back(json::parse(one.body).at("type").as_string());
        return kinds;
    }
    std::int64_t rows(const std::string& table) {
        return database().once("SELECT COUNT(*) FROM " + table).rows.front().whole(0);
    }

    std::int64_t rest_ms = 0;  // that the receiver last asked for
    Target target;
    integrations::Poster poster{{true, {}, 700ms}};
    app::WebhookDesk desk{office, poster};
};

TEST_P(Webhooks, AreToldOfADeedInItsWords) {
    const app::Webhook webhook = make();
    const std::string attempt = add_attempt(rep, "Xylophone.");
    app::share_attempt(office, as(rep), attempt, manager.id);
    EXPECT_EQ(rows("outbox"), 1) << "written down with the deed";
    EXPECT_TRUE(target.received().empty()) << "and sent by a job";
    work();
    ASSERT_EQ(target.received().size(), 1u);
    const Received got = target.received().front();
    const json::object said = json::parse(got.body).as_object();
    EXPECT_EQ(said.at("type").as_string(), "attempt.shared");
    EXPECT_EQ(said.at("timestamp").as_string(), "2026-09-21T14:13:20.000Z");
    EXPECT_EQ(said.at("data"), (json::value{{"attempt", attempt}, {"person", rep.id}, {"with", manager.id}}));
    EXPECT_EQ(got.headers.at("webhook-timestamp"), std::to_string(clock.now / 1000));
    EXPECT_EQ(got.headers.at("webhook-signature"),
              integrations::signature_of({got.headers.at("webhook-id"), clock.now / 1000, got.body}, {webhook.secret}));
    const auto kept = deliveries(webhook);
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].state, DeliveryState::delivered);
    EXPECT_EQ(kept[0].message, got.headers.at("webhook-id"));
    EXPECT_EQ(kept[0].last_status, 200);
}

TEST_P(Webhooks, HearOfEveryKindAndOfNoPractice) {
    make();
    const std::string attempt = add_attempt(rep, "Xylophone.");
    app::share_attempt(office, as(rep), attempt, manager.id);
    const auto appeal = app::make_appeal(office, as(rep), {attempt, "asks-impact", "Yodel."});
    app::answer_appeal(office, as(enablement), appeal.id, {true, "Zither."});
    app::invite_person(office, as(admin), {"new@mail.example", "New Quill", {people::Role::rep}, {}});
    app::change_person(office, as(admin), partner.id, {{}, {}, app::PersonState::suspended, again(partner).version});
    app::erase_person(office, as(admin), partner.id);
    storage::StoredStrategies strategies(database());
    const auto along = [&](EventKind kind) {
        return [&, kind](app::Registers& registers) {
            app::announce(office, registers, acme, {kind, {{"strategy", "steel"}}});
        };
    };
    EXPECT_TRUE(strategies.publish({acme, "steel", "v1", "x", enablement.id, 1}, "Steel", "",
                                   along(EventKind::strategy_published)));
    EXPECT_FALSE(strategies.publish({acme, "steel", "v2", "x", enablement.id, 1}, "Steel", "other",
                                    along(EventKind::strategy_published)));
    EXPECT_TRUE(strategies.withdraw(acme, "steel", 2, along(EventKind::strategy_withdrawn)));
    work();
    std::vector<std::string> kinds = told();
    std::sort(kinds.begin(), kinds.end());
    // The erased person's suspension went with them before it was sent.
    EXPECT_EQ(kinds, (std::vector<std::string>{"appeal.answered", "appeal.opened", "attempt.shared", "person.invited",
                                               "person.left", "strategy.published", "strategy.withdrawn"}));
    for (const Received& one : target.received())
        for (const char* word : {"Xylophone", "Yodel", "Zither", "Quill", "mail.example", "asks-impact"})
            EXPECT_EQ(one.body.find(word), std::string::npos) << one.body;
}

TEST_P(Webhooks, ListenToWhatTheyChose) {
    const app::Webhook one = make({EventKind::person_invited}), other = make({EventKind::appeal_opened});
    app::invite_person(office, as(admin), {"new@mail.example", "New", {people::Role::rep}, {}});
    app::invite_person(office, as(stranger), {"new@mail.example", "New", {people::Role::rep}, {}});
    work();
    EXPECT_EQ(deliveries(one).size(), 1u) << "and hears nothing of another company";
    EXPECT_TRUE(deliveries(other).empty());
}

TEST_P(Webhooks, LeaveNothingBehindWhenTheDeedFails) {
    make();
    EXPECT_EQ(refused([&] { app::share_attempt(office, as(rep), add_attempt(rep), rep.id); }), Refused::invalid);
    EXPECT_EQ(rows("outbox"), 0);
    EXPECT_EQ(rows("job"), 0);
}

TEST_P(Webhooks, AreTriedAgainAndKeepTheirId) {
    const app::Webhook webhook = make();
    target.status = 503;
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::waiting);
    EXPECT_EQ(deliveries(webhook)[0].last_error, "It answered 503.");
    EXPECT_EQ(now(webhook).failing_since_ms, clock.now);
    work();
    EXPECT_EQ(target.received().size(), 1u) << "not before its time";
    target.status = 200;
    wait();
    work();
    ASSERT_EQ(target.received().size(), 2u);
    EXPECT_EQ(target.received()[0].headers.at("webhook-id"), target.received()[1].headers.at("webhook-id"));
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::delivered);
    EXPECT_EQ(deliveries(webhook)[0].attempts, 2);
    EXPECT_FALSE(now(webhook).failing_since_ms);
}

TEST_P(Webhooks, LeaveAloneWhoAsksForRest) {
    const app::Webhook webhook = make();
    target.status = 429;
    target.ask_for_rest("7200");
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(rest_ms, 7'200'000);
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::waiting);
    EXPECT_EQ(deliveries(webhook)[0].last_error, "It answered 429 and asked for 7200 seconds of rest.");
}

TEST_P(Webhooks, AreGivenUpInTheEndAndSentOnceMore) {
    const app::Webhook webhook = make();
    for (const Manner manner : {Manner::hangs_up, Manner::hangs, Manner::redirects}) {
        target.manner = manner;
        app::ping_webhook(desk, as(admin), webhook.id);
        const std::string delivery = deliveries(webhook)[0].id;
        EXPECT_EQ(refused([&] { app::redeliver(desk, as(admin), webhook.id, delivery); }), Refused::conflict);
        for (int i = 0; i < app::delivery_patience().attempts(); ++i) {
            EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::waiting) << i;
            work();
            wait();
        }
        EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::dead);
        EXPECT_NE(deliveries(webhook)[0].last_error, "");
        target.manner = Manner::answers;
        app::redeliver(desk, as(admin), webhook.id, delivery);
        work();
        EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::delivered);
        EXPECT_EQ(deliveries(webhook)[0].last_error, "");
    }
    const auto laid_aside = [&] { return app::list_jobs(office, as(admin), {{}, app::JobState::dead, {}, 50}); };
    EXPECT_TRUE(laid_aside().empty()) << "it was the same job";
    // Which may be tried by itself, too.
    target.status = 410;
    for (int i = 0; i < 2; ++i) app::ping_webhook(desk, as(admin), webhook.id);
    work();
    const auto dead = laid_aside();
    ASSERT_EQ(dead.size(), 2u) << "the second was not even sent";
    EXPECT_EQ(dead[0].about, webhook.id);
    EXPECT_EQ(app::retry_job(office, as(admin), dead[0].id).state, app::JobState::waiting);
    EXPECT_EQ(refused([&] { app::retry_job(office, as(admin), dead[0].id); }), Refused::conflict);
    EXPECT_EQ(refused([&] { app::retry_job(office, as(stranger), dead[1].id); }), Refused::missing);
}

TEST_P(Webhooks, ThatFailForDaysAreSwitchedOff) {
    const app::Webhook webhook = make();
    target.status = 500;
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    clock.now += app::kFailingMost_ms;
    wait();
    work();
    EXPECT_FALSE(now(webhook).active);
    EXPECT_EQ(now(webhook).switched_off, "failing");
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::dead);
    EXPECT_EQ(audited(acme).back(), "webhook.switched_off");
    EXPECT_EQ(refused([&] { app::ping_webhook(desk, as(admin), webhook.id); }), Refused::conflict);
    app::invite_person(office, as(admin), {"new@mail.example", "New", {people::Role::rep}, {}});
    work();
    EXPECT_EQ(target.received().size(), 2u);
    app::change_webhook(desk, as(admin), webhook.id, {{}, {}, {}, true, webhook.version});
    EXPECT_EQ(now(webhook).switched_off, "");
    target.status = 200;
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::delivered);
}

TEST_P(Webhooks, ThatSayTheyAreGoneAreSwitchedOffAtOnce) {
    const app::Webhook webhook = make();
    target.status = 410;
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(now(webhook).switched_off, "gone");
}

TEST_P(Webhooks, SignWithBothSecretsForADay) {
    const app::Webhook webhook = make();
    const app::Webhook fresh = app::rotate_secret(desk, as(admin), webhook.id);
    EXPECT_NE(fresh.secret, webhook.secret);
    EXPECT_TRUE(fresh.secret.starts_with("whsec_"));
    const auto signature = [&](std::size_t i, std::vector<std::string> secrets) {
        const Received got = target.received().at(i);
        return integrations::signature_of(
            {got.headers.at("webhook-id"), std::stoll(got.headers.at("webhook-timestamp")), got.body}, secrets);
    };
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(target.received()[0].headers.at("webhook-signature"), signature(0, {fresh.secret, webhook.secret}));
    clock.now += people::kDay_ms;
    app::ping_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_EQ(target.received()[1].headers.at("webhook-signature"), signature(1, {fresh.secret}));
}

TEST_P(Webhooks, ADeletedOneIsSentNothing) {
    const app::Webhook webhook = make();
    app::ping_webhook(desk, as(admin), webhook.id);
    app::delete_webhook(desk, as(admin), webhook.id);
    work();
    EXPECT_TRUE(target.received().empty());
    EXPECT_EQ(rows("delivery"), 0);
}

TEST_P(Webhooks, AreRefusedWhereTheyMayNotGo) {
    integrations::Poster outside({});
    app::WebhookDesk strict{office, outside};
    EXPECT_EQ(refused([&] { app::create_webhook(strict, as(admin), {target.url(), "", {}}); }), Refused::invalid);
    EXPECT_EQ(refused([&] {
                  app::create_webhook(desk, as(admin), {"https://a.example/", "two\nlines", {}});
              }),
              Refused::invalid);
    for (std::size_t i = 0; i < app::kWebhooksMost; ++i) make();
    EXPECT_EQ(refused([&] { make(); }), Refused::conflict);
    // One from before the setting was changed is not sent to either.
    const app::Webhook webhook = app::list_webhooks(desk, as(admin)).front();
    app::ping_webhook(desk, as(admin), webhook.id);
    storage::StoredJobQueue queue(database());
    const auto job = queue.take({std::string(app::kDeliverJob)}, {"node"});
    ASSERT_TRUE(job);
    EXPECT_THROW(app::deliver(office, outside, {*job, false, [] { return true; }}), app::JobTrouble);
    EXPECT_EQ(deliveries(webhook)[0].state, DeliveryState::dead);
    EXPECT_TRUE(target.received().empty());
}

PRAXIS_ON_DATABASES(Webhooks);

}  // namespace
}  // namespace praxis::testing
