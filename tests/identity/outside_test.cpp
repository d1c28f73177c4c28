// Coming in by way of a real identity provider, and mail to a real mail server.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

#include "adapters/integrations/identity/provider.hpp"
#include "adapters/integrations/mail/post.hpp"
#include "app/access/identify.hpp"
#include "app/access/sign_in_outside.hpp"
#include "app/people/teams.hpp"
#include "server/net/message.hpp"
#include "tests/identity/peers.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
using app::OutsideFault;
using app::Refused;
using people::Role;

// The provider knows what time it is; so must we.
std::int64_t real_now_ms() {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1'000'000;
}

class Outside : public World {
protected:
    void SetUp() override {
        const std::string why = Peers::missing();
        if (!why.empty()) GTEST_SKIP() << why;
        clock.now = real_now_ms();
        Peers::shared().ask({{"do", "rotate"}, {"alg", "RS256"}});
        make_provider();
    }

    void make_provider(bool vouches = false) {
        integrations::OidcSettings oidc;
        oidc.issuer = Peers::shared().issuer;
        oidc.client = "praxis";
        oidc.vouches = vouches;
        oidc.secret = "a secret: of & many = signs";
        oidc.return_address = Peers::shared().client_return;
        oidc.farewell_return = "http://127.0.0.1:1/";
        provider = std::make_unique<integrations::OidcProvider>(oidc, clock);
        way.provider = provider.get();
    }

    // Leaves, logs in there, and gives what the browser brings back.
    app::Arriving travel(const std::string& as, const std::string& return_to = "/practice") {
        const app::Leaving leaving = app::leave_for_outside(office, way, return_to);
        const json::object there = Peers::shared().ask({{"do", "visit"}, {"url", leaving.address}, {"as", as}});
        if (!there.contains("arrived")) throw std::runtime_error(json::serialize(there));
        net::Request request;
        const std::string address = there.at("arrived").as_string().c_str();
        request.query = address.substr(address.find('?') + 1);
        return {
            request.parameter("state"), request.parameter("code"), request.parameter("iss"), leaving.browser, {}, {}};
    }
    app::Arrived arrive(const app::Arriving& arriving) { return app::arrive_from_outside(office, way, arriving); }
    // Why not; or a failed test.
    OutsideFault fault(const app::Arriving& arriving) {
        try {
            arrive(arriving);
        } catch (const app::OutsideRefusal& refusal) {
            return refusal.fault;
        }
        ADD_FAILURE() << "was let in";
        return OutsideFault::provider_wrong;
    }
    OutsideFault not_let_in(const std::string& as) { return fault(travel(as)); }

    std::unique_ptr<integrations::OidcProvider> provider;
    app::OutsideWay way{"peers", "Peers", "", true, {"acme", app::Provisioning::everybody, {Role::rep}, {}, {}},
                        nullptr};
    app::OutsideSettings& settings = way.settings;
};

TEST_P(Outside, SomebodyNewComesInAndIsTheSameNextTime) {
    const app::Arrived first = arrive(travel("ada"));
    EXPECT_EQ(first.return_to, "/practice");
    EXPECT_EQ(first.entered.person.name, "Ada Outside");
    EXPECT_EQ(first.entered.person.email, "ada@mail.example");
    EXPECT_EQ(first.entered.person.roles, people::Roles{Role::rep});
    EXPECT_TRUE(app::identify_session(office, first.entered.secret));
    EXPECT_EQ(arrive(travel("ada")).entered.person.id, first.entered.person.id);
    EXPECT_EQ(refused([&] { come_in(first.entered.person); }), Refused::unknown);  // has no password
}

TEST_P(Outside, EveryAlgorithmOfTheProviderIsTakenAndNewKeysAreFetched) {
    const std::string id = arrive(travel("ada")).entered.person.id;
    for (const char* alg : {"ES256", "EdDSA", "RS256"}) {
        Peers::shared().ask({{"do", "rotate"}, {"alg", alg}});
        clock.now += 31'000;  // no oftener than every half minute
        const app::Arriving arriving = travel("ada");
        EXPECT_EQ(arrive(arriving).entered.person.id, id) << alg;
    }
    const auto reads = [] { return Peers::shared().ask({{"do", "key_reads"}}).at("count").as_int64(); };
    arrive(travel("ada"));
    const auto before = reads();
    arrive(travel("ada"));
    EXPECT_EQ(reads(), before);  // kept for a while
}

