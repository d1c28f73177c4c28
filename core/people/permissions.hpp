// Who may do what: every permission of the product is one row of the table in permissions.cpp. A request asks with the
// verb of what it is about to do and the subject it does it to; it is refused unless a row says yes. What one may not
// know of is refused as if it were not there; what one may know of, but not do, as forbidden. Pure; any thread.
// Does not know requests, rows or sessions. Nobody reads another's practice unless it was shared with them: no role
// reaches further, and the tests hold that.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/people/principal.hpp"

namespace praxis::people {

enum class Verb : std::uint8_t {
    // practice: private until shared
    practise,  // start, go on, finish, branch
    read_attempt,
    share_attempt,
    erase_attempt,
    appeal,
    answer_appeal,  // reads the one verdict that is appealed, with its quotes
    import_call,
    read_call,
    share_call,
    erase_call,
    // what the company decided
    read_scenarios,  // the brief, never what stands behind a gate
    read_strategy,   // the whole source
    write_strategy,
    publish_strategy,
    read_characters,  // whoever they meet on the screen
    write_characters,
    // figures of many, never of fewer than the smallest group
    read_team_figures,
    read_scenario_figures,
    // people
    read_directory,  // names, to share with
    read_people,     // addresses, roles, states
    manage_people,   // invite, change roles, suspend
    read_teams,
    manage_teams,
    change_self,  // one's name, password, sessions
    manage_tokens,
    consent,
    export_person,
    erase_person,
    // the installation
    manage_settings,  // and how long things are kept
    manage_webhooks,
    manage_jobs,
    read_audit,
    erase_demo,
};
inline constexpr int kVerbCount = static_cast<int>(Verb::erase_demo) + 1;

// How far a role reaches with a verb.
enum class Reach : std::uint8_t {
    none,
    own,     // what is one's own
    shared,  // … or what its owner shared with one
    led,     // … or what belongs to somebody of a team one leads, or to that team
    all,     // everything of the tenant
};

struct Subject {
    std::string tenant;
    std::string owner;    // the person it belongs to; empty: the tenant itself
    bool shared = false;  // its owner shared it with who asks
    bool led = false;     // who asks leads a team that it, or its owner, belongs to
    bool known = false;   // who asks may know that it is there, by another verb than the one they ask with
};
Subject of_tenant(const Principal&);  // the tenant's own things
Subject own(const Principal&);        // what belongs to who asks

enum class Because : std::uint8_t {
    allowed,
    other_tenant,  // it must not even be said that the thing exists
    not_yours,     // likewise
    known,         // not theirs to do that to, but theirs to know of
    role,          // no role of theirs does that at all
    scope,         // the token was not given the scope
    token,         // only a person at a browser may do that
};

struct Decision {
    Because because = Because::role;
    explicit operator bool() const { return because == Because::allowed; }
};
Decision may(const Principal&, Verb, const Subject&);

std::string_view name(Verb);
Reach reach(Role, Verb);
// What a token needs; empty: no token does that.
std::string_view scope_of(Verb);
// Every scope there is, sorted.
std::span<const std::string_view> scopes();

}  // namespace praxis::people
