// Rights over data, on both databases: what is shared, doubted, agreed to, told of many, exported and forgotten.
#include "wire/rights.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "adapters/storage/people/catalogue.hpp"
#include "adapters/storage/work/jobs.hpp"
#include "app/access/tokens.hpp"
#include "app/people/letters.hpp"
#include "app/people/teams.hpp"
#include "app/rights/appeal.hpp"
#include "app/rights/consent.hpp"
#include "app/rights/erase.hpp"
#include "app/rights/settings.hpp"
#include "app/rights/share_attempt.hpp"
#include "tests/people/world.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::testing {
namespace {

using app::Refused;
using people::Role;
using storage::Transaction;

class Shares : public World {
protected:
    bool reads(const app::Person& person, const std::string& attempt) {
        bool allowed = false;
        registry->read([&](app::Registers& registers) {
            try {
                const auto what = app::subject_of_attempt(registers, as(person), attempt);
                allowed = static_cast<bool>(people::may(as(person), people::Verb::read_attempt, what));
            } catch (const app::Refusal&) {
                allowed = false;
            }
        });
        return allowed;
    }
};

TEST_P(Shares, OpenOneAttemptForOnePersonAndCloseItAgain) {
    const std::string attempt = add_attempt(rep), other = add_attempt(rep);
    for (const auto& one : {manager, enablement, admin, partner, stranger}) EXPECT_FALSE(reads(one, attempt));
    app::share_attempt(office, as(rep), attempt, manager.id);
    app::share_attempt(office, as(rep), attempt, manager.id);  // twice is once
    EXPECT_TRUE(reads(manager, attempt));
    EXPECT_FALSE(reads(manager, other));
    for (const auto& one : {enablement, admin, partner, stranger}) EXPECT_FALSE(reads(one, attempt));
    EXPECT_EQ(app::list_shares(office, as(rep), attempt), std::vector<std::string>{manager.id});
    const auto shared = app::list_shared_with_me(office, as(manager));
    ASSERT_EQ(shared.size(), 1u);
    EXPECT_EQ(shared[0].what, attempt);
    EXPECT_EQ(shared[0].shared_ms, clock.now);
    app::unshare_attempt(office, as(rep), attempt, manager.id);
    EXPECT_FALSE(reads(manager, attempt));
    EXPECT_TRUE(app::list_shared_with_me(office, as(manager)).empty());
}

TEST_P(Shares, AreGivenByTheOwnerToSomebodyOfTheCompany) {
    const std::string attempt = add_attempt(rep);
    app::share_attempt(office, as(rep), attempt, manager.id);
    for (const auto& [one, why] : {std::pair(manager, Refused::forbidden),  // may know of it, and read it, no more
                                   std::pair(enablement, Refused::missing), std::pair(admin, Refused::missing),
                                   std::pair(stranger, Refused::missing)}) {
        const people::Principal who = as(one);
        EXPECT_EQ(refused([&] { app::share_attempt(office, who, attempt, enablement.id); }), why);
        EXPECT_EQ(refused([&] { app::unshare_attempt(office, who, attempt, manager.id); }), why);
        EXPECT_EQ(refused([&] { app::list_shares(office, who, attempt); }), why);
        EXPECT_EQ(refused([&] { app::erase_attempt(office, who, attempt); }), why);
        EXPECT_EQ(refused([&] { app::make_appeal(office, who, {attempt, "asks-impact", "x"}); }), why);
    }
    EXPECT_EQ(refused([&] { app::share_attempt(office, as(rep), attempt, stranger.id); }), Refused::invalid);
    EXPECT_EQ(refused([&] { app::share_attempt(office, as(rep), attempt, "nobody"); }), Refused::invalid);
    EXPECT_EQ(refused([&] { app::share_attempt(office, as(rep), attempt, rep.id); }), Refused::invalid);
    EXPECT_EQ(refused([&] { app::share_attempt(office, as(rep), "no-such", manager.id); }), Refused::missing);
}

PRAXIS_EVERYWHERE(Shares);

class Appeals : public World {};

TEST_P(Appeals, AreMadeByTheRepAndAnsweredByEnablement) {
    const std::string attempt = add_attempt(rep);
    const app::AppealWish wish{attempt, "asks-impact", "I asked what it costs in turn 4."};
    const auto appeal = app::make_appeal(office, as(rep), wish);
    EXPECT_EQ(refused([&] { app::make_appeal(office, as(rep), wish); }), Refused::conflict);
    for (const auto& one : {rep, manager, admin, partner})
        EXPECT_EQ(refused([&] { app::answer_appeal(office, as(one), appeal.id, {true, "Yes."}); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::list_open_appeals(office, as(manager), {}); }), Refused::forbidden);
    ASSERT_EQ(app::list_open_appeals(office, as(enablement), {}).size(), 1u);
    const auto answered = app::answer_appeal(office, as(enablement), appeal.id, {true, "You did."});
    EXPECT_EQ(answered.state, app::AppealState::upheld);
    EXPECT_EQ(refused([&] {
                  app::answer_appeal(office, as(enablement), appeal.id, {false, "No."});
              }),
              Refused::conflict);
    EXPECT_EQ(refused([&] { app::withdraw_appeal(office, as(rep), appeal.id); }), Refused::conflict);
    const auto own = app::list_own_appeals(office, as(rep), {});
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own[0].answer, "You did.");
    EXPECT_TRUE(app::list_own_appeals(office, as(manager), {}).empty());
}