TEST_P(Outside, TheInvitedAreLinkedOnce) {
    const auto invited = add_person(acme, "kim", {Role::manager}, app::PersonState::invited);
    settings.provisioning = app::Provisioning::invited;
    const app::Arrived arrived = arrive(travel("kim"));
    EXPECT_EQ(arrived.entered.person.id, invited.id);
    EXPECT_EQ(again(invited).state, app::PersonState::active);
    EXPECT_EQ(arrive(travel("kim")).entered.person.id, invited.id);
    EXPECT_EQ(not_let_in("ada"), OutsideFault::not_invited);
}

TEST_P(Outside, NobodyTakesOverAnAccountByItsAddress) {
    EXPECT_EQ(not_let_in("mallory"), OutsideFault::has_password);  // has the admin's address, verified
    app::Arriving as_another = travel("mallory");
    as_another.previous = come_in(manager).secret;
    EXPECT_EQ(fault(as_another), OutsideFault::has_password);
    EXPECT_FALSE(again(admin).outside);
}

TEST_P(Outside, WhoeverIsLoggedInConnectsTheirOwnAccount) {
    app::Arriving mine = travel("mallory");  // whose address is the admin's
    mine.previous = come_in(admin).secret;
    EXPECT_EQ(arrive(mine).entered.person.id, admin.id);
    EXPECT_TRUE(again(admin).outside);
    EXPECT_EQ(arrive(travel("mallory")).entered.person.id, admin.id);  // from then on without a password
    EXPECT_EQ(come_in(admin).person.id, admin.id);                     // and still with it
    const auto verbs = audited(acme);
    EXPECT_NE(std::find(verbs.begin(), verbs.end(), "person.connected"), verbs.end());
}

TEST_P(Outside, NewPeopleArePlacedInTheTeam) {
    const app::Team north = app::make_team(office, as(admin), "North");
    settings.default_team = "North";
    const auto person = arrive(travel("ada")).entered.person;
    const auto members = app::read_team(office, as(admin), north.id).members;
    ASSERT_EQ(members.size(), 1u);
    EXPECT_EQ(members[0].person, person.id);
    EXPECT_FALSE(members[0].leads);
    settings.default_team = "Nowhere";
    EXPECT_FALSE(arrive(travel("zoe")).entered.person.id.empty());  // comes in all the same
}

TEST_P(Outside, AnAddressThatIsNotVerifiedOpensNothing) {
    add_person(acme, "new", {Role::rep}, app::PersonState::invited);
    EXPECT_EQ(not_let_in("unverified"), OutsideFault::email_unverified);
    EXPECT_EQ(not_let_in("vague"), OutsideFault::email_unverified);
}

TEST_P(Outside, AProviderThatVouchesNeedNotSayVerifiedButMayDenyIt) {
    make_provider(true);
    EXPECT_EQ(arrive(travel("vague")).entered.person.email, "vague@hallam.example");
    EXPECT_EQ(not_let_in("unverified"), OutsideFault::email_unverified);
}

TEST_P(Outside, OnlyWhereItIsAllowed) {
    settings.provisioning = app::Provisioning::known;
    EXPECT_EQ(not_let_in("ada"), OutsideFault::not_invited);
    settings.provisioning = app::Provisioning::everybody;
    settings.domains = {"hallam.example"};
    EXPECT_EQ(not_let_in("ada"), OutsideFault::wrong_domain);
    add_person(acme, "kim", {Role::rep}, app::PersonState::invited);
    EXPECT_EQ(not_let_in("kim"), OutsideFault::wrong_domain);  // though invited
    settings.domains = {"mail.example"};
    for (const char* nowhere : {"nowhere", ""}) {  // there are two companies: which is the only one?
        settings.company = nowhere;
        EXPECT_EQ(not_let_in("ada"), OutsideFault::no_company);
        EXPECT_EQ(app::standing_of(office, way).fault, OutsideFault::no_company);
    }
    settings.company = "acme";
    const auto person = arrive(travel("ada")).entered.person;
    registry->write([&](app::Registers& registers) {
        app::Person suspended = *registers.people.find(acme, person.id);
        suspended.state = app::PersonState::suspended;
        registers.people.change(suspended);
    });
    EXPECT_EQ(not_let_in("ada"), OutsideFault::suspended);
}

