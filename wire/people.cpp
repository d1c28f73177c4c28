#include "wire/people.hpp"

#include "wire/json/json_list.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {

namespace json = boost::json;

namespace {

std::optional<people::Roles> roles_from(RequestReader& fields) {
    const auto words = fields.maybe_texts("roles");
    if (!words) return std::nullopt;
    people::Roles roles;
    for (std::size_t i = 0; i < words->size(); ++i) {
        const auto role = people::role_named((*words)[i]);
        if (role)
            roles.insert(*role);
        else
            fields.complain("roles/" + std::to_string(i), "is no role",
                            "take rep, manager, enablement, admin or partner");
    }
    return roles;
}

}  // namespace

json::array to_json(people::Roles roles) {
    json::array array;
    for (int i = 0; i < people::kRoleCount; ++i)
        if (roles.has(static_cast<people::Role>(i))) array.emplace_back(people::name(static_cast<people::Role>(i)));
    return array;
}

json::object to_json(const app::Person& person) {
    return {{"id", person.id},
            {"email", person.email},
            {"name", person.name},
            {"roles", to_json(person.roles)},
            {"state", app::name(person.state)},
            {"comes_from_outside", person.outside.has_value()},
            {"created_ms", person.created_ms},
            {"changed_ms", person.changed_ms},
            {"version", person.version}};
}

json::object to_directory_json(const app::Person& person) {
    return {{"id", person.id}, {"name", person.name}};
}

json::object to_json(const app::Tenant& tenant) {
    return {{"id", tenant.id},
            {"slug", tenant.slug},
            {"name", tenant.name},
            {"demo", tenant.demo},
            {"browser_recognition", tenant.browser_recognition}};
}

json::object to_json(const app::Team& team) {
    return {{"id", team.id}, {"name", team.name}, {"created_ms", team.created_ms}, {"version", team.version}};
}

json::object to_json(const app::TeamSeen& seen) {
    json::object object = to_json(seen.team);
    json::array members;
    for (const app::Membership& member : seen.members)
        members.push_back(json::object{{"person", member.person}, {"leads", member.leads}});
    object["members"] = std::move(members);
    return object;
}

json::object to_json(const app::Token& token) {
    json::object object{{"id", token.id},
                        {"name", token.name},
                        {"scopes", texts_of(token.scopes)},
                        {"created_ms", token.created_ms},
                        {"expires_ms", token.expires_ms}};
    if (token.used_ms) object["used_ms"] = *token.used_ms;
    return object;
}

app::LogIn log_in_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::LogIn given;
    given.email = fields.text("email");
    given.password = fields.text("password");
    given.company = fields.maybe_text("company").value_or(std::string());
    fields.refuse_the_rest();
    return given;
}

app::Founding founding_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::Founding given;
    given.link = fields.text("link");
    given.company = fields.text("company");
    given.slug = fields.maybe_text("slug").value_or(std::string());
    given.name = fields.text("name");
    given.email = fields.text("email");
    given.password = fields.text("password");
    fields.refuse_the_rest();
    return given;
}

app::Acceptance acceptance_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::Acceptance given;
    given.link = fields.text("link");
    given.password = fields.text("password");
    given.name = fields.maybe_text("name").value_or(std::string());
    fields.refuse_the_rest();
    return given;
}

app::Invitation invitation_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::Invitation given;
    given.email = fields.text("email");
    given.name = fields.text("name");
    given.roles = roles_from(fields).value_or(people::Roles());
    given.teams = fields.maybe_texts("teams").value_or(std::vector<std::string>());
    fields.refuse_the_rest();
    return given;
}

app::PersonChange person_change_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::PersonChange change;
    change.name = fields.maybe_text("name");
    change.roles = roles_from(fields);
    change.state = fields.maybe_named("state", app::person_state_named);
    fields.refuse_the_rest();
    return change;
}

app::ResetRequest reset_request_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::ResetRequest given;
    given.email = fields.text("email");
    given.company = fields.maybe_text("company").value_or(std::string());
    fields.refuse_the_rest();
    return given;
}

app::PasswordChange password_change_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::PasswordChange given;
    given.old_password = fields.text("old_password");
    given.new_password = fields.text("new_password");
    fields.refuse_the_rest();
    return given;
}

app::TokenWish token_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::TokenWish wish;
    wish.name = fields.text("name");
    wish.scopes = fields.maybe_texts("scopes").value_or(std::vector<std::string>());
    wish.days = static_cast<int>(fields.maybe_whole("days", 1, people::kTokenDaysMost).value_or(people::kTokenDays));
    fields.refuse_the_rest();
    return wish;
}

LinkAndPassword link_and_password_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    LinkAndPassword given;
    given.link = fields.text("link");
    given.password = fields.text("password");
    fields.refuse_the_rest();
    return given;
}

std::string one_text_from(const json::object& object, std::string_view key, Problems& problems) {
    RequestReader fields(object, problems);
    std::string text = fields.text(key);
    fields.refuse_the_rest();
    return text;
}

}  // namespace praxis::wire