TEST_P(Appeals, MustBeAboutAVerdictOfOnesOwn) {
    const std::string attempt = add_attempt(rep);
    EXPECT_EQ(refused([&] { app::make_appeal(office, as(manager), {attempt, "asks-impact", "x"}); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::make_appeal(office, as(rep), {attempt, "no-such", "x"}); }), Refused::invalid);
    EXPECT_EQ(refused([&] { app::make_appeal(office, as(rep), {attempt, "asks-impact", "  "}); }), Refused::invalid);
    const auto appeal = app::make_appeal(office, as(rep), {attempt, "asks-impact", "x"});
    EXPECT_EQ(refused([&] { app::withdraw_appeal(office, as(manager), appeal.id); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::withdraw_appeal(office, as(enablement), appeal.id); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::withdraw_appeal(office, as(rep), "no-such"); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::answer_appeal(office, as(enablement), "no-such", {true, "x"}); }), Refused::missing);
    app::withdraw_appeal(office, as(rep), appeal.id);
    EXPECT_TRUE(app::list_open_appeals(office, as(enablement), {}).empty());
}

TEST_P(Appeals, NobodyAnswersTheirOwn) {
    const std::string attempt = add_attempt(enablement);
    const auto appeal = app::make_appeal(office, as(enablement), {attempt, "asks-impact", "x"});
    EXPECT_EQ(refused([&] { app::answer_appeal(office, as(enablement), appeal.id, {true, "x"}); }), Refused::forbidden);
}

PRAXIS_EVERYWHERE(Appeals);

class Consents : public World {
protected:
    bool given(app::Purpose purpose) {
        bool is = false;
        registry->read(
            [&](app::Registers& registers) { is = app::consents(office, registers, acme, rep.id, purpose); });
        return is;
    }
    std::string hash(app::Purpose purpose) {
        return office.settings.consent_texts[static_cast<std::size_t>(purpose)].hash;
    }
};

TEST_P(Consents, TheNewestWordCountsAndTheOldStay) {
    EXPECT_FALSE(given(app::Purpose::speech));  // silence is no consent
    app::say_consent(office, as(rep), {app::Purpose::speech, true, hash(app::Purpose::speech)});
    EXPECT_TRUE(given(app::Purpose::speech));
    EXPECT_FALSE(given(app::Purpose::calls));
    clock.now += 1000;
    app::say_consent(office, as(rep), {app::Purpose::speech, false, hash(app::Purpose::speech)});
    EXPECT_FALSE(given(app::Purpose::speech));
    std::size_t entries = 0;
    registry->read([&](app::Registers& registers) { entries = registers.consents.list(acme, rep.id).size(); });
    EXPECT_EQ(entries, 2u);
}

