#include <boost/json/array.hpp>

#include "app/rights/appeal.hpp"
#include "app/rights/consent.hpp"
#include "app/rights/erase.hpp"
#include "app/rights/figures.hpp"
#include "app/rights/settings.hpp"
#include "app/rights/share_attempt.hpp"
#include "server/http/json_body.hpp"
#include "server/http/people_parts.hpp"
#include "wire/json/json_list.hpp"
#include "wire/rights.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

template <class T>
json::array objects_of(const std::vector<T>& things) {
    json::array array;
    for (const T& thing : things) array.push_back(wire::to_json(thing));
    return array;
}

class RightsRoutes {
public:
    explicit RightsRoutes(PeopleParts parts) : parts_(std::move(parts)) {}

    Task<Response> consents(Call& call) const {
        const people::Principal who = call.who();
        const auto states = co_await parts_.workers.run([&] { return app::list_consents(office(), who); });
        co_return page_response(objects_of(states), {});
    }

    Task<Response> consent(Call& call) const {
        const people::Principal who = call.who();
        const app::ConsentWish wish = body_of(call.request, wire::consent_wish_from);
        co_await parts_.workers.run([&] { app::say_consent(office(), who, wish); });
        co_return empty_response();
    }

    Task<Response> shares(Call& call) const {
        const people::Principal who = call.who();
        const std::string attempt = call.part("attempt");
        const auto with = co_await parts_.workers.run([&] { return app::list_shares(office(), who, attempt); });
        co_return page_response(wire::texts_of(with), {});
    }

    Task<Response> share(Call& call) const {
        const people::Principal who = call.who();
        const std::string attempt = call.part("attempt"), with = call.part("person");
        co_await parts_.workers.run([&] { app::share_attempt(office(), who, attempt, with); });
        co_return empty_response();
    }

    Task<Response> unshare(Call& call) const {
        const people::Principal who = call.who();
        const std::string attempt = call.part("attempt"), with = call.part("person");
        co_await parts_.workers.run([&] { app::unshare_attempt(office(), who, attempt, with); });
        co_return empty_response();
    }

    Task<Response> erase_attempt(Call& call) const {
        const people::Principal who = call.who();
        const std::string attempt = call.part("attempt");
        co_await parts_.workers.run([&] { app::erase_attempt(office(), who, attempt); });
        co_return empty_response();
    }

    Task<Response> appeal(Call& call) const {
        const people::Principal who = call.who();
        app::AppealWish wish = body_of(call.request, wire::appeal_wish_from);
        wish.attempt = call.part("attempt");
        co_return co_await appeal_made(who, wish);
    }

    Task<Response> appeal_of_call(Call& call) const {
        const people::Principal who = call.who();
        app::AppealWish wish = body_of(call.request, wire::appeal_wish_from);
        wish.call = call.part("transcript");
        co_return co_await appeal_made(who, wish);
    }

    Task<Response> own_appeals(Call& call) const {
        const people::Principal who = call.who();
        const std::string after = call.request.parameter("after");
        const auto found = co_await parts_.workers.run([&] { return app::list_own_appeals(office(), who, after); });
        co_return page_response(objects_of(found), found.size() == 50 ? found.back().id : std::string());
    }

    Task<Response> open_appeals(Call& call) const {
        const people::Principal who = call.who();
        const std::string after = call.request.parameter("after");
        const auto found = co_await parts_.workers.run([&] { return app::list_open_appeals(office(), who, after); });
        co_return page_response(objects_of(found), found.size() == 50 ? found.back().id : std::string());
    }

    Task<Response> answer_appeal(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("appeal");
        const app::AppealAnswer given = body_of(call.request, wire::appeal_answer_from);
        const app::Appeal appeal =
            co_await parts_.workers.run([&] { return app::answer_appeal(office(), who, id, given); });
        co_return json_response(wire::to_json(appeal));
    }

    Task<Response> withdraw_appeal(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("appeal");
        co_await parts_.workers.run([&] { app::withdraw_appeal(office(), who, id); });
        co_return empty_response();
    }

    Task<Response> settings(Call& call) const {
        const people::Principal who = call.who();
        const auto settings = co_await parts_.workers.run([&] { return app::read_settings(office(), who); });
        co_return settings_response(settings);
    }

