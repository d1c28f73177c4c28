// Ways in and out, on memory and both databases: what lets somebody in, and everything that must not.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "app/access/identify.hpp"
#include "app/access/passwords.hpp"
#include "app/access/tokens.hpp"
#include "app/people/change_person.hpp"
#include "app/people/found_company.hpp"
#include "app/people/invite_person.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {
namespace {

using app::Refused;
using people::Role;

constexpr const char* kOtherPassword = "nineteen grand before lunch";

class LogIn : public World {
protected:
    Refused try_in(const std::string& email, const std::string& password, const std::string& address = "192.0.2.1") {
        return refused([&] { app::log_in(office, {email, password, {}, address, {}}); });
    }
};

TEST_P(LogIn, TheRightPasswordComesIn) {
    const app::Entered entered = come_in(rep);
    const auto who = app::identify_session(office, entered.secret);
    ASSERT_TRUE(who);
    EXPECT_EQ(who->person, rep.id);
    EXPECT_EQ(who->tenant, acme);
    EXPECT_EQ(who->roles, people::Roles{Role::rep});
    EXPECT_FALSE(who->by_token);
    EXPECT_EQ(audited(acme).back(), "log_in");
}

TEST_P(LogIn, AddressesAreTakenAsPeopleTypeThem) {
    EXPECT_EQ(app::log_in(office, {"  Rep@Mail.Example ", kPassword, {}, "a", {}}).person.id, rep.id);
}

TEST_P(LogIn, WhoIsNotLetInHearsTheSame) {
    const auto suspended = add_person(acme, "gone", {Role::rep}, app::PersonState::suspended);
    const auto invited = add_person(acme, "new", {Role::rep}, app::PersonState::invited);
    std::set<std::string> sentences;
    for (const std::string& email : {rep.email, suspended.email, invited.email, std::string("nobody@mail.example"),
                                     std::string(), std::string("' OR 1=1 --"), std::string(5000, 'x')})
        try {
            app::log_in(office, {email, "wrong password here", {}, "192.0.2.9", {}});
            FAIL() << email;
        } catch (const app::Refusal& refusal) {
            EXPECT_EQ(refusal.kind, Refused::unknown);
            sentences.insert(refusal.what());
        }
    EXPECT_EQ(sentences.size(), 1u);
    EXPECT_EQ(try_in(suspended.email, kPassword), Refused::unknown);  // also with the right one
}

TEST_P(LogIn, ASecretIsGoodOnlyAsItIs) {
    const std::string secret = come_in(rep).secret;
    for (const std::string& bad :
         {std::string(), secret.substr(1), secret + "x", globex + secret.substr(secret.find('.')), "prx_" + secret,
          acme + ".", std::string(".") + secret})
        EXPECT_FALSE(app::identify_session(office, bad)) << bad;
    EXPECT_FALSE(app::identify_token(office, secret));
    EXPECT_FALSE(app::identify_token(office, "prx_" + secret));
}

TEST_P(LogIn, EverySessionIsFreshAndEndsTheOneBefore) {
    const std::string first = come_in(rep).secret;
    const std::string planted = acme + ".planted-by-somebody-else";
    const app::Entered second = app::log_in(office, {rep.email, kPassword, {}, "a", first});
    EXPECT_NE(second.secret, first);
    EXPECT_FALSE(app::identify_session(office, first));
    const app::Entered third = app::log_in(office, {rep.email, kPassword, {}, "a", planted});
    EXPECT_NE(third.secret, planted);
    EXPECT_FALSE(app::identify_session(office, planted));
    EXPECT_TRUE(app::identify_session(office, second.secret));  // another browser's
}

TEST_P(LogIn, SessionsEndIdleAndInTheEnd) {
    const std::string idle = come_in(rep).secret;
    clock.now += office.settings.sessions.idle_ms - 1000;
    EXPECT_TRUE(app::identify_session(office, idle));  // and was seen
    clock.now += office.settings.sessions.idle_ms - 1000;
    EXPECT_TRUE(app::identify_session(office, idle));
    clock.now += office.settings.sessions.idle_ms;
    EXPECT_FALSE(app::identify_session(office, idle));
    const std::string busy = come_in(rep).secret;
    for (const std::int64_t end = clock.now + office.settings.sessions.longest_ms; clock.now < end;) {
        EXPECT_TRUE(app::identify_session(office, busy));
        clock.now += people::kHour_ms * 8;
    }
    EXPECT_FALSE(app::identify_session(office, busy));
}

TEST_P(LogIn, OneOrAllSessionsEnd) {
    const std::string here = come_in(rep).secret, there = come_in(rep).secret, others = come_in(manager).secret;
    app::log_out(office, as(rep), there);
    EXPECT_FALSE(app::identify_session(office, there));
    EXPECT_TRUE(app::identify_session(office, here));
    app::log_out_everywhere(office, as(rep), {});
    EXPECT_FALSE(app::identify_session(office, here));
    EXPECT_TRUE(app::identify_session(office, others));
}

TEST_P(LogIn, GuessingGetsSlowerAndNeverShutsForGood) {
    for (int i = 0; i < people::kAccountAtAddress.free + 1; ++i)
        EXPECT_EQ(try_in(rep.email, "wrong"), Refused::unknown);
    EXPECT_EQ(try_in(rep.email, kPassword), Refused::too_often);
    EXPECT_EQ(app::log_in(office, {rep.email, kPassword, {}, "198.51.100.7", {}}).person.id, rep.id);  // from elsewhere
    clock.now += people::kSecond_ms;
    EXPECT_EQ(try_in(rep.email, "wrong"), Refused::unknown);
    clock.now += people::kSecond_ms;
    EXPECT_EQ(try_in(rep.email, kPassword), Refused::too_often);  // twice as long now
    clock.now += people::kSecond_ms;
    EXPECT_NO_THROW(come_in(rep));
    EXPECT_EQ(try_in(rep.email, "wrong"), Refused::unknown);  // and begins anew
}

TEST_P(LogIn, NobodysAccountIsSlowedLikeSomebodys) {
    for (int i = 0; i < people::kAccountAtAddress.free + 1; ++i)
        EXPECT_EQ(try_in("nobody@mail.example", "wrong"), Refused::unknown);
    EXPECT_EQ(try_in("nobody@mail.example", "wrong"), Refused::too_often);
}

TEST_P(LogIn, ManyAddressesTogetherStillLetTheOwnerIn) {
    for (int i = 0; i < 200; ++i) try {
            app::log_in(office, {rep.email, "guess", {}, "203.0.113." + std::to_string(i), {}});
        } catch (const app::Refusal&) {
        }
    clock.now += people::kAccount.longest_ms;
    EXPECT_NO_THROW(come_in(rep));
}

TEST_P(LogIn, AnOfficeBehindOneAddressIsNotSlowedByItsLogIns) {
    for (int i = 0; i < 3 * people::kAddress.free; ++i) ASSERT_NO_THROW(come_in(rep)) << i;
}

TEST_P(LogIn, ManyAtOnceGetNoMoreGuesses) {
    std::atomic<int> judged = 0;
    std::vector<std::thread> guessers;
    for (int i = 0; i < 24; ++i)
        guessers.emplace_back([&] {
            try {
                app::log_in(office, {rep.email, "guess", {}, "192.0.2.5", {}});
            } catch (const app::Refusal& refusal) {
                judged += refusal.kind == Refused::unknown ? 1 : 0;
            }
        });
    for (auto& guesser : guessers) guesser.join();
    EXPECT_LE(judged, people::kAccountAtAddress.free + 1);
}

TEST_P(LogIn, OldHashesAreRenewed) {
    secrecy::Argon2Secrecy weaker({32, 1, 1});
    registry->write(
        [&](app::Registers& registers) { registers.passwords.keep(acme, rep.id, weaker.hash_password(kPassword), 1); });
    come_in(rep);
    std::string hash;
    registry->read([&](app::Registers& registers) { hash = *registers.passwords.hash_of(acme, rep.id); });
    EXPECT_FALSE(secrecy.outdated(hash));
    EXPECT_TRUE(secrecy.fits(hash, kPassword));
}

TEST_P(LogIn, OneAddressInTwoCompaniesIsToldApartByTheCompany) {
    app::Person twin = rep;
    twin.tenant = globex;
    twin.id = chance.next_id();
    registry->write([&](app::Registers& registers) {
        registers.people.add(twin);
        registers.passwords.keep(globex, twin.id, secrecy.hash_password(kOtherPassword), 1);
    });
    EXPECT_EQ(app::log_in(office, {rep.email, kPassword, {}, "a", {}}).person.tenant, acme);
    EXPECT_EQ(app::log_in(office, {rep.email, kOtherPassword, "globex", "a", {}}).person.tenant, globex);
    EXPECT_EQ(refused([&] { app::log_in(office, {rep.email, kOtherPassword, "acme", "a", {}}); }), Refused::unknown);
    EXPECT_EQ(refused([&] { app::log_in(office, {rep.email, kOtherPassword, "nowhere", "a", {}}); }), Refused::unknown);
}

PRAXIS_EVERYWHERE(LogIn);

class Passwords : public World {
protected:
    std::string reset_link(const std::string& email) {
        app::request_reset(office, {email, {}, "192.0.2.1"});
        post();
        return newest_link();
    }
    Refused try_reset(const std::string& link, const std::string& password = kOtherPassword) {
        return refused([&] { app::reset_password(office, link, password); });
    }
};

TEST_P(Passwords, AreResetByWhoReadsTheMail) {
    const std::string open = come_in(rep).secret;
    const std::string link = reset_link(rep.email);
    ASSERT_EQ(mail.letters.back().to_address, rep.email);
    EXPECT_EQ(try_reset(link, "short"), Refused::invalid);  // uses nothing up
    app::reset_password(office, link, kOtherPassword);
    EXPECT_FALSE(app::identify_session(office, open));
    EXPECT_EQ(refused([&] { come_in(rep); }), Refused::unknown);
    EXPECT_NO_THROW(come_in(rep, kOtherPassword));
    EXPECT_EQ(try_reset(link), Refused::unknown);  // once
    post();
    EXPECT_EQ(mail.letters.back().subject, "Your password for Praxis was changed");
}

TEST_P(Passwords, AskingForNobodyDoesTheSameAndSendsNothing) {
    app::request_reset(office, {"nobody@mail.example", {}, "192.0.2.1"});
    const auto invited = add_person(acme, "new", {Role::rep}, app::PersonState::invited);
    app::request_reset(office, {invited.email, {}, "192.0.2.1"});
    post();
    EXPECT_TRUE(mail.letters.empty());
}

TEST_P(Passwords, OfTwoResetsOneIsGood) {
    const std::string first = reset_link(rep.email), second = reset_link(rep.email);
    ASSERT_NE(first, second);
    app::reset_password(office, second, kOtherPassword);
    EXPECT_EQ(try_reset(first), Refused::unknown);
}

TEST_P(Passwords, OfTwoWhoUseOneLinkAtOnceOneGetsIn) {
    const std::string link = reset_link(rep.email);
    std::atomic<int> done = 0;
    std::vector<std::thread> both;
    for (int i = 0; i < 2; ++i)
        both.emplace_back([&] {
            try {
                app::reset_password(office, link, kOtherPassword);
                ++done;
            } catch (const app::Refusal&) {
            }
        });
    for (auto& one : both) one.join();
    EXPECT_EQ(done, 1);
}

TEST_P(Passwords, ALinkRunsOutAndIsForNothingElse) {
    const std::string link = reset_link(rep.email);
    EXPECT_EQ(refused([&] { app::accept_invitation(office, {link, kOtherPassword, {}}); }), Refused::unknown);
    EXPECT_EQ(refused([&] {
                  app::found_company(office, {link, "X", {}, "Y", "y@x.example", kOtherPassword});
              }),
              Refused::unknown);
    EXPECT_FALSE(app::identify_session(office, link));
    clock.now += people::kReset_ms;
    EXPECT_EQ(try_reset(link), Refused::unknown);
}

TEST_P(Passwords, AreChangedByWhoKnowsTheOldOne) {
    const std::string here = come_in(rep).secret, there = come_in(rep).secret;
    EXPECT_EQ(refused([&] {
                  app::change_password(office, as(rep), {"not it", kOtherPassword, "a", here});
              }),
              Refused::unknown);
    EXPECT_EQ(refused([&] {
                  app::change_password(office, as(rep), {kPassword, "password1234", "a", here});
              }),
              Refused::invalid);
    app::change_password(office, as(rep), {kPassword, kOtherPassword, "a", here});
    EXPECT_TRUE(app::identify_session(office, here));
    EXPECT_FALSE(app::identify_session(office, there));
    EXPECT_NO_THROW(come_in(rep, kOtherPassword));
}

TEST_P(Passwords, MailIsNotAskedForWithoutEnd) {
    for (int i = 0; i <= people::kMailToAccount.free; ++i)
        app::request_reset(office, {rep.email, {}, "a" + std::to_string(i)});
    EXPECT_EQ(refused([&] { app::request_reset(office, {rep.email, {}, "z"}); }), Refused::too_often);
    EXPECT_NO_THROW(app::request_reset(office, {manager.email, {}, "z"}));
}

PRAXIS_EVERYWHERE(Passwords);

class Tokens : public World {};

TEST_P(Tokens, DoWhatTheyWereMadeForUntilTheyRunOut) {
    const auto made = app::make_token(office, as(rep), {"export script", {"practice:read", "practice:read"}, 30});
    EXPECT_TRUE(made.secret.starts_with("prx_"));
    const auto who = app::identify_token(office, made.secret);
    ASSERT_TRUE(who);
    EXPECT_TRUE(who->by_token);
    EXPECT_EQ(who->scopes, std::vector<std::string>{"practice:read"});
    EXPECT_TRUE(people::may(*who, people::Verb::read_attempt, people::own(*who)));
    EXPECT_FALSE(people::may(*who, people::Verb::practise, people::own(*who)));
    EXPECT_EQ(refused([&] { app::make_token(office, *who, {"more", {"practice:write"}, 30}); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::log_out_everywhere(office, *who, {}); }), Refused::forbidden);
    clock.now += 30 * people::kDay_ms;
    EXPECT_FALSE(app::identify_token(office, made.secret));
}

TEST_P(Tokens, AreRevokedByTheirOwnersAndAdmins) {
    const auto mine = app::make_token(office, as(rep), {"a", {"practice:read"}, 1});
    const auto other = app::make_token(office, as(rep), {"b", {"practice:read"}, 1});
    EXPECT_EQ(refused([&] { app::revoke_token(office, as(manager), mine.token.id); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::revoke_token(office, as(stranger), mine.token.id); }), Refused::missing);
    EXPECT_TRUE(app::identify_token(office, mine.secret));
    app::revoke_token(office, as(rep), mine.token.id);
    app::revoke_token(office, as(admin), other.token.id);
    EXPECT_FALSE(app::identify_token(office, mine.secret));
    EXPECT_FALSE(app::identify_token(office, other.secret));
    EXPECT_TRUE(app::list_tokens(office, as(rep)).empty());
}

TEST_P(Tokens, OfWhoIsSuspendedAreNobodys) {
    const auto made = app::make_token(office, as(rep), {"a", {"practice:read"}, 1});
    const std::string session = come_in(rep).secret;
    app::change_person(office, as(admin), rep.id, {std::nullopt, std::nullopt, app::PersonState::suspended, 1});
    EXPECT_FALSE(app::identify_token(office, made.secret));
    EXPECT_FALSE(app::identify_session(office, session));
}

TEST_P(Tokens, MustMakeSense) {
    for (const app::TokenWish& bad :
         {app::TokenWish{"", {"practice:read"}, 1}, app::TokenWish{"a", {}, 1}, app::TokenWish{"a", {"everything"}, 1},
          app::TokenWish{"a", {"practice:read"}, 0}, app::TokenWish{"a", {"practice:read"}, 4000}})
        EXPECT_EQ(refused([&] { app::make_token(office, as(rep), bad); }), Refused::invalid);
    EXPECT_EQ(refused([&] { app::make_token(office, as(partner), {"a", {"practice:read"}, 1}); }), Refused::forbidden);
}

PRAXIS_EVERYWHERE(Tokens);

TEST(Secrecy, FingerprintsAreSha256) {
    secrecy::Argon2Secrecy secrecy({64, 1, 1});
    EXPECT_EQ(secrecy.fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Secrecy, HashesAreSaltedAndFitOnlyTheirPassword) {
    secrecy::Argon2Secrecy secrecy({64, 1, 1});
    const std::string a = secrecy.hash_password("same"), b = secrecy.hash_password("same");
    EXPECT_TRUE(a.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    EXPECT_NE(a, b);
    EXPECT_TRUE(secrecy.fits(a, "same"));
    EXPECT_FALSE(secrecy.fits(a, "Same"));
    EXPECT_FALSE(secrecy.fits("", "nobody"));
    EXPECT_FALSE(secrecy.fits("$argon2id$v=19$rubbish", "same"));
    EXPECT_TRUE(secrecy::Argon2Secrecy({128, 1, 1}).outdated(a));
    EXPECT_TRUE(secrecy.outdated("$2y$10$somethingelse"));
    EXPECT_FALSE(secrecy.outdated(a));
}

// In processor time, so that other programs do not matter; the two differ by what they do, not by how long they wait.
double seconds_for(app::Secrecy& secrecy, const std::string& hash) {
    std::vector<double> taken;
    for (int i = 0; i < 9; ++i) {
        timespec begin{}, end{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
        secrecy.fits(hash, "wrong");
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
        taken.push_back(static_cast<double>(end.tv_sec - begin.tv_sec) +
                        1e-9 * static_cast<double>(end.tv_nsec - begin.tv_nsec));
    }
    std::sort(taken.begin(), taken.end());
    return taken[4];
}

TEST(Secrecy, NobodysPasswordTakesAsLongAsSomebodys) {
    secrecy::Argon2Secrecy secrecy;
    const double some = seconds_for(secrecy, secrecy.hash_password("right")), none = seconds_for(secrecy, {});
    EXPECT_GT(some, 0.002);  // it costs something at all
    EXPECT_LT(some / none, 1.5);
    EXPECT_LT(none / some, 1.5);
}

TEST(Chance, IdsAreUuidsInTheOrderOfTheirMaking) {
    StandingClock clock;
    secrecy::SystemChance chance(clock);
    std::string before;
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5000) clock.now -= 10'000;  // a clock set back
        if (i == 7000) clock.now += 20'000;
        const std::string id = chance.next_id();
        ASSERT_EQ(id.size(), 36u);
        ASSERT_EQ(id[14], '7');
        ASSERT_TRUE(std::string("89ab").find(id[19]) != std::string::npos);
        ASSERT_GT(id, before);
        before = id;
    }
}

TEST(Chance, SecretsAre256BitsOfUrlSafeText) {
    StandingClock clock;
    secrecy::SystemChance chance(clock);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string secret = chance.next_secret();
        EXPECT_EQ(secret.size(), 43u);
        EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(secret).second);
    }
}

}  // namespace
}  // namespace praxis::testing
