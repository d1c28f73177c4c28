#include <boost/json/object.hpp>

#include "app/access/log_in.hpp"
#include "app/access/passwords.hpp"
#include "app/people/found_company.hpp"
#include "app/people/invite_person.hpp"
#include "server/auth/cookies.hpp"
#include "server/http/json_body.hpp"
#include "server/http/people_parts.hpp"
#include "wire/people.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

class SessionRoutes {
public:
    explicit SessionRoutes(PeopleParts parts) : parts_(std::move(parts)) {}

    Task<Response> log_in(Call& call) const {
        app::LogIn given = body_of(call.request, wire::log_in_from);
        given.address = call.request.peer;
        given.previous = auth::session_secret_in(call.request);
        const app::Entered entered = co_await parts_.hashing.run([&] { return app::log_in(office(), given); });
        parts_.keeper.forget(given.previous);
        co_return let_in(call, entered);
    }

    Task<Response> found(Call& call) const {
        const app::Founding given = body_of(call.request, wire::founding_from);
        const app::Entered entered = co_await parts_.hashing.run([&] { return app::found_company(office(), given); });
        co_return let_in(call, entered);
    }

    Task<Response> look_at_invitation(Call& call) const {
        const std::string link = link_in(call);
        const app::InvitationSeen seen =
            co_await parts_.workers.run([&] { return app::look_at_invitation(office(), link); });
        const json::object told{{"company", seen.company}, {"email", seen.email}, {"name", seen.name}};
        co_return json_response(told);
    }

    Task<Response> accept(Call& call) const {
        const app::Acceptance given = body_of(call.request, wire::acceptance_from);
        const app::Entered entered =
            co_await parts_.hashing.run([&] { return app::accept_invitation(office(), given); });
        co_return let_in(call, entered);
    }

    Task<Response> who(Call& call) const {
        const people::Principal principal = call.who();
        std::optional<app::Acquaintance> met;
        co_await parts_.workers.run([&] {
            office().registry.glance(
                [&](app::Registers& registers) { met = registers.people.meet(principal.tenant, principal.person); });
        });
        if (!met) throw ApiError(Code::unauthenticated, "This needs somebody who is logged in.");
        json::object told{{"person", wire::to_json(met->person)}, {"tenant", wire::to_json(met->tenant)}};
        const std::string secret = auth::session_secret_in(call.request);
        if (!principal.by_token) told["csrf_token"] = app::counterpart_of(office(), secret);
        co_return json_response(told);
    }

    Task<Response> log_out(Call& call) const {
        const people::Principal principal = call.who();
        const std::string secret = auth::session_secret_in(call.request);
        co_await parts_.workers.run([&] { app::log_out(office(), principal, secret); });
        parts_.keeper.forget(secret);
        const std::string farewell = co_await farewell_for(principal);
        json::object told;
        told["farewell"] = farewell.empty() ? json::value() : json::value(farewell);
        Response response = json_response(told);
        auth::take_session_cookies(response, call.request.secure);
        co_return response;
    }

    Task<Response> log_out_everywhere(Call& call) const {
        const people::Principal principal = call.who();
        co_await parts_.workers.run([&] { app::log_out_everywhere(office(), principal, {}); });
        parts_.keeper.forget_person(principal.tenant, principal.person);
        Response response = empty_response();
        auth::take_session_cookies(response, call.request.secure);
        co_return response;
    }

    Task<Response> change_password(Call& call) const {
        const people::Principal principal = call.who();
        app::PasswordChange given = body_of(call.request, wire::password_change_from);
        given.address = call.request.peer;
        given.session = auth::session_secret_in(call.request);
        co_await parts_.hashing.run([&] { app::change_password(office(), principal, given); });
        parts_.keeper.forget_person(principal.tenant, principal.person);
        co_return empty_response();
    }

    Task<Response> ask_for_reset(Call& call) const {
        app::ResetRequest given = body_of(call.request, wire::reset_request_from);
        given.address = call.request.peer;
        co_await parts_.workers.run([&] { app::request_reset(office(), given); });
        co_return empty_response(202);
    }

    Task<Response> reset_password(Call& call) const {
        const wire::LinkAndPassword given = body_of(call.request, wire::link_and_password_from);
        co_await parts_.hashing.run([&] { app::reset_password(office(), given.link, given.password); });
        co_return empty_response();
    }

private:
    app::Office& office() const { return parts_.office; }

    static std::string link_in(Call& call) {
        return body_of(call.request, [](const json::object& object, Problems& problems) {
            return wire::one_text_from(object, "link", problems);
        });
    }

    // The way by which they come in, if that is one to log out by.
    const app::OutsideWay* way_of(const people::Principal& principal) const {
        if (!parts_.outside || parts_.outside->empty()) return nullptr;
        std::optional<std::string> outside;
        office().registry.read([&](app::Registers& registers) {
            const auto person = registers.people.find(principal.tenant, principal.person);
            outside = person ? person->outside : std::nullopt;
        });
        for (const app::OutsideWay& way : *parts_.outside)
            if (way.farewell && outside && outside->starts_with(way.issuer + " ")) return &way;
        return nullptr;
    }

    // Where to log out at the provider too. That it does not answer keeps nobody logged in here.
    Task<std::string> farewell_for(const people::Principal& principal) const {
        const app::OutsideWay* const way = co_await parts_.workers.run([&] { return way_of(principal); });
        if (!way) co_return std::string();
        co_return co_await parts_.asking->run([&] {
            try {
                return way->provider->farewell_address();
            } catch (const app::IdentityTrouble&) {
                return std::string();
            }
        });
    }

    void add_cookies(const Call& call, const app::Entered& entered, Response& response) const {
        auth::add_session_cookies(response, call.request.secure, entered.secret,
                                  app::counterpart_of(office(), entered.secret), office().settings.sessions.longest_ms);
    }

    Response let_in(const Call& call, const app::Entered& entered) const {
        Response response = json_response(json::object{{"person", wire::to_json(entered.person)},
                                                       {"csrf_token", app::counterpart_of(office(), entered.secret)}},
                                          201);
        add_cookies(call, entered, response);
        return response;
    }

    const PeopleParts parts_;
};

}  // namespace

void add_session_routes(Router& router, const PeopleParts& parts) {
    const auto routes = std::make_shared<const SessionRoutes>(parts);
    const auto on = [&](const char* method, const char* path, Task<Response> (SessionRoutes::*act)(Call&) const) {
        router.on(method, path, by(routes, act));
    };
    on("POST", "/api/v1/session", &SessionRoutes::log_in);
    on("GET", "/api/v1/session", &SessionRoutes::who);
    on("DELETE", "/api/v1/session", &SessionRoutes::log_out);
    on("DELETE", "/api/v1/sessions", &SessionRoutes::log_out_everywhere);
    on("POST", "/api/v1/start", &SessionRoutes::found);
    on("POST", "/api/v1/invitations/look", &SessionRoutes::look_at_invitation);
    on("POST", "/api/v1/invitations/accept", &SessionRoutes::accept);
    on("PUT", "/api/v1/password", &SessionRoutes::change_password);
    on("POST", "/api/v1/password-resets", &SessionRoutes::ask_for_reset);
    on("POST", "/api/v1/password-resets/use", &SessionRoutes::reset_password);
}

}  // namespace praxis::http
