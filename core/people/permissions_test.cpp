#include "core/people/permissions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

namespace praxis::people {
namespace {

enum class Whose { own, shared, led, strangers, tenants };
enum class Must { yes, no };
using enum Whose;
using enum Must;

Principal somebody(Role role) {
    return {"acme", "kim", Roles{role}, false, {}};
}

Subject subject(Whose whose) {
    if (whose == own) return {"acme", "kim", false, false};
    if (whose == tenants) return {"acme", {}, false, false};
    return {"acme", "robin", whose == shared, whose == led};
}

struct Row {
    Role role;
    Verb verb;
    Whose whose;
    Must must;
};

// What the company was promised, in the order it was promised.
const std::vector<Row> kRows = {
    {Role::rep, Verb::practise, own, yes},
    {Role::rep, Verb::practise, strangers, no},
    {Role::rep, Verb::read_attempt, own, yes},
    {Role::rep, Verb::read_attempt, shared, yes},
    {Role::rep, Verb::read_attempt, strangers, no},
    {Role::manager, Verb::read_attempt, led, no},  // leading somebody opens nothing
    {Role::manager, Verb::read_attempt, shared, yes},
    {Role::enablement, Verb::read_attempt, strangers, no},
    {Role::admin, Verb::read_attempt, strangers, no},
    {Role::admin, Verb::read_attempt, led, no},
    {Role::partner, Verb::read_attempt, own, yes},
    {Role::partner, Verb::read_attempt, shared, no},
    {Role::manager, Verb::practise, led, no},
    {Role::manager, Verb::share_attempt, shared, no},  // what was shared is not passed on
    {Role::manager, Verb::erase_attempt, shared, no},
    {Role::rep, Verb::appeal, own, yes},
    {Role::manager, Verb::appeal, shared, no},
    {Role::enablement, Verb::answer_appeal, tenants, yes},
    {Role::manager, Verb::answer_appeal, tenants, no},
    {Role::admin, Verb::answer_appeal, tenants, no},
    {Role::rep, Verb::import_call, own, yes},
    {Role::admin, Verb::import_call, own, no},
    {Role::partner, Verb::import_call, own, no},
    {Role::rep, Verb::read_call, own, yes},
    {Role::manager, Verb::read_call, shared, yes},
    {Role::manager, Verb::read_call, led, no},
    {Role::manager, Verb::share_call, shared, no},  // as of attempts
    {Role::manager, Verb::erase_call, shared, no},
    {Role::rep, Verb::read_call, strangers, no},
    {Role::admin, Verb::read_call, strangers, no},
    {Role::rep, Verb::read_scenarios, tenants, yes},
    {Role::partner, Verb::read_scenarios, tenants, yes},
    {Role::rep, Verb::read_strategy, tenants, no},  // what stands behind a gate is in there
    {Role::manager, Verb::read_strategy, tenants, no},
    {Role::enablement, Verb::read_strategy, tenants, yes},
    {Role::enablement, Verb::write_strategy, tenants, yes},
    {Role::admin, Verb::write_strategy, tenants, no},
    {Role::manager, Verb::publish_strategy, tenants, no},
    {Role::rep, Verb::read_characters, tenants, yes},
    {Role::partner, Verb::read_characters, tenants, yes},
    {Role::enablement, Verb::write_characters, tenants, yes},
    {Role::admin, Verb::write_characters, tenants, yes},
    {Role::rep, Verb::write_characters, tenants, no},
    {Role::manager, Verb::write_characters, tenants, no},
    {Role::partner, Verb::write_characters, tenants, no},
    {Role::manager, Verb::read_team_figures, led, yes},
    {Role::manager, Verb::read_team_figures, tenants, no},
    {Role::rep, Verb::read_team_figures, led, no},
    {Role::admin, Verb::read_team_figures, led, no},
    {Role::enablement, Verb::read_team_figures, tenants, yes},
    {Role::enablement, Verb::read_scenario_figures, tenants, yes},
    {Role::manager, Verb::read_scenario_figures, tenants, no},
    {Role::rep, Verb::read_directory, tenants, yes},
    {Role::partner, Verb::read_directory, tenants, no},
    {Role::rep, Verb::read_people, strangers, no},
    {Role::manager, Verb::read_people, led, yes},
    {Role::manager, Verb::read_people, strangers, no},
    {Role::admin, Verb::read_people, strangers, yes},
    {Role::admin, Verb::manage_people, strangers, yes},
    {Role::manager, Verb::manage_people, led, no},
    {Role::enablement, Verb::manage_people, strangers, no},
    {Role::rep, Verb::manage_people, own, no},  // nobody gives themselves a role
    {Role::admin, Verb::manage_teams, tenants, yes},
    {Role::manager, Verb::manage_teams, led, no},
    {Role::rep, Verb::change_self, own, yes},
    {Role::admin, Verb::change_self, strangers, no},
    {Role::rep, Verb::manage_tokens, own, yes},
    {Role::rep, Verb::manage_tokens, strangers, no},
    {Role::admin, Verb::manage_tokens, strangers, yes},
    {Role::partner, Verb::manage_tokens, own, no},
    {Role::rep, Verb::export_person, own, yes},
    {Role::admin, Verb::export_person, strangers, no},
    {Role::rep, Verb::erase_person, own, yes},
    {Role::rep, Verb::erase_person, strangers, no},
    {Role::manager, Verb::erase_person, led, no},
    {Role::admin, Verb::erase_person, strangers, yes},
    {Role::admin, Verb::consent, strangers, no},
    {Role::admin, Verb::manage_settings, tenants, yes},
    {Role::enablement, Verb::manage_settings, tenants, no},
    {Role::admin, Verb::manage_webhooks, tenants, yes},
    {Role::rep, Verb::manage_webhooks, tenants, no},
    {Role::admin, Verb::read_audit, tenants, yes},
    {Role::manager, Verb::read_audit, tenants, no},
    {Role::manager, Verb::manage_jobs, tenants, no},
    {Role::enablement, Verb::erase_demo, tenants, no},
};

TEST(Permissions, EveryRowHolds) {
    for (const Row& row : kRows) {
        const bool allowed = static_cast<bool>(may(somebody(row.role), row.verb, subject(row.whose)));
        EXPECT_EQ(allowed, row.must == yes)
            << name(row.role) << " " << name(row.verb) << " " << static_cast<int>(row.whose);
    }
}

void for_all(const std::function<void(Role, Verb)>& work) {
    for (int role = 0; role < kRoleCount; ++role)
        for (int verb = 0; verb < kVerbCount; ++verb) work(static_cast<Role>(role), static_cast<Verb>(verb));
}

TEST(Permissions, NothingCrossesTenants) {
    for_all([](Role role, Verb verb) {
        for (const Whose whose : {own, shared, led, strangers, tenants}) {
            Subject elsewhere = subject(whose);
            elsewhere.tenant = "globex";
            EXPECT_EQ(may(somebody(role), verb, elsewhere).because, Because::other_tenant) << name(verb);
            elsewhere.tenant.clear();
            EXPECT_FALSE(may(somebody(role), verb, elsewhere)) << name(verb);
        }
    });
}

TEST(Permissions, WithoutATenantOrARoleNothingIsAllowed) {
    for_all([](Role role, Verb verb) {
        EXPECT_FALSE(may({"", "kim", Roles{role}, false, {}}, verb, {}));
        EXPECT_FALSE(may({"acme", "kim", {}, false, {}}, verb, subject(own)));
    });
}

TEST(Permissions, NoRoleReadsPracticeThatWasNotShared) {
    const Roles every = {Role::rep, Role::manager, Role::enablement, Role::admin, Role::partner};
    for (const Verb verb : {Verb::read_attempt, Verb::practise, Verb::share_attempt, Verb::erase_attempt,
                            Verb::read_call, Verb::share_call, Verb::erase_call, Verb::export_person})
        for (const Whose whose : {led, strangers})
            EXPECT_FALSE(may({"acme", "kim", every, false, {}}, verb, subject(whose))) << name(verb);
}

TEST(Permissions, ATokenDoesOnlyWhatItsScopesSay) {
    for_all([](Role role, Verb verb) {
        Principal program = somebody(role);
        program.by_token = true;
        EXPECT_FALSE(may(program, verb, subject(own))) << name(verb);
        program.scopes.assign(scopes().begin(), scopes().end());
        const bool by_person = static_cast<bool>(may(somebody(role), verb, subject(own)));
        EXPECT_EQ(static_cast<bool>(may(program, verb, subject(own))), by_person && !scope_of(verb).empty());
        if (scope_of(verb).empty()) return;
        std::erase(program.scopes, scope_of(verb));
        EXPECT_EQ(may(program, verb, subject(own)).because, Because::scope) << name(verb);
    });
}

TEST(Permissions, EveryScopeIsListedOnceAndUsed) {
    const auto all = scopes();
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    std::map<std::string_view, int> uses;
    for (int verb = 0; verb < kVerbCount; ++verb)
        if (const auto scope = scope_of(static_cast<Verb>(verb)); !scope.empty()) ++uses[scope];
    EXPECT_EQ(uses.size(), all.size());
    for (const std::string_view scope : all) EXPECT_GE(uses[scope], 1) << scope;
}

TEST(Permissions, WhatOneMayNotKnowOfIsNotThereAndWhatOneMayIsForbidden) {
    const Principal kim = somebody(Role::rep);
    Subject theirs = subject(strangers);
    EXPECT_EQ(may(kim, Verb::erase_attempt, theirs).because, Because::not_yours);
    theirs.known = true;
    EXPECT_EQ(may(kim, Verb::erase_attempt, theirs).because, Because::known);
    EXPECT_EQ(may(kim, Verb::read_people, subject(tenants)).because, Because::known);  // that there are people
    EXPECT_EQ(may(kim, Verb::manage_people, theirs).because, Because::role);
    theirs.tenant = "globex";
    EXPECT_EQ(may(kim, Verb::erase_attempt, theirs).because, Because::other_tenant);
}

TEST(Permissions, RolesAddUp) {
    const Principal both{"acme", "kim", {Role::manager, Role::admin}, false, {}};
    EXPECT_TRUE(may(both, Verb::read_team_figures, subject(led)));
    EXPECT_TRUE(may(both, Verb::manage_people, subject(strangers)));
    EXPECT_FALSE(may(both, Verb::read_attempt, subject(led)));
}

TEST(Roles, AreReadAndWritten) {
    EXPECT_EQ(to_text({Role::admin, Role::rep}), "rep,admin");
    EXPECT_EQ(roles_named("admin,rep"), (Roles{Role::rep, Role::admin}));
    for (const char* bad : {"", "root", "rep,", ",rep", "rep, admin", "Rep"}) EXPECT_FALSE(roles_named(bad)) << bad;
}

}  // namespace
}  // namespace praxis::people
