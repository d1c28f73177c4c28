#include <boost/json/array.hpp>

#include "app/jobs/look_after.hpp"
#include "server/http/json_body.hpp"
#include "server/http/work/work_parts.hpp"
#include "wire/work/work.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

class WorkRoutes {
public:
    explicit WorkRoutes(const WorkParts& parts) : parts_(parts) {}

    Task<Response> list(Call& call) const {
        const people::Principal who = call.who();
        const auto all = co_await parts_.workers.run([&] { return app::list_webhooks(desk(), who); });
        co_return page_response(items_of(all), {});
    }

    Task<Response> create(Call& call) const {
        const people::Principal who = call.who();
        const app::WebhookWish wish = body_of(call.request, wire::webhook_wish_from);
        const auto made = co_await parts_.workers.run([&] { return app::create_webhook(desk(), who, wish); });
        Response response = with_secret(call, made, 201);
        response.add("location", "/api/v1/webhooks/" + made.id);
        co_return response;
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        co_return told(co_await parts_.workers.run([&] { return app::read_webhook(desk(), who, id); }));
    }

    Task<Response> change(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        app::WebhookChange change = body_of(call.request, wire::webhook_change_from);
        change.version = version_wanted(call.request);
        co_return told(co_await parts_.workers.run([&] { return app::change_webhook(desk(), who, id, change); }));
    }

    Task<Response> remove(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        co_await parts_.workers.run([&] { app::delete_webhook(desk(), who, id); });
        co_return empty_response();
    }

    Task<Response> rotate(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        const auto made = co_await parts_.workers.run([&] { return app::rotate_secret(desk(), who, id); });
        co_return with_secret(call, made, 200);
    }

    Task<Response> ping(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        const auto left = co_await parts_.workers.run([&] { return app::ping_webhook(desk(), who, id); });
        co_return json_response(wire::to_json(left), 201);
    }

    Task<Response> deliveries(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook");
        const PageWanted page = page_wanted(call.request);
        const auto all =
            co_await parts_.workers.run([&] { return app::list_deliveries(desk(), who, id, page.after, page.limit); });
        co_return page_response(items_of(all), all.size() == page.limit ? all.back().id : std::string());
    }

    Task<Response> redeliver(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("webhook"), delivery = call.part("delivery");
        const auto left = co_await parts_.workers.run([&] { return app::redeliver(desk(), who, id, delivery); });
        co_return json_response(wire::to_json(left));
    }

    Task<Response> jobs(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        app::JobQuery query;
        query.after = page.after;
        query.most = page.limit;
        const std::string state = call.request.parameter("state");
        if (!state.empty()) query.state = app::job_state_named(state);
        if (!state.empty() && !query.state)
            throw invalid({"?state", "is no state of a job", "take waiting, running, done or dead"});
        const auto all = co_await parts_.workers.run([&] { return app::list_jobs(desk().office, who, query); });
        co_return page_response(items_of(all), all.size() == page.limit ? all.back().id : std::string());
    }

    Task<Response> retry(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("job");
        const auto job = co_await parts_.workers.run([&] { return app::retry_job(desk().office, who, id); });
        co_return json_response(wire::to_json(job));
    }

private:
    app::WebhookDesk& desk() const { return parts_.desk; }

    template <class T>
    static json::array items_of(const std::vector<T>& things) {
        json::array array;
        for (const T& thing : things) array.push_back(wire::to_json(thing));
        return array;
    }

    static Response told(const app::Webhook& webhook) {
        Response response = json_response(wire::to_json(webhook));
        add_version(response, webhook.version);
        return response;
    }

    // The only two answers that ever hold it.
    static Response with_secret(Call& call, const app::Webhook& webhook, int status) {
        call.secret = true;
        json::object object = wire::to_json(webhook);
        object["secret"] = webhook.secret;
        Response response = json_response(object, status);
        add_version(response, webhook.version);
        return response;
    }

    const WorkParts parts_;
};

}  // namespace

void add_work_routes(Router& router, const WorkParts& parts) {
    const auto routes = std::make_shared<const WorkRoutes>(parts);
    const auto on = [&](const char* method, const char* path, Task<Response> (WorkRoutes::*act)(Call&) const) {
        router.on(method, path, by(routes, act));
    };
    on("GET", "/api/v1/webhooks", &WorkRoutes::list);
    on("POST", "/api/v1/webhooks", &WorkRoutes::create);
    on("GET", "/api/v1/webhooks/:webhook", &WorkRoutes::read);
    on("PATCH", "/api/v1/webhooks/:webhook", &WorkRoutes::change);
    on("DELETE", "/api/v1/webhooks/:webhook", &WorkRoutes::remove);
    on("POST", "/api/v1/webhooks/:webhook/secret", &WorkRoutes::rotate);
    on("POST", "/api/v1/webhooks/:webhook/ping", &WorkRoutes::ping);
    on("GET", "/api/v1/webhooks/:webhook/deliveries", &WorkRoutes::deliveries);
    on("POST", "/api/v1/webhooks/:webhook/deliveries/:delivery/redeliver", &WorkRoutes::redeliver);
    on("GET", "/api/v1/jobs", &WorkRoutes::jobs);
    on("POST", "/api/v1/jobs/:job/retry", &WorkRoutes::retry);
}

}  // namespace praxis::http
