// Coming in by way of a real identity provider, and mail to a real mail server.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

#include "adapters/integrations/identity/provider.hpp"
#include "adapters/integrations/mail/post.hpp"
#include "app/access/identify.hpp"
#include "app/access/sign_in_outside.hpp"
#include "server/net/message.hpp"
#include "tests/identity/peers.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
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

    void make_provider() {
        integrations::OidcSettings oidc;
        oidc.issuer = Peers::shared().issuer;
        oidc.client = "praxis";
        oidc.secret = "a secret: of & many = signs";
        oidc.return_address = Peers::shared().client_return;
        oidc.farewell_return = "http://127.0.0.1:1/";
        provider = std::make_unique<integrations::OidcProvider>(oidc, clock);
    }

    // Leaves, logs in there, and gives what the browser brings back.
    app::Arriving travel(const std::string& as, const std::string& return_to = "/practice") {
        const app::Leaving leaving = app::leave_for_outside(office, *provider, settings, return_to);
        const json::object there = Peers::shared().ask({{"do", "visit"}, {"url", leaving.address}, {"as", as}});
        if (!there.contains("arrived")) throw std::runtime_error(json::serialize(there));
        net::Request request;
        const std::string address = there.at("arrived").as_string().c_str();
        request.query = address.substr(address.find('?') + 1);
        return {request.parameter("state"), request.parameter("code"), request.parameter("iss"), leaving.browser, {}};
    }
    app::Arrived arrive(const app::Arriving& arriving) {
        return app::arrive_from_outside(office, *provider, settings, arriving);
    }
    Refused not_let_in(const std::string& as) {
        const app::Arriving arriving = travel(as);
        return refused([&] { arrive(arriving); });
    }

    std::unique_ptr<integrations::OidcProvider> provider;
    app::OutsideSettings settings{"acme", app::Provisioning::anybody, {Role::rep}, {}};
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
    EXPECT_EQ(not_let_in("ada"), Refused::unknown);  // was not invited
}

TEST_P(Outside, NobodyTakesOverAnAccountByItsAddress) {
    EXPECT_EQ(not_let_in("mallory"), Refused::unknown);  // has the admin's address, verified
    EXPECT_FALSE(again(admin).outside);
}

TEST_P(Outside, AnAddressThatIsNotVerifiedOpensNothing) {
    add_person(acme, "new", {Role::rep}, app::PersonState::invited);
    EXPECT_EQ(not_let_in("unverified"), Refused::unknown);
}

TEST_P(Outside, OnlyWhereItIsAllowed) {
    settings.provisioning = app::Provisioning::none;
    EXPECT_EQ(not_let_in("ada"), Refused::unknown);
    settings.provisioning = app::Provisioning::anybody;
    settings.domains = {"hallam.example"};
    EXPECT_EQ(not_let_in("ada"), Refused::unknown);
    settings.domains = {"mail.example"};
    settings.company = "nowhere";
    EXPECT_EQ(not_let_in("ada"), Refused::unknown);
    settings.company = "acme";
    const auto person = arrive(travel("ada")).entered.person;
    registry->write([&](app::Registers& registers) {
        app::Person suspended = *registers.people.find(acme, person.id);
        suspended.state = app::PersonState::suspended;
        registers.people.change(suspended);
    });
    EXPECT_EQ(not_let_in("ada"), Refused::unknown);
}

TEST_P(Outside, AStateIsGoodOnceForItsBrowserAndForTenMinutes) {
    const app::Arriving good = travel("ada");
    app::Arriving other_browser = good;
    other_browser.browser = chance.next_secret();
    EXPECT_EQ(refused([&] { arrive(other_browser); }), Refused::unknown);
    EXPECT_EQ(refused([&] { arrive(good); }), Refused::unknown);  // it was used up
    app::Arriving no_browser = travel("ada");
    no_browser.browser.clear();
    EXPECT_EQ(refused([&] { arrive(no_browser); }), Refused::unknown);
    app::Arriving made_up = travel("ada");
    made_up.state = chance.next_secret();
    EXPECT_EQ(refused([&] { arrive(made_up); }), Refused::unknown);
    const app::Arriving late = travel("ada");
    clock.now += people::kDeparture_ms;
    EXPECT_EQ(refused([&] { arrive(late); }), Refused::unknown);
}

TEST_P(Outside, ACodeIsGoodForItsOwnDepartureOnly) {
    const auto troubled = [&](const app::Arriving& arriving) {
        try {
            arrive(arriving);
        } catch (const app::IdentityTrouble& trouble) {
            EXPECT_FALSE(trouble.unreachable);
            return true;
        }
        return false;
    };
    const app::Arriving first = travel("ada"), second = travel("kim");
    app::Arriving mixed = first;
    mixed.code = second.code;  // somebody else's log-in injected: PKCE refuses it
    EXPECT_TRUE(troubled(mixed));
    app::Arriving bad_code = travel("ada");
    bad_code.code = "made-up";
    EXPECT_TRUE(troubled(bad_code));
    app::Arriving other_issuer = travel("ada");
    other_issuer.issuer = "https://evil.example";
    EXPECT_TRUE(troubled(other_issuer));
    app::Arriving no_issuer = travel("ada");
    no_issuer.issuer.clear();  // this provider always says it
    EXPECT_TRUE(troubled(no_issuer));
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
        EXPECT_TRUE(trouble.unreachable);
    }
    gone.issuer = "http://id.example";
    EXPECT_THROW(integrations::OidcProvider(gone, clock), app::IdentityTrouble);
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