TEST_P(Outside, AStateIsGoodOnceForItsBrowserAndForTenMinutes) {
    const app::Arriving good = travel("ada");
    app::Arriving other_browser = good;
    other_browser.browser = chance.next_secret();
    EXPECT_EQ(fault(other_browser), OutsideFault::other_browser);
    EXPECT_EQ(fault(good), OutsideFault::used_up);
    app::Arriving no_browser = travel("ada");
    no_browser.browser.clear();
    EXPECT_EQ(fault(no_browser), OutsideFault::other_browser);
    app::Arriving made_up = travel("ada");
    made_up.state = chance.next_secret();
    EXPECT_EQ(fault(made_up), OutsideFault::used_up);
    const app::Arriving late = travel("ada");
    clock.now += people::kDeparture_ms;
    EXPECT_EQ(fault(late), OutsideFault::used_up);
}

TEST_P(Outside, WhatLeftByOneWayDoesNotArriveByAnother) {
    const app::Arriving arriving = travel("ada");
    way.id = "another";
    EXPECT_EQ(fault(arriving), OutsideFault::used_up);
    way.id = "peers";
    EXPECT_FALSE(arrive(arriving).entered.secret.empty());
}

TEST_P(Outside, ACodeIsGoodForItsOwnDepartureOnly) {
    const app::Arriving first = travel("ada"), second = travel("kim");
    app::Arriving mixed = first;
    mixed.code = second.code;  // somebody else's log-in injected: PKCE refuses it
    EXPECT_EQ(fault(mixed), OutsideFault::provider_wrong);
    app::Arriving bad_code = travel("ada");
    bad_code.code = "made-up";
    EXPECT_EQ(fault(bad_code), OutsideFault::provider_wrong);
    app::Arriving other_issuer = travel("ada");
    other_issuer.issuer = "https://evil.example";
    EXPECT_EQ(fault(other_issuer), OutsideFault::provider_wrong);
    app::Arriving no_issuer = travel("ada");
    no_issuer.issuer.clear();  // this provider always says it
    EXPECT_EQ(fault(no_issuer), OutsideFault::provider_wrong);
    app::Arriving refused_there = travel("ada");
    refused_there.error = "access_denied";
    EXPECT_EQ(fault(refused_there), OutsideFault::refused_there);
}

TEST_P(Outside, ClocksThatDifferAreSaidSo) {
    for (const std::int64_t ahead_s : {600, -3600}) {
        Peers::shared().ask({{"do", "clock"}, {"ahead_s", ahead_s}});
        const OutsideFault why = not_let_in("ada");
        Peers::shared().ask({{"do", "clock"}, {"ahead_s", 0}});
        EXPECT_EQ(why, OutsideFault::clocks_differ) << ahead_s;
    }
}

TEST_P(Outside, AProviderThatIsNotThereIsSaidSo) {
    integrations::OidcSettings gone;
    gone.issuer = "http://127.0.0.1:1";
    gone.client = "praxis";
    integrations::OidcProvider nobody(gone, clock);
    try {
        nobody.departure_address({"s", "n", "v"});
        FAIL();
    } catch (const app::IdentityTrouble& trouble) {
        EXPECT_EQ(trouble.fault, app::IdentityFault::unreachable);
    }
    gone.issuer = "http://id.example";
    EXPECT_THROW(integrations::OidcProvider(gone, clock), app::IdentityTrouble);
}

