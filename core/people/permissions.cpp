#include "core/people/permissions.hpp"

#include <algorithm>
#include <array>

namespace praxis::people {
namespace {

struct Row {
    Verb verb;
    std::string_view name, scope;
    std::array<Reach, kRoleCount> reach;  // rep, manager, enablement, admin, partner
};

constexpr Reach no = Reach::none, mine = Reach::own, shared = Reach::shared, led = Reach::led, all = Reach::all;

// clang-format off
constexpr std::array<Row, kVerbCount> kTable = {{
    // verb                      name                     scope               rep     manager enablem. admin  partner
    {Verb::practise,             "practise",              "practice:write",   {mine,   mine,   mine,   mine,   mine}},
    {Verb::read_attempt,         "read_attempt",          "practice:read",    {shared, shared, shared, shared, mine}},
    {Verb::share_attempt,        "share_attempt",         "practice:write",   {mine,   mine,   mine,   mine,   mine}},
    {Verb::erase_attempt,        "erase_attempt",         "",                 {mine,   mine,   mine,   mine,   mine}},
    {Verb::appeal,               "appeal",                "practice:write",   {mine,   mine,   mine,   mine,   mine}},
    {Verb::answer_appeal,        "answer_appeal",         "",                 {no,     no,     all,    no,     no}},
    {Verb::import_call,          "import_call",           "calls:write",      {mine,   mine,   mine,   no,     no}},
    {Verb::read_call,            "read_call",             "calls:read",       {shared, shared, shared, shared, no}},
    {Verb::share_call,           "share_call",            "calls:write",      {mine,   mine,   mine,   mine,   no}},
    {Verb::erase_call,           "erase_call",            "",                 {mine,   mine,   mine,   mine,   no}},
    {Verb::read_scenarios,       "read_scenarios",        "strategies:read",  {all,    all,    all,    all,    all}},
    {Verb::read_strategy,        "read_strategy",         "strategies:read",  {no,     no,     all,    all,    no}},
    {Verb::write_strategy,       "write_strategy",        "strategies:write", {no,     no,     all,    no,     no}},
    {Verb::publish_strategy,     "publish_strategy",      "strategies:write", {no,     no,     all,    no,     no}},
    {Verb::read_characters,      "read_characters",       "strategies:read",  {all,    all,    all,    all,    all}},
    {Verb::write_characters,     "write_characters",      "strategies:write", {no,     no,     all,    all,    no}},
    {Verb::read_team_figures,    "read_team_figures",     "figures:read",     {no,     led,    all,    no,     no}},
    {Verb::read_scenario_figures,"read_scenario_figures", "figures:read",     {no,     no,     all,    no,     no}},
    {Verb::read_directory,       "read_directory",        "people:read",      {all,    all,    all,    all,    no}},
    {Verb::read_people,          "read_people",           "people:read",      {mine,   led,    mine,   all,    mine}},
    {Verb::manage_people,        "manage_people",         "people:write",     {no,     no,     no,     all,    no}},
    {Verb::read_teams,           "read_teams",            "people:read",      {mine,   led,    all,    all,    no}},
    {Verb::manage_teams,         "manage_teams",          "people:write",     {no,     no,     no,     all,    no}},
    {Verb::change_self,          "change_self",           "",                 {mine,   mine,   mine,   mine,   mine}},
    {Verb::manage_tokens,        "manage_tokens",         "",                 {mine,   mine,   mine,   all,    no}},
    {Verb::consent,              "consent",               "",                 {mine,   mine,   mine,   mine,   mine}},
    {Verb::export_person,        "export_person",         "",                 {mine,   mine,   mine,   mine,   mine}},
    {Verb::erase_person,         "erase_person",          "",                 {mine,   mine,   mine,   all,    mine}},
    {Verb::manage_settings,      "manage_settings",       "",                 {no,     no,     no,     all,    no}},
    {Verb::manage_webhooks,      "manage_webhooks",       "operate",          {no,     no,     no,     all,    no}},
    {Verb::manage_jobs,          "manage_jobs",           "operate",          {no,     no,     no,     all,    no}},
    {Verb::read_audit,           "read_audit",            "operate",          {no,     no,     no,     all,    no}},
    {Verb::erase_demo,           "erase_demo",            "",                 {no,     no,     no,     all,    no}},
}};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < kTable.size(); ++i)
        if (kTable[i].verb != static_cast<Verb>(i)) return false;
    return true;
}
static_assert(in_order(), "one row a verb, in the order of the enumeration");

constexpr std::array<std::string_view, 10> kScopes = {
    "calls:read",   "calls:write",   "figures:read",   "operate",         "people:read",
    "people:write", "practice:read", "practice:write", "strategies:read", "strategies:write",
};

const Row& row(Verb verb) {
    return kTable[static_cast<std::size_t>(verb)];
}

bool within(Reach reach, const Principal& who, const Subject& what) {
    const bool is_own = !what.owner.empty() && what.owner == who.person;
    switch (reach) {
        case Reach::none: return false;
        case Reach::own: return is_own;
        case Reach::shared: return is_own || what.shared;
        case Reach::led: return is_own || what.led;
        case Reach::all: return true;
    }
    return false;
}

}  // namespace

Subject of_tenant(const Principal& who) {
    return {who.tenant, {}, false, false};
}

Subject own(const Principal& who) {
    return {who.tenant, who.person, false, false};
}

Decision may(const Principal& who, Verb verb, const Subject& what) {
    if (who.tenant.empty() || what.tenant != who.tenant) return {Because::other_tenant};
    if (who.by_token) {
        const std::string_view needed = scope_of(verb);
        if (needed.empty()) return {Because::token};
        if (std::find(who.scopes.begin(), who.scopes.end(), needed) == who.scopes.end()) return {Because::scope};
    }
    bool some = false;
    for (int i = 0; i < kRoleCount; ++i) {
        const Role role = static_cast<Role>(i);
        if (!who.roles.has(role)) continue;
        if (within(reach(role, verb), who, what)) return {Because::allowed};
        some = some || reach(role, verb) != Reach::none;
    }
    if (!some) return {Because::role};
    return {what.known || what.owner.empty() ? Because::known : Because::not_yours};  // the tenant's own is no secret
}

std::string_view name(Verb verb) {
    return row(verb).name;
}

Reach reach(Role role, Verb verb) {
    return row(verb).reach[static_cast<std::size_t>(role)];
}

std::string_view scope_of(Verb verb) {
    return row(verb).scope;
}

std::span<const std::string_view> scopes() {
    return kScopes;
}

}  // namespace praxis::people
