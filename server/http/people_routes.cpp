#include <boost/json/array.hpp>

#include "app/access/tokens.hpp"
#include "app/people/change_person.hpp"
#include "app/people/invite_person.hpp"
#include "app/people/teams.hpp"
#include "app/rights/erase.hpp"
#include "server/http/json_body.hpp"
#include "server/http/people_parts.hpp"
#include "wire/people.hpp"
#include "wire/request_reader.hpp"
#include "wire/rights.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

template <class T, class Write>
json::array array_of(const std::vector<T>& things, Write write) {
    json::array array;
    for (const T& thing : things) array.push_back(write(thing));
    return array;
}

class PeopleRoutes {
public:
    explicit PeopleRoutes(PeopleParts parts) : parts_(std::move(parts)) {}

    Task<Response> list(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        const app::PeopleQuery query{{}, page.after, call.request.parameter("team"), {}, page.limit};
        const auto found = co_await parts_.workers.run([&] { return app::list_people(office(), who, query); });
        co_return page_response(array_of(found, [](const app::Person& one) { return wire::to_json(one); }),
                                found.size() == page.limit ? found.back().id : std::string());
    }

    Task<Response> directory(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        const auto found =
            co_await parts_.workers.run([&] { return app::list_directory(office(), who, page.after, page.limit); });
        json::array items;
        for (const app::Person& one : found)
            if (one.state == app::PersonState::active) items.push_back(wire::to_directory_json(one));
        co_return page_response(std::move(items), found.size() == page.limit ? found.back().id : std::string());
    }

    Task<Response> invite(Call& call) const {
        const people::Principal who = call.who();
        const app::Invitation given = body_of(call.request, wire::invitation_from);
        const app::Invited invited =
            co_await parts_.workers.run([&] { return app::invite_person(office(), who, given); });
        call.secret = invited.link.has_value();
        co_return invited_response(invited, 201);
    }

    Task<Response> invite_again(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("person");
        const app::Invited invited = co_await parts_.workers.run([&] { return app::invite_again(office(), who, id); });
        call.secret = invited.link.has_value();
        co_return invited_response(invited, 200);
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("person");
        const app::Person person = co_await parts_.workers.run([&] { return app::read_person(office(), who, id); });
        co_return person_response(person);
    }

    Task<Response> change(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("person");
        app::PersonChange wanted = body_of(call.request, wire::person_change_from);
        wanted.version = version_wanted(call.request);
        const app::Person person =
            co_await parts_.workers.run([&] { return app::change_person(office(), who, id, wanted); });
        parts_.keeper.forget_person(who.tenant, id);
        co_return person_response(person);
    }

    Task<Response> erase(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("person");
        co_await parts_.workers.run([&] { app::erase_person(office(), who, id); });
        parts_.keeper.forget_person(who.tenant, id);
        co_return empty_response();
    }

    Task<Response> export_one(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("person");
        const bool as_page = call.request.parameter("format") == "html";
        const app::Records records = co_await parts_.workers.run([&] { return app::export_person(office(), who, id); });
        Response response = as_page ? page_of(records) : json_response(wire::to_json(records));
        response.add("content-disposition",
                     std::string("attachment; filename=\"praxis-") + (as_page ? "record.html" : "record.json") + "\"");
        co_return response;
    }

    Task<Response> list_teams(Call& call) const {
        const people::Principal who = call.who();
        const auto teams = co_await parts_.workers.run([&] { return app::list_teams(office(), who); });
        co_return page_response(array_of(teams, [](const app::Team& one) { return wire::to_json(one); }), {});
    }

    Task<Response> read_team(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("team");
        const app::TeamSeen seen = co_await parts_.workers.run([&] { return app::read_team(office(), who, id); });
        Response response = json_response(wire::to_json(seen));
        add_version(response, seen.team.version);
        co_return response;
    }

    Task<Response> make_team(Call& call) const {
        const people::Principal who = call.who();
        const std::string name = name_in(call);
        const app::Team team = co_await parts_.workers.run([&] { return app::make_team(office(), who, name); });
        co_return team_response(team, 201);
    }

    Task<Response> rename_team(Call& call) const {
        const people::Principal who = call.who();
        app::Team wanted;
        wanted.id = call.part("team");
        wanted.name = name_in(call);
        wanted.version = version_wanted(call.request);
        const app::Team team = co_await parts_.workers.run([&] { return app::rename_team(office(), who, wanted); });
        co_return team_response(team, 200);
    }

    Task<Response> dissolve_team(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("team");
        co_await parts_.workers.run([&] { app::dissolve_team(office(), who, id); });
        co_return empty_response();
    }

