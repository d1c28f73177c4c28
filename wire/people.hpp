// People, teams, tokens and what is asked about them as the contract's JSON. Secrets appear only where the contract
// shows them once. Values only; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "app/access/log_in.hpp"
#include "app/access/passwords.hpp"
#include "app/access/tokens.hpp"
#include "app/people/change_person.hpp"
#include "app/people/found_company.hpp"
#include "app/people/invite_person.hpp"
#include "app/people/teams.hpp"

namespace praxis::wire {

boost::json::object to_json(const app::Person&);
boost::json::object to_directory_json(const app::Person&);  // id and name only
boost::json::object to_json(const app::Tenant&);
boost::json::object to_json(const app::Team&);
boost::json::object to_json(const app::TeamSeen&);
boost::json::object to_json(const app::Token&);  // without its secret
boost::json::array to_json(people::Roles);

// Bodies of requests; complaints are added to the problems.
app::LogIn log_in_from(const boost::json::object&, Problems&);
app::Founding founding_from(const boost::json::object&, Problems&);
app::Acceptance acceptance_from(const boost::json::object&, Problems&);
app::Invitation invitation_from(const boost::json::object&, Problems&);
app::PersonChange person_change_from(const boost::json::object&, Problems&);
app::ResetRequest reset_request_from(const boost::json::object&, Problems&);
app::PasswordChange password_change_from(const boost::json::object&, Problems&);
app::TokenWish token_wish_from(const boost::json::object&, Problems&);

struct LinkAndPassword {
    std::string link, password;
};
LinkAndPassword link_and_password_from(const boost::json::object&, Problems&);

// An object with one field that is a text.
std::string one_text_from(const boost::json::object&, std::string_view key, Problems&);

}  // namespace praxis::wire