TEST_P(Consents, AreToTheTextThatWasRead) {
    EXPECT_EQ(refused([&] {
                  app::say_consent(office, as(rep), {app::Purpose::speech, true, hash(app::Purpose::calls)});
              }),
              Refused::conflict);
    app::say_consent(office, as(rep), {app::Purpose::speech, true, hash(app::Purpose::speech)});
    office.settings.consent_texts[static_cast<std::size_t>(app::Purpose::speech)].hash = "another text's";
    EXPECT_FALSE(given(app::Purpose::speech));
}

PRAXIS_EVERYWHERE(Consents);

class Settings : public World {};

TEST_P(Settings, ForbidTheBrowsersOwnRecognitionToEverybody) {
    app::change_settings(office, as(admin), {{}, {}, {}, 1, false});
    EXPECT_FALSE(app::change_settings(office, as(admin), {{}, 6, {}, 2}).tenant.browser_recognition) << "it stays";
    EXPECT_TRUE(app::read_settings(office, as(stranger)).tenant.browser_recognition) << "by default";
}

TEST_P(Settings, AreTheAdminsAndWithinBounds) {
    for (const auto& one : {rep, manager, enablement, partner}) {
        EXPECT_EQ(refused([&] { app::read_settings(office, as(one)); }), Refused::forbidden);
        EXPECT_EQ(refused([&] { app::change_settings(office, as(one), {{}, 3, {}, 1}); }), Refused::forbidden);
        EXPECT_EQ(refused([&] { app::read_audit(office, as(one), {}, 10); }), Refused::forbidden);
    }
    EXPECT_EQ(refused([&] { app::change_settings(office, as(admin), {{}, 2, {}, 1}); }), Refused::invalid);
    EXPECT_EQ(refused([&] {
                  app::change_settings(office, as(admin), {{}, {}, {{people::DataKind::calls, 0}}, 1});
              }),
              Refused::invalid);
    const auto settings = app::change_settings(office, as(admin), {"Acme Ltd", 8, {{people::DataKind::calls, 30}}, 1});
    EXPECT_EQ(settings.tenant.smallest_group, 8);
    EXPECT_EQ(people::days_of(settings.retention, people::DataKind::calls), 30);
    EXPECT_EQ(people::days_of(settings.retention, people::DataKind::practice), 730);
    EXPECT_EQ(refused([&] { app::change_settings(office, as(admin), {"Again", {}, {}, 1}); }), Refused::stale);
    EXPECT_EQ(app::read_settings(office, as(stranger)).tenant.smallest_group, 5);
    EXPECT_EQ(app::read_audit(office, as(admin), {}, 10).front().verb, "settings.changed");
    for (const auto& entry : app::read_audit(office, as(stranger), {}, 100)) EXPECT_EQ(entry.tenant, globex);
}

PRAXIS_EVERYWHERE(Settings);

class Ledgers : public World {};

TEST_P(Ledgers, RefuseToBeChanged) {
    app::say_consent(office, as(rep), {app::Purpose::speech, true, office.settings.consent_texts[1].hash});
    for (const char* sql : {"UPDATE audit SET verb = 'x'", "DELETE FROM audit", "UPDATE consent SET given = 0",
                            "DELETE FROM consent", "UPDATE audit SET actor_id = NULL WHERE tenant_id = 'nobody'"}) {
        const bool touches_none = std::string_view(sql).find("nobody") != std::string_view::npos;
        if (touches_none && GetParam() == Keeps::sqlite) continue;  // its triggers are per row
        EXPECT_THROW(database().write([&](Transaction& rows) { rows.run(sql); }), storage::StorageError) << sql;
    }
    EXPECT_FALSE(audited(acme).empty());
}

