// Coming in by way of an identity provider, and being logged out by it. Leaving and arriving are gone to by a browser's
// own navigation, so what goes wrong is told on the page where one logs in, by a word of the closed list in
// app/access/sign_in_outside.hpp. A log-out is told by the provider itself, which brings no cookie and reads a problem.
#include <algorithm>
#include <cctype>

#include "app/access/log_out_outside.hpp"
#include "server/auth/cookies.hpp"
#include "server/http/json_body.hpp"
#include "server/http/people_parts.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

constexpr std::string_view kSignIn = "/sign-in";

// As a value in a query.
std::string escaped_value(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '-' || c == '_' || c == '.' || c == '/') {
            out += c;
        } else {
            out += '%';
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        }
    }
    return out;
}

json::object to_json(const app::OutsideWay& way, const app::WayStanding& standing) {
    json::object told{{"id", way.id}, {"name", way.name}, {"ready", standing.ready}};
    told["trouble"] = standing.fault ? json::value(app::name(*standing.fault)) : json::value();
    return told;
}

Response sent_to(const std::string& address) {
    Response response = empty_response(303);
    response.add("location", address);
    response.add("referrer-policy", "no-referrer");
    return response;
}

class OutsideRoutes {
public:
    explicit OutsideRoutes(const PeopleParts& parts) : parts_(parts) {}

    Task<Response> list(Call&) const {
        for (const app::OutsideWay& way : ways())
            if (way.provider->standing().due) ask_soon(*way.provider);
        json::array items = co_await parts_.workers.run([&] {
            json::array told;
            for (const app::OutsideWay& way : ways())
                told.push_back(to_json(way, app::standing_of(parts_.office, way)));
            return told;
        });
        co_return page_response(std::move(items), {});
    }

    Task<Response> leave(Call& call) const {
        const app::OutsideWay& way = way_of(call);
        const std::string return_to = call.request.parameter("return_to");
        app::Leaving leaving;
        auto refusal = co_await parts_.asking->run(
            [&] { return refusal_of([&] { leaving = app::leave_for_outside(parts_.office, way, return_to); }); });
        if (refusal) {
            refusal->return_to = app::own_path(return_to);
            co_return told(call, way, *refusal);
        }
        Response response = sent_to(leaving.address);
        auth::add_browser_cookie(response, call.request.secure, leaving.browser, people::kDeparture_ms);
        co_return response;
    }

    Task<Response> arrive(Call& call) const {
        const app::OutsideWay& way = way_of(call);
        const app::Arriving given{call.request.parameter("state"),       call.request.parameter("code"),
                                  call.request.parameter("iss"),         auth::browser_secret_in(call.request),
                                  auth::session_secret_in(call.request), call.request.parameter("error")};
        app::Arrived arrived;
        const auto refusal = co_await parts_.asking->run(
            [&] { return refusal_of([&] { arrived = app::arrive_from_outside(parts_.office, way, given); }); });
        if (refusal) co_return told(call, way, *refusal);
        parts_.keeper.forget(given.previous);
        Response response = sent_to(arrived.return_to);
        auth::take_browser_cookie(response, call.request.secure);
        auth::add_session_cookies(response, call.request.secure, arrived.entered.secret,
                                  app::counterpart_of(parts_.office, arrived.entered.secret),
                                  parts_.office.settings.sessions.longest_ms);
        co_return response;
    }

    Task<Response> log_out(Call& call) const {
        const app::OutsideWay& way = way_of(call);
        const std::string_view type = call.request.header("content-type");
        if (type.substr(0, type.find(';')) != "application/x-www-form-urlencoded")
            throw ApiError(Code::unsupported_media, "The body must be application/x-www-form-urlencoded.");
        const std::string token = net::parameter_in(call.request.body, "logout_token");
        app::LoggedOut done;
        const auto refusal = co_await parts_.asking->run(
            [&] { return refusal_of([&] { done = app::log_out_from_outside(parts_.office, way, token); }); });
        if (refusal) throw not_believed(call, way, *refusal);
        for (const std::string& person : done.people) parts_.keeper.forget_person(done.tenant, person);
        co_return empty_response(200);
    }

private:
    template <class Work>
    static std::optional<app::OutsideRefusal> refusal_of(Work work) {
        try {
            work();
        } catch (const app::OutsideRefusal& why) {
            return why;
        }
        return std::nullopt;
    }

    static ApiError not_believed(Call& call, const app::OutsideWay& way, const app::OutsideRefusal& refusal) {
        call.trouble = trouble_by(way, refusal);
        if (refusal.kind == app::Refused::unavailable) return {Code::unavailable, refusal.what()};
        return {Code::bad_request, "This logout token is not to be believed; the log of this server says why."};
    }

    static std::string trouble_by(const app::OutsideWay& way, const app::OutsideRefusal& refusal) {
        return "by way of " + way.id + ": " + std::string(app::name(refusal.fault)) +
               (refusal.detail.empty() ? "" : ", " + refusal.detail);
    }

    void ask_soon(app::IdentityProvider& provider) const {
        try {
            parts_.asking->post([&provider] { provider.prepare(); });
        } catch (const net::Overloaded&) {  // the next look will do
        }
    }

    const app::OutsideWays& ways() const {
        static const app::OutsideWays none;
        return parts_.outside ? *parts_.outside : none;
    }

    const app::OutsideWay& way_of(const Call& call) const {
        for (const app::OutsideWay& way : ways())
            if (way.id == call.part("way")) return way;
        throw not_found("such way in");
    }

    static Response told(Call& call, const app::OutsideWay& way, const app::OutsideRefusal& refusal) {
        call.trouble = trouble_by(way, refusal);
        const std::string to = refusal.return_to.empty() ? "/" : refusal.return_to;
        return sent_to(std::string(kSignIn) + "?why=" + std::string(app::name(refusal.fault)) +
                       "&by=" + escaped_value(way.id) + "&to=" + escaped_value(to));
    }

    const PeopleParts parts_;
};

}  // namespace

void add_outside_routes(Router& router, const PeopleParts& parts) {
    const auto routes = std::make_shared<const OutsideRoutes>(parts);
    const auto on = [&](const char* path, Task<Response> (OutsideRoutes::*act)(Call&) const) {
        router.on("GET", path, by(routes, act));
    };
    on("/api/v1/outside", &OutsideRoutes::list);
    on("/api/v1/outside/:way/leave", &OutsideRoutes::leave);
    on("/api/v1/outside/:way/arrive", &OutsideRoutes::arrive);
    router.on("POST", "/api/v1/outside/:way/logout", by(routes, &OutsideRoutes::log_out));
}

}  // namespace praxis::http
