// People and teams, on memory and both databases.
#include <gtest/gtest.h>

#include <thread>

#include "app/access/identify.hpp"
#include "app/people/change_person.hpp"
#include "app/people/contact.hpp"
#include "app/people/found_company.hpp"
#include "app/people/found_demo.hpp"
#include "app/people/invite_person.hpp"
#include "app/people/letters.hpp"
#include "app/people/teams.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {
namespace {

using app::PersonState;
using app::Refused;
using people::Role;

constexpr const char* kOther = "nineteen grand before lunch";

class Invitations : public World {
protected:
    app::Invited invite(const std::string& email) {
        auto invited = app::invite_person(office, as(admin), {email, "Kim Lee", {Role::rep}, {}});
        post();
        return invited;
    }
};

TEST_P(Invitations, BringSomebodyInOnce) {
    const auto invited = invite("Kim@Mail.Example");
    EXPECT_EQ(invited.person.email, "kim@mail.example");
    EXPECT_FALSE(invited.link);
    const std::string link = newest_link();
    EXPECT_EQ(refused([&] { come_in(invited.person); }), Refused::unknown);  // not yet
    const auto seen = app::look_at_invitation(office, link);
    EXPECT_EQ(seen.company, "acme");
    EXPECT_EQ(seen.name, "Kim Lee");
    EXPECT_EQ(refused([&] { app::accept_invitation(office, {link, "kim@mail.example", {}}); }), Refused::invalid);
    const auto entered = app::accept_invitation(office, {link, kOther, "Kim"});
    EXPECT_TRUE(app::identify_session(office, entered.secret));
    EXPECT_EQ(again(invited.person).name, "Kim");
    EXPECT_EQ(again(invited.person).state, PersonState::active);
    EXPECT_NO_THROW(come_in(invited.person, kOther));
    EXPECT_EQ(refused([&] { app::accept_invitation(office, {link, kOther, {}}); }), Refused::unknown);
    EXPECT_EQ(refused([&] { app::look_at_invitation(office, link); }), Refused::unknown);
}

TEST_P(Invitations, AreAcceptedByOneOfTwoAtOnce) {
    invite("kim@mail.example");
    const std::string link = newest_link();
    std::atomic<int> in = 0;
    std::vector<std::thread> both;
    for (int i = 0; i < 2; ++i)
        both.emplace_back([&] {
            try {
                app::accept_invitation(office, {link, kOther, {}});
                ++in;
            } catch (const app::Refusal&) {
            }
        });
    for (auto& one : both) one.join();
    EXPECT_EQ(in, 1);
}

TEST_P(Invitations, LoseTheirForceWithTimeAndWithTheNext) {
    const auto invited = invite("kim@mail.example");
    const std::string first = newest_link();
    app::invite_again(office, as(admin), invited.person.id);
    post();
    const std::string second = newest_link();
    EXPECT_EQ(refused([&] { app::look_at_invitation(office, first); }), Refused::unknown);
    EXPECT_NO_THROW(app::look_at_invitation(office, second));
    clock.now += people::kInvitation_ms;
    EXPECT_EQ(refused([&] { app::accept_invitation(office, {second, kOther, {}}); }), Refused::unknown);
}

TEST_P(Invitations, WithoutMailAreHandedOver) {
    office.settings.sends_mail = false;
    const auto invited = app::invite_person(office, as(admin), {"kim@mail.example", "Kim", {Role::rep}, {}});
    ASSERT_TRUE(invited.link);
    EXPECT_TRUE(invited.link->starts_with("https://praxis.example/join#"));
    EXPECT_NO_THROW(app::accept_invitation(office, {invited.link->substr(invited.link->find('#') + 1), kOther, {}}));
}

TEST_P(Invitations, AreByAdminsOnlyAndMustMakeSense) {
    for (const auto& other : {rep, manager, enablement, partner})
        EXPECT_EQ(refused([&] {
                      app::invite_person(office, as(other), {"x@mail.example", "X", {Role::rep}, {}});
                  }),
                  Refused::forbidden);
    const auto bad = [&](app::Invitation wish) {
        return refused([&] { app::invite_person(office, as(admin), wish); });
    };
    EXPECT_EQ(bad({"no address", "X", {Role::rep}, {}}), Refused::invalid);
    EXPECT_EQ(bad({"x@mail.example", "", {Role::rep}, {}}), Refused::invalid);
    EXPECT_EQ(bad({"x@mail.example", "X", {}, {}}), Refused::invalid);
    EXPECT_EQ(bad({"x@mail.example", "Eve\r\nBcc: all@mail.example", {Role::rep}, {}}), Refused::invalid);
    EXPECT_EQ(bad({"x@mail.example\r\nBcc: all@mail.example", "Eve", {Role::rep}, {}}), Refused::invalid);
    EXPECT_EQ(bad({rep.email, "X", {Role::rep}, {}}), Refused::conflict);
    EXPECT_EQ(bad({"x@mail.example", "X", {Role::rep}, {"no-such-team"}}), Refused::invalid);
    EXPECT_TRUE(app::list_people(office, as(admin), {{}, {}, {}, {}, 200}).size() == 5);  // nothing was kept
}

PRAXIS_EVERYWHERE(Invitations);

class PeopleChanges : public World {
protected:
    app::Person change(const app::Person& by, const app::Person& whom, app::PersonChange wish) {
        wish.version = again(whom).version;
        return app::change_person(office, as(by), whom.id, wish);
    }
};

TEST_P(PeopleChanges, AreByAdminsAndOnesOwnName) {
    EXPECT_EQ(change(rep, rep, {"New Name", std::nullopt, std::nullopt, 0}).name, "New Name");
    EXPECT_EQ(refused([&] { change(rep, manager, {"X", std::nullopt, std::nullopt, 0}); }), Refused::forbidden);
    for (const auto& one : {rep, manager, enablement, partner})  // nobody gives themselves a role
        EXPECT_EQ(refused([&] {
                      change(one, one, {std::nullopt, people::Roles{Role::admin}, std::nullopt, 0});
                  }),
                  Refused::forbidden);
    EXPECT_EQ(change(admin, rep, {std::nullopt, people::Roles{Role::rep, Role::manager}, std::nullopt, 0}).roles,
              (people::Roles{Role::rep, Role::manager}));
    EXPECT_EQ(refused([&] { change(stranger, rep, {"X", std::nullopt, std::nullopt, 0}); }), Refused::missing);
}

TEST_P(PeopleChanges, AreNotMadeUnseen) {
    const app::PersonChange first{"First", std::nullopt, std::nullopt, 1},
        second{"Second", std::nullopt, std::nullopt, 1};
    app::change_person(office, as(admin), rep.id, first);
    EXPECT_EQ(refused([&] { app::change_person(office, as(admin), rep.id, second); }), Refused::stale);
    EXPECT_EQ(again(rep).name, "First");
}

TEST_P(PeopleChanges, LeaveACompanyItsLastAdmin) {
    EXPECT_EQ(refused([&] {
                  change(admin, admin, {std::nullopt, people::Roles{Role::rep}, std::nullopt, 0});
              }),
              Refused::conflict);
    EXPECT_EQ(refused([&] {
                  change(admin, admin, {std::nullopt, std::nullopt, PersonState::suspended, 0});
              }),
              Refused::conflict);
    change(admin, manager, {std::nullopt, people::Roles{Role::manager, Role::admin}, std::nullopt, 0});
    EXPECT_NO_THROW(change(admin, admin, {std::nullopt, people::Roles{Role::rep}, std::nullopt, 0}));
    EXPECT_EQ(refused([&] {
                  change(again(manager), manager, {std::nullopt, std::nullopt, PersonState::suspended, 0});
              }),
              Refused::conflict);
}

TEST_P(PeopleChanges, DoNotLetTheInvitedInByHand) {
    const auto invited = add_person(acme, "new", {Role::rep}, PersonState::invited);
    EXPECT_EQ(refused([&] {
                  change(admin, invited, {std::nullopt, std::nullopt, PersonState::active, 0});
              }),
              Refused::conflict);
    EXPECT_EQ(refused([&] {
                  change(admin, rep, {std::nullopt, std::nullopt, PersonState::invited, 0});
              }),
              Refused::invalid);
}

PRAXIS_EVERYWHERE(PeopleChanges);

class Teams : public World {
protected:
    void SetUp() override {
        team = app::make_team(office, as(admin), "North").id;
        app::place_member(office, as(admin), {acme, team, manager.id, true});
        app::place_member(office, as(admin), {acme, team, rep.id, false});
    }
    std::string team;
};

TEST_P(Teams, ShowTheirLeadsWhoIsIn) {
    const auto seen = app::list_people(office, as(manager), {{}, {}, {}, {}, 50});
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(app::read_person(office, as(manager), rep.id).email, rep.email);
    EXPECT_EQ(refused([&] { app::read_person(office, as(manager), partner.id); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::read_person(office, as(manager), "no-such"); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::list_people(office, as(rep), {{}, {}, {}, {}, 50}); }), Refused::forbidden);
    EXPECT_EQ(app::list_people(office, as(admin), {{}, {}, team, {}, 50}).size(), 2u);
    EXPECT_EQ(app::list_people(office, as(admin), {{}, {}, {}, {}, 50}).size(), 5u);
    EXPECT_EQ(app::read_team(office, as(rep), team).members.size(), 2u);
    EXPECT_EQ(refused([&] { app::read_team(office, as(partner), team); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::read_team(office, as(stranger), team); }), Refused::missing);
    EXPECT_EQ(app::list_teams(office, as(rep)).size(), 1u);
    EXPECT_TRUE(app::list_teams(office, as(stranger)).empty());
    const app::Person not_yet = add_person(acme, "later", {Role::rep}, app::PersonState::invited);
    EXPECT_EQ(refused([&] { app::read_person(office, as(rep), not_yet.id); }), Refused::missing);  // in no directory
}

TEST_P(Teams, AreChangedByAdmins) {
    for (const auto& other : {rep, manager, enablement, partner}) {
        EXPECT_EQ(refused([&] { app::make_team(office, as(other), "X"); }), Refused::forbidden);
        EXPECT_EQ(refused([&] {
                      app::place_member(office, as(other), {acme, team, other.id, true});
                  }),
                  Refused::forbidden);
        EXPECT_EQ(refused([&] { app::dissolve_team(office, as(other), team); }), Refused::forbidden);
    }
    EXPECT_EQ(refused([&] {
                  app::place_member(office, as(stranger), {acme, team, stranger.id, true});
              }),
              Refused::missing);
    EXPECT_EQ(refused([&] {
                  app::place_member(office, as(admin), {acme, team, stranger.id, false});
              }),
              Refused::missing);
    EXPECT_EQ(refused([&] { app::make_team(office, as(admin), "North"); }), Refused::conflict);
    app::Team wanted;
    wanted.id = team;
    wanted.name = "South";
    wanted.version = 1;
    EXPECT_EQ(app::rename_team(office, as(admin), wanted).version, 2);
    EXPECT_EQ(refused([&] { app::rename_team(office, as(admin), wanted); }), Refused::stale);
    app::unplace_member(office, as(admin), {acme, team, rep.id, false});
    EXPECT_EQ(app::read_team(office, as(admin), team).members.size(), 1u);
    app::dissolve_team(office, as(admin), team);
    EXPECT_TRUE(app::list_teams(office, as(admin)).empty());
    EXPECT_EQ(again(manager).state, PersonState::active);
}

TEST_P(Teams, PeopleAreListedPageByPage) {
    for (int i = 0; i < 5; ++i) add_person(acme, "more" + std::to_string(i), {Role::rep});
    std::vector<std::string> ids;
    std::string after;
    while (true) {
        const auto page = app::list_people(office, as(admin), {{}, after, {}, {}, 3});
        for (const auto& one : page) ids.push_back(one.id);
        if (page.size() < 3) break;
        after = page.back().id;
    }
    EXPECT_EQ(ids.size(), 10u);
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
}

PRAXIS_EVERYWHERE(Teams);

class FirstStart : public World {
protected:
    void empty() {
        if (on_memory()) {
            static_cast<MemoryRegistry&>(*registry).tables.people.clear();
            return;
        }
        database().write([](storage::Transaction& rows) { rows.run("DELETE FROM person"); });
    }
    std::string link() {
        const auto address = app::first_admin_address(office);
        return address ? address->substr(address->find('#') + 1) : std::string();
    }
    app::Founding founding(const std::string& with) const {
        return {with, "Hallam Steel & Co.", {}, "Ada", "ada@hallam.example", kOther};
    }
};

TEST_P(FirstStart, MakesTheFirstAdminOnce) {
    EXPECT_FALSE(app::first_admin_address(office));  // there are people
    empty();
    const std::string first = link(), second = link();
    EXPECT_EQ(refused([&] { app::found_company(office, founding(first)); }), Refused::unknown);
    auto easy = founding(second);
    easy.password = "hallamsteel123";
    EXPECT_EQ(refused([&] { app::found_company(office, easy); }), Refused::invalid);
    const auto entered = app::found_company(office, founding(second));
    EXPECT_TRUE(entered.person.roles.has(Role::admin));
    EXPECT_TRUE(app::identify_session(office, entered.secret));
    EXPECT_EQ(refused([&] { app::found_company(office, founding(second)); }), Refused::unknown);
    EXPECT_FALSE(app::first_admin_address(office));
    std::optional<app::Tenant> tenant;
    registry->read([&](app::Registers& registers) { tenant = registers.tenants.named("hallam-steel-co"); });
    ASSERT_TRUE(tenant);
    EXPECT_FALSE(tenant->demo);
}

TEST_P(FirstStart, TheLinkRunsOutInADayAndWhenSomebodyIsThere) {
    empty();
    const std::string late = link();
    clock.now += people::kFirstAdmin_ms;
    EXPECT_EQ(refused([&] { app::found_company(office, founding(late)); }), Refused::unknown);
    const std::string overtaken = link();
    add_person(acme, "somebody", {Role::admin});
    EXPECT_EQ(refused([&] { app::found_company(office, founding(overtaken)); }), Refused::unknown);
    for (const std::string& bad : {std::string(), std::string("."), std::string(".x"), acme + ".x"})
        EXPECT_EQ(refused([&] { app::found_company(office, founding(bad)); }), Refused::unknown) << bad;
}

TEST_P(FirstStart, OfTwoAtOnceOneFounds) {
    empty();
    const std::string with = link();
    std::atomic<int> founded = 0;
    std::vector<std::thread> both;
    for (int i = 0; i < 2; ++i)
        both.emplace_back([&] {
            try {
                app::found_company(office, founding(with));
                ++founded;
            } catch (const app::Refusal&) {
            }
        });
    for (auto& one : both) one.join();
    EXPECT_EQ(founded, 1);
}

PRAXIS_EVERYWHERE(FirstStart);

class DemoCompany : public World {};

TEST_P(DemoCompany, HasPeopleOfEveryRoleInTeamsAndIsMadeOnce) {
    const app::Demo demo = app::found_demo(office);
    EXPECT_TRUE(demo.tenant.demo);
    people::Roles roles;
    int reps = 0;
    for (const app::Person& person : demo.people) {
        roles = roles | person.roles;
        reps += person.roles.has(Role::rep) ? 1 : 0;
        EXPECT_TRUE(person.email.ends_with("@demo.invalid"));  // mail to it goes nowhere
        EXPECT_EQ(come_in(person, demo.password, person.email).person.tenant, demo.tenant.id);
    }
    EXPECT_EQ(roles.size(), people::kRoleCount);
    EXPECT_GE(reps, 2 * people::kSmallestGroup);  // two teams that figures can be told of
    const app::Demo again = app::found_demo(office);
    EXPECT_EQ(again.tenant.id, demo.tenant.id);
    EXPECT_EQ(again.people.size(), demo.people.size());
    EXPECT_EQ(again.teams.size(), demo.teams.size());
    EXPECT_TRUE(again.password.empty());
    for (const app::Team& team : demo.teams) {
        int members = 0;
        for (const auto& member : app::read_team(office, as(demo.people[3]), team.id).members)
            members += member.leads ? 0 : 1;
        EXPECT_GE(members, people::kSmallestGroup);
    }
}

PRAXIS_EVERYWHERE(DemoCompany);

bool is_email(const std::string& text) {
    Problems problems;
    app::add_faults_of_email(text, {}, problems);
    return problems.empty();
}

bool is_name(const std::string& text) {
    Problems problems;
    app::add_faults_of_name(text, {}, problems);
    return problems.empty();
}

TEST(Contact, Addresses) {
    for (const char* good : {"a@b", "kim.lee+praxis@mail.hallam.example", "o'brien@x.example", "1@2.3"})
        EXPECT_TRUE(is_email(good)) << good;
    for (const std::string& bad :
         {std::string(), std::string("a"), std::string("@b"), std::string("a@"), std::string("a b@c"),
          std::string("a@b\n"), std::string("a@b,c@d"), std::string("<a@b>"), std::string("a\0@b", 4),
          std::string("a@b@c"), std::string("a..b@") + std::string(250, 'c'), std::string("a@.b"),
          std::string("\"x y\"@b"), std::string("a@b..c"), std::string(".a@b")})
        EXPECT_FALSE(is_email(bad)) << bad;
}

TEST(Contact, Names) {
    for (const char* good : {"Kim", "Zoë Müller-Łukasik", "李小龙", "O'Brien, Jr. <3"})
        EXPECT_TRUE(is_name(good)) << good;
    for (const std::string& bad :
         {std::string(), std::string("   "), std::string("a\nb"), std::string("a\r\nBcc: x"), std::string("\x7f"),
          std::string("a\xc2\x85"), std::string("\xff\xfe"), std::string("\xc0\xaf"), std::string("\xed\xa0\x80"),
          std::string("a\xe2\x80\xa8"), std::string(200, 'x'), std::string("a\0b", 3), std::string("\xe2\x82")})
        EXPECT_FALSE(is_name(bad)) << bad;
}

TEST(Contact, Slugs) {
    EXPECT_EQ(app::slug_of("Hallam Steel & Co."), "hallam-steel-co");
    EXPECT_EQ(app::slug_of("  --  "), "");
}

}  // namespace
}  // namespace praxis::testing