PRAXIS_ON_DATABASES(Ledgers);

class Forgetting : public World {
protected:
    // Every text of every table, with where it stands.
    std::vector<std::pair<std::string, std::string>> everything() {
        std::vector<std::pair<std::string, std::string>> texts;
        database().read([&](Transaction& rows) {
            texts.clear();
            for (const auto& [table, columns] : storage::catalogue(rows, database().engine()))
                for (const auto& row : rows.run("SELECT * FROM " + table))
                    for (std::size_t i = 0; i < columns.size(); ++i)
                        texts.emplace_back(table + "." + columns[i], row.text(i));
        });
        return texts;
    }
    std::vector<std::string> mentions(const std::string& word) {
        std::vector<std::string> where;
        for (const auto& [place, text] : everything())
            if (text.find(word) != std::string::npos) where.push_back(place);
        std::sort(where.begin(), where.end());
        where.erase(std::unique(where.begin(), where.end()), where.end());
        return where;
    }
    // A row about the person in every table that has a person.
    std::string live_a_life() {
        const std::string attempt = add_attempt(rep, "Xylophone quarries never close.");
        app::share_attempt(office, as(rep), attempt, manager.id);
        app::share_attempt(office, as(manager), add_attempt(manager), rep.id);
        app::make_appeal(office, as(rep), {attempt, "asks-impact", "Xylophone again."});
        app::say_consent(office, as(rep), {app::Purpose::speech, true, office.settings.consent_texts[1].hash});
        app::make_token(office, as(rep), {"xylophone token", {"practice:read"}, 5});
        const std::string team = app::make_team(office, as(admin), "North").id;
        app::place_member(office, as(admin), {acme, team, rep.id, false});
        come_in(rep);
        registry->write([&](app::Registers& registers) {
            app::leave_letter(office, registers, acme, {app::Occasion::password_changed, rep.id, {}, {}});
            app::leave_letter(office, registers, {}, {app::Occasion::password_reset, {}, rep.email, {}});
            app::link_for(office, registers, rep, app::LinkPurpose::password_reset);
        });
        registry->write([&](app::Registers& registers) {
            app::RealCall call;
            call.tenant = acme;
            call.id = "c1";
            call.person = rep.id;
            registers.calls.add(call, {{"Customer", "Xylophone call", std::nullopt, 0}}, {{"asks-impact", "pass"}});
            registers.call_shares.add(acme, "c1", manager.id, clock.now);
        });
        database().write([&](Transaction& rows) {
            rows.run(
                "INSERT INTO idempotency (tenant_id, person_id, key, request_hash, body, created_ms) VALUES ($1, $2, "
                "'k', "
                "'h', 'Xylophone answer', 1)",
                acme, rep.id);
        });
        return attempt;
    }
};

TEST_P(Forgetting, AnErasedPersonIsNowhereButAsANumberInTheLedgers) {
    live_a_life();
    const std::string kept = add_attempt(manager, "Zither stays.");
    // The test knows every table that has people in it; a new one must be lived in above, too.
    database().read([&](Transaction& rows) {
        for (const auto& [table, columns] : storage::catalogue(rows, database().engine()))
            if (storage::has_column(columns, "person_id") &&
                !rows.run("SELECT 1 FROM " + table + " WHERE person_id = $1", rep.id).size())
                ADD_FAILURE() << table << " has a person_id and no row about the person";
    });
    app::erase_person(office, as(rep), rep.id);
    EXPECT_TRUE(mentions("ylophone").empty());
    EXPECT_TRUE(mentions(rep.email).empty());
    EXPECT_TRUE(mentions(rep.name).empty());
    for (const std::string& place : mentions(rep.id))
        EXPECT_TRUE(place.starts_with("audit.") || place.starts_with("consent.")) << place;
    EXPECT_EQ(mentions("Zither stays.").size(), 2u);  // log and report of somebody else
    EXPECT_EQ(audited(acme).back(), "person.erased");
    EXPECT_NO_THROW(add_person(acme, "rep", {Role::rep}));  // the address is free again
}