    Task<Response> place(Call& call) const {
        const people::Principal who = call.who();
        const bool leads = body_of(call.request, [](const json::object& object, Problems& problems) {
            wire::RequestReader fields(object, problems);
            const bool given = fields.maybe_flag("leads").value_or(false);
            fields.refuse_the_rest();
            return given;
        });
        const app::Membership member{who.tenant, call.part("team"), call.part("person"), leads};
        co_await parts_.workers.run([&] { app::place_member(office(), who, member); });
        co_return empty_response();
    }

    Task<Response> unplace(Call& call) const {
        const people::Principal who = call.who();
        const app::Membership member{who.tenant, call.part("team"), call.part("person"), false};
        co_await parts_.workers.run([&] { app::unplace_member(office(), who, member); });
        co_return empty_response();
    }

    Task<Response> list_tokens(Call& call) const {
        const people::Principal who = call.who();
        const auto tokens = co_await parts_.workers.run([&] { return app::list_tokens(office(), who); });
        co_return page_response(array_of(tokens, [](const app::Token& one) { return wire::to_json(one); }), {});
    }

    Task<Response> make_token(Call& call) const {
        const people::Principal who = call.who();
        const app::TokenWish wish = body_of(call.request, wire::token_wish_from);
        const app::TokenMade made = co_await parts_.workers.run([&] { return app::make_token(office(), who, wish); });
        call.secret = true;
        json::object told = wire::to_json(made.token);
        told["secret"] = made.secret;
        co_return json_response(told, 201);
    }

    Task<Response> revoke_token(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("token");
        const std::string owner = co_await parts_.workers.run([&] { return app::revoke_token(office(), who, id); });
        parts_.keeper.forget_person(who.tenant, owner);
        co_return empty_response();
    }

private:
    app::Office& office() const { return parts_.office; }

    static std::string name_in(Call& call) {
        return body_of(call.request, [](const json::object& object, Problems& problems) {
            return wire::one_text_from(object, "name", problems);
        });
    }

    static Response person_response(const app::Person& person) {
        Response response = json_response(wire::to_json(person));
        add_version(response, person.version);
        return response;
    }

    static Response invited_response(const app::Invited& invited, int status) {
        json::object told = wire::to_json(invited.person);
        if (invited.link) told["link"] = *invited.link;
        Response response = json_response(told, status);
        if (status == 201) response.add("location", "/api/v1/people/" + invited.person.id);
        add_version(response, invited.person.version);
        return response;
    }

    static Response team_response(const app::Team& team, int status) {
        Response response = json_response(wire::to_json(team), status);
        if (status == 201) response.add("location", "/api/v1/teams/" + team.id);
        add_version(response, team.version);
        return response;
    }

    static Response page_of(const app::Records& records) {
        Response response;
        response.add("content-type", "text/html; charset=utf-8");
        response.add("cache-control", "no-store");
        response.body = wire::to_page(records, "you");
        return response;
    }

    const PeopleParts parts_;
};

}  // namespace

void add_people_routes(Router& router, const PeopleParts& parts) {
    const auto routes = std::make_shared<const PeopleRoutes>(parts);
    const auto on = [&](const char* method, const char* path, Task<Response> (PeopleRoutes::*act)(Call&) const) {
        router.on(method, path, by(routes, act));
    };
    on("GET", "/api/v1/people", &PeopleRoutes::list);
    on("POST", "/api/v1/people", &PeopleRoutes::invite);
    on("GET", "/api/v1/directory", &PeopleRoutes::directory);
    on("GET", "/api/v1/people/:person", &PeopleRoutes::read);
    on("PATCH", "/api/v1/people/:person", &PeopleRoutes::change);
    on("DELETE", "/api/v1/people/:person", &PeopleRoutes::erase);
    on("POST", "/api/v1/people/:person/invitation", &PeopleRoutes::invite_again);
    on("GET", "/api/v1/people/:person/record", &PeopleRoutes::export_one);
    on("GET", "/api/v1/teams", &PeopleRoutes::list_teams);
    on("POST", "/api/v1/teams", &PeopleRoutes::make_team);
    on("GET", "/api/v1/teams/:team", &PeopleRoutes::read_team);
    on("PATCH", "/api/v1/teams/:team", &PeopleRoutes::rename_team);
    on("DELETE", "/api/v1/teams/:team", &PeopleRoutes::dissolve_team);
    on("PUT", "/api/v1/teams/:team/members/:person", &PeopleRoutes::place);
    on("DELETE", "/api/v1/teams/:team/members/:person", &PeopleRoutes::unplace);
    on("GET", "/api/v1/tokens", &PeopleRoutes::list_tokens);
    on("POST", "/api/v1/tokens", &PeopleRoutes::make_token);
    on("DELETE", "/api/v1/tokens/:token", &PeopleRoutes::revoke_token);
}

}  // namespace praxis::http