TEST_P(Outside, AProviderThatIsDownIsLeftAloneForLongerAndLonger) {
    EXPECT_TRUE(provider->standing().due);
    EXPECT_FALSE(provider->standing().fault);
    Peers::shared().ask({{"do", "down"}, {"is", true}});
    std::vector<std::int64_t> rests;
    for (int i = 0; i < 9; ++i) {
        provider->prepare();
        EXPECT_FALSE(provider->standing().ready);
        EXPECT_EQ(provider->standing().fault, app::IdentityFault::unreachable);
        std::int64_t rest_s = 0;
        for (; !provider->standing().due && rest_s < 100; ++rest_s) clock.now += 1000;
        rests.push_back(rest_s);
    }
    EXPECT_EQ(rests, (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
    Peers::shared().ask({{"do", "down"}, {"is", false}});
    provider->prepare();
    EXPECT_TRUE(provider->standing().ready);
    EXPECT_FALSE(provider->standing().due);
    // What it said of itself holds while it is away again.
    Peers::shared().ask({{"do", "down"}, {"is", true}});
    clock.now += 2 * people::kHour_ms;
    EXPECT_TRUE(provider->standing().due);
    EXPECT_FALSE(provider->departure_address({"s", "n", "v"}).empty());
    EXPECT_TRUE(provider->standing().ready);
    Peers::shared().ask({{"do", "down"}, {"is", false}});
}

TEST_P(Outside, TheFarewellIsKnownToTheProvider) {
    const std::string address = provider->farewell_address();
    EXPECT_TRUE(address.starts_with(Peers::shared().issuer));
    EXPECT_EQ(Peers::shared().ask({{"do", "look"}, {"url", address}}).at("status").as_int64(), 200);
}

INSTANTIATE_TEST_SUITE_P(Identity, Outside, ::testing::Values(Keeps::memory, Keeps::sqlite),
                         [](const auto& given) { return name(given.param); });

TEST(OwnPath, LeadsNowhereElse) {
    for (const char* good : {"/", "/practice?x=1&y=2", "/a/b#c", "/x:y@z"}) EXPECT_EQ(app::own_path(good), good);
    for (const std::string& bad :
         {std::string(), std::string("//evil.example"), std::string("/\\evil.example"),
          std::string("https://evil.example"), std::string("javascript:alert(1)"), std::string("practice"),
          std::string("/a\r\nset-cookie: x=1"), std::string("/a b"), std::string("\\\\evil"), std::string("/\tevil"),
          std::string("///evil"), "/" + std::string(600, 'x'), std::string("/\xc3\xa4")})
        EXPECT_EQ(app::own_path(bad), "/") << bad;
}

class Post : public ::testing::Test {
protected:
    void SetUp() override {
        const std::string why = Peers::missing();
        if (!why.empty()) GTEST_SKIP() << why;
    }
    integrations::SmtpSettings settings() {
        return {"smtp://127.0.0.1:" + std::to_string(Peers::shared().smtp_port),
                {},
                {},
                {"praxis@mail.example", "Praxis"},
                true,
                {}};
    }
    StandingClock clock;
    secrecy::SystemChance chance{clock};
};

TEST_F(Post, ReachesAMailServer) {
    integrations::SmtpMail mail(settings(), clock, chance);
    mail.send({"kim@mail.example", "Zoë", "Grüße", "Line one\n.\nLine three\n"});
    const json::array mails = Peers::shared().ask({{"do", "mails"}}).at("mails").as_array();
    ASSERT_FALSE(mails.empty());
    const json::object& last = mails.back().as_object();
    EXPECT_EQ(last.at("to").as_array().at(0).as_string(), "kim@mail.example");
    const std::string raw = last.at("raw").as_string().c_str();
    EXPECT_NE(raw.find("From: Praxis <praxis@mail.example>"), std::string::npos);
    EXPECT_NE(raw.find("TGluZSBvbmUKLgpMaW5lIHRocmVlCg=="), std::string::npos);
}

TEST_F(Post, SaysWhetherItIsWorthTryingAgain) {
    integrations::SmtpMail mail(settings(), clock, chance);
    for (const auto& [address, again] : {std::pair("full@mail.example", true), std::pair("gone@mail.example", false)})
        try {
            mail.send({address, "", "S", "T"});
            FAIL() << address;
        } catch (const app::MailTrouble& trouble) {
            EXPECT_EQ(trouble.again, again) << address;
        }
    integrations::SmtpSettings nobody = settings();
    nobody.url = "smtp://127.0.0.1:1";
    try {
        integrations::SmtpMail(nobody, clock, chance).send({"a@b.example", "", "S", "T"});
        FAIL();
    } catch (const app::MailTrouble& trouble) {
        EXPECT_TRUE(trouble.again);
    }
}

TEST_F(Post, WithoutTlsStaysOnThisMachine) {
    integrations::SmtpSettings away = settings();
    away.url = "smtp://mail.example:25";
    EXPECT_THROW(integrations::SmtpMail(away, clock, chance), app::MailTrouble);
    integrations::SmtpSettings tls = settings();
    tls.plain = false;  // this server has no TLS: nothing may be sent to it
    EXPECT_THROW(integrations::SmtpMail(tls, clock, chance).send({"a@b.example", "", "S", "T"}), app::MailTrouble);
}

TEST_F(Post, GoesIntoAFolderForDemonstrations) {
    const Folder folder;
    integrations::FolderMail mail(folder.path() / "outbox", {"praxis@mail.example", "Praxis"}, clock, chance);
    mail.send({"kim@mail.example", "Kim", "S", "T"});
    int letters = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "outbox")) {
        ++letters;
        EXPECT_EQ(
            entry.status().permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
            std::filesystem::perms::none);
    }
    EXPECT_EQ(letters, 1);
}

}  // namespace
}  // namespace praxis::testing