TEST_P(Forgetting, IsUpToThemselvesAndAdmins) {
    for (const auto& one : {manager, enablement})  // who may know of them
        EXPECT_EQ(refused([&] { app::erase_person(office, as(one), rep.id); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::erase_person(office, as(partner), rep.id); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::erase_person(office, as(manager), "no-such"); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::erase_person(office, as(stranger), rep.id); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::erase_person(office, as(admin), admin.id); }), Refused::conflict);  // the last one
    app::erase_person(office, as(admin), rep.id);
    EXPECT_EQ(refused([&] { app::erase_person(office, as(admin), rep.id); }), Refused::missing);
}

TEST_P(Forgetting, OverwritesWhatWasDeleted) {
    if (GetParam() != Keeps::sqlite) GTEST_SKIP() << "a server's files are its own; see docs/security.md";
    live_a_life();
    const auto file_holds = [&](const std::string& word) {
        database().script("PRAGMA wal_checkpoint(TRUNCATE)");
        std::ifstream in(installation_->address(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        return bytes.find(word) != std::string::npos;
    };
    EXPECT_TRUE(file_holds("ylophone"));
    app::erase_person(office, as(rep), rep.id);
    EXPECT_FALSE(file_holds("ylophone"));
    EXPECT_FALSE(file_holds(rep.email));
}

TEST_P(Forgetting, ShowsEverythingFirst) {
    live_a_life();
    const std::string open = add_attempt(rep, "Still talking.", true);
    EXPECT_EQ(refused([&] { app::export_person(office, as(admin), rep.id); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::export_person(office, as(manager), rep.id); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::export_person(office, as(partner), rep.id); }), Refused::missing);
    const app::Records records = app::export_person(office, as(rep), rep.id);
    const std::string json = wire::to_text(wire::to_json(records)), page = wire::to_page(records, rep.name);
    std::vector<std::string> tables;
    for (const auto& table : records) tables.push_back(table.name);
    for (const char* wanted : {"person", "membership", "credential", "web_session", "api_token", "one_time_link",
                               "attempt", "attempt_log", "attempt_report", "verdict", "share", "appeal", "call_review",
                               "call_verdict", "call_share", "consent", "audit", "idempotency"})
        EXPECT_TRUE(std::find(tables.begin(), tables.end(), wanted) != tables.end()) << wanted;
    for (const std::string& text : {json, page}) {
        for (const char* said :
             {"Xylophone quarries never close.", "Xylophone again.", "Xylophone call", "Still talking.", "Go on."})
            EXPECT_NE(text.find(said), std::string::npos) << said;
        // Nothing that decides how an open conversation goes on, and no secret.
        for (const char* never : {"424242", "guard", "standing", "00ff", "argon2id", "observation"})
            EXPECT_EQ(text.find(never), std::string::npos) << never;
        EXPECT_EQ(text.find(manager.email), std::string::npos);
    }
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(audited(acme).back(), "person.exported");
}

TEST_P(Forgetting, OneAttemptGoesWhole) {
    const std::string attempt = add_attempt(rep, "Xylophone."), other = add_attempt(rep, "Zither.");
    app::share_attempt(office, as(rep), attempt, manager.id);
    app::make_appeal(office, as(rep), {attempt, "asks-impact", "x"});
    app::erase_attempt(office, as(rep), attempt);
    for (const std::string& place : mentions(attempt)) EXPECT_TRUE(place.starts_with("audit.")) << place;
    EXPECT_TRUE(mentions("Xylophone.").empty());
    EXPECT_FALSE(mentions(other).empty());
}

TEST_P(Forgetting, WhatIsTooOldIsSwept) {
    const std::string old_one = add_attempt(rep, "Xylophone."), old_open = add_attempt(rep, "Open.", true);
    come_in(rep);
    clock.now += 40 * people::kDay_ms;
    const std::string fresh = add_attempt(rep, "Zither.");
    app::sweep(office);
    EXPECT_TRUE(mentions(old_open).empty());  // abandoned: thirty days
    EXPECT_FALSE(mentions(old_one).empty());
    database().read([&](Transaction& rows) {
        EXPECT_TRUE(rows.run("SELECT 1 FROM web_session").empty());
        EXPECT_TRUE(rows.run("SELECT 1 FROM throttle").empty());
    });
    app::change_settings(office, as(admin), {{}, {}, {{people::DataKind::practice, 39}}, 1});
    app::sweep(office);
    EXPECT_TRUE(mentions(old_one).empty());
    EXPECT_FALSE(mentions(fresh).empty());
    EXPECT_EQ(app::sweep(office), 0);
}

TEST_P(Forgetting, SweepsAreLeftOnceADay) {
    const auto left = [&] {
        std::int64_t count = 0;
        database().read([&](Transaction& rows) {
            count = rows.run("SELECT COUNT(*) FROM job WHERE kind = $1", std::string(app::kSweepJob)).front().whole(0);
        });
        return count;
    };
    app::leave_sweeps(office);
    app::leave_sweeps(office);
    EXPECT_EQ(left(), 3) << "of two companies, and of what belongs to none";
    clock.now += people::kDay_ms;
    app::leave_sweeps(office);
    EXPECT_EQ(left(), 6);
    clock.now += 40 * people::kDay_ms;
    const std::string attempt = add_attempt(rep, "Open.", true);
    clock.now += 40 * people::kDay_ms;
    EXPECT_EQ(app::sweep(office, acme, [] { return false; }), 0) << "a node that stops leaves the rest for later";
    EXPECT_FALSE(mentions(attempt).empty());
    EXPECT_EQ(app::sweep(office, globex, [] { return true; }), 0);
    EXPECT_GT(app::sweep(office, acme, [] { return true; }), 0);
    EXPECT_TRUE(mentions(attempt).empty());
}

TEST_P(Forgetting, ADemoCompanyGoesWholeAndNoOther) {
    EXPECT_EQ(refused([&] { app::erase_demo(office, as(admin)); }), Refused::conflict);
    EXPECT_EQ(refused([&] { app::erase_demo_now(office, acme, admin.id); }), Refused::conflict);
    live_a_life();
    database().write([&](Transaction& rows) {
        rows.run("UPDATE tenant SET is_demo = 1 WHERE tenant_id = $1", acme);
        rows.run(
            "INSERT INTO strategy (tenant_id, strategy_id, name, created_ms, changed_ms) VALUES ($1, 's', 'S', 1, 1)",
            acme);
        rows.run(
            "INSERT INTO strategy_version (tenant_id, strategy_id, version, source, created_ms) VALUES ($1, 's', 'v', "
            "'x', 1)",
            acme);
    });
    EXPECT_EQ(refused([&] { app::erase_demo(office, as(enablement)); }), Refused::forbidden);
    app::erase_demo(office, as(admin));
    storage::StoredJobQueue queue(database());
    const auto job = queue.take({std::string(app::kEraseDemoJob)}, {"node"});
    ASSERT_TRUE(job);
    app::erase_demo_now(office, job->body, job->about);
    app::erase_demo_now(office, job->body, job->about);  // as after a node that died before it could say so
    ASSERT_TRUE(queue.settle(*job, "node", {}));
    for (const std::string& place : mentions(acme))
        EXPECT_TRUE(place.starts_with("audit.") || place.starts_with("consent.")) << place;
    EXPECT_TRUE(mentions("ylophone").empty());
    EXPECT_FALSE(mentions(stranger.email).empty());
}

PRAXIS_ON_DATABASES(Forgetting);

}  // namespace
}  // namespace praxis::testing