    Task<Response> change_settings(Call& call) const {
        const people::Principal who = call.who();
        app::SettingsChange change = body_of(call.request, wire::settings_change_from);
        change.version = version_wanted(call.request);
        const auto settings = co_await parts_.workers.run([&] { return app::change_settings(office(), who, change); });
        co_return settings_response(settings);
    }

    Task<Response> audit(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        const auto entries =
            co_await parts_.workers.run([&] { return app::read_audit(office(), who, page.after, page.limit); });
        co_return page_response(objects_of(entries), entries.size() == page.limit ? entries.back().id : std::string());
    }

    Task<Response> team_figures(Call& call) const {
        const people::Principal who = call.who();
        const std::string team = call.part("team");
        const auto figures = co_await parts_.workers.run([&] { return app::team_figures(office(), who, team); });
        co_return json_response(wire::to_json(figures));
    }

    Task<Response> company_figures(Call& call) const {
        const people::Principal who = call.who();
        const auto figures = co_await parts_.workers.run([&] { return app::company_figures(office(), who); });
        co_return json_response(wire::to_json(figures));
    }

    Task<Response> scenario_figures(Call& call) const {
        const people::Principal who = call.who();
        const auto figures = co_await parts_.workers.run([&] { return app::scenario_figures(office(), who); });
        co_return json_response(wire::to_json(figures));
    }

    Task<Response> erase_demo(Call& call) const {
        const people::Principal who = call.who();
        co_await parts_.workers.run([&] { app::erase_demo(office(), who); });
        co_return empty_response(202);
    }

private:
    app::Office& office() const { return parts_.office; }

    Task<Response> appeal_made(const people::Principal& who, const app::AppealWish& wish) const {
        const app::Appeal appeal = co_await parts_.workers.run([&] { return app::make_appeal(office(), who, wish); });
        co_return json_response(wire::to_json(appeal), 201);
    }

    static Response settings_response(const app::CompanySettings& settings) {
        Response response = json_response(wire::to_json(settings));
        add_version(response, settings.tenant.version);
        return response;
    }

    const PeopleParts parts_;
};

}  // namespace

void add_rights_routes(Router& router, const PeopleParts& parts) {
    const auto routes = std::make_shared<const RightsRoutes>(parts);
    const auto on = [&](const char* method, const char* path, Task<Response> (RightsRoutes::*act)(Call&) const) {
        router.on(method, path, by(routes, act));
    };
    on("GET", "/api/v1/consents", &RightsRoutes::consents);
    on("POST", "/api/v1/consents", &RightsRoutes::consent);
    on("GET", "/api/v1/attempts/:attempt/shares", &RightsRoutes::shares);
    on("PUT", "/api/v1/attempts/:attempt/shares/:person", &RightsRoutes::share);
    on("DELETE", "/api/v1/attempts/:attempt/shares/:person", &RightsRoutes::unshare);
    on("DELETE", "/api/v1/attempts/:attempt", &RightsRoutes::erase_attempt);
    on("POST", "/api/v1/attempts/:attempt/appeals", &RightsRoutes::appeal);
    on("POST", "/api/v1/transcripts/:transcript/appeals", &RightsRoutes::appeal_of_call);
    on("GET", "/api/v1/appeals", &RightsRoutes::own_appeals);
    on("GET", "/api/v1/appeals/open", &RightsRoutes::open_appeals);
    on("POST", "/api/v1/appeals/:appeal/answer", &RightsRoutes::answer_appeal);
    on("DELETE", "/api/v1/appeals/:appeal", &RightsRoutes::withdraw_appeal);
    on("GET", "/api/v1/settings", &RightsRoutes::settings);
    on("PATCH", "/api/v1/settings", &RightsRoutes::change_settings);
    on("GET", "/api/v1/audit", &RightsRoutes::audit);
    on("GET", "/api/v1/teams/:team/figures", &RightsRoutes::team_figures);
    on("GET", "/api/v1/figures", &RightsRoutes::company_figures);
    on("GET", "/api/v1/figures/scenarios", &RightsRoutes::scenario_figures);
    on("DELETE", "/api/v1/demo", &RightsRoutes::erase_demo);
}

}  // namespace praxis::http
