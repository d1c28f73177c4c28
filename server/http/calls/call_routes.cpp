#include <boost/json/array.hpp>
#include <map>

#include "server/http/calls/call_parts.hpp"
#include "server/http/json_body.hpp"
#include "wire/calls.hpp"
#include "wire/json/json_list.hpp"
#include "wire/report.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

constexpr std::size_t kCallBody_bytes = app::kTranscriptMost_bytes * 3 / 2;  // escaped

class CallRoutes {
public:
    explicit CallRoutes(CallParts parts) : parts_(parts) {}

    // Bodies of megabytes are parsed where they are judged, not on the loop.
    Task<Response> look(Call& call) const {
        const people::Principal who = call.who();
        co_return json_response(co_await parts_.judging.run([&] {
            return wire::to_json(app::look_at_call(desk(), who, body_of(call.request, wire::call_wish_from)));
        }));
    }

    Task<Response> import(Call& call) const {
        const people::Principal who = call.who();
        const json::object made = co_await parts_.judging.run(
            [&] { return told(app::import_call(desk(), who, body_of(call.request, wire::call_wish_from))); });
        Response response = json_response(made, 201);
        response.add("location", "/api/v1/transcripts/" + std::string(made.at("id").as_string()));
        co_return response;
    }

    Task<Response> list(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        std::string next;
        auto items = co_await parts_.workers.run([&] {
            const auto found = app::list_own_calls(desk(), who, page.after, page.limit);
            if (found.size() == page.limit) next = found.back().id;
            return told(found);
        });
        co_return page_response(std::move(items), next);
    }

    Task<Response> shared_with_me(Call& call) const {
        const people::Principal who = call.who();
        auto items = co_await parts_.workers.run([&] { return told(app::list_calls_shared_with(desk(), who)); });
        co_return page_response(std::move(items), {});
    }

    Task<Response> behaviours(Call& call) const {
        const people::Principal who = call.who();
        auto items = co_await parts_.workers.run([&] {
            const auto names = names_of_behaviours(who);
            json::array all;
            for (const auto& one : app::compare_own_behaviours(desk(), who)) {
                const auto found = names.find(one.behaviour);
                all.push_back(wire::to_json(one, found == names.end() ? one.behaviour : found->second));
            }
            return all;
        });
        co_return page_response(std::move(items), {});
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript");
        co_return json_response(co_await parts_.workers.run([&] {
            const app::CallSeen seen = app::read_call(desk(), who, id);
            return wire::to_json(seen, strategy_of(seen.call).get());
        }));
    }

    Task<Response> report(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript");
        json::object report =
            co_await parts_.judging.run([&] { return wire::to_json(app::read_call_report(desk(), who, id)); });
        report.erase("event");
        co_return json_response(report);
    }

    Task<Response> erase(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript");
        co_await parts_.workers.run([&] { app::erase_call(desk().office, who, id); });
        co_return empty_response();
    }

    Task<Response> shares(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript");
        const auto with = co_await parts_.workers.run([&] { return app::list_call_shares(desk().office, who, id); });
        co_return page_response(wire::texts_of(with), {});
    }

    Task<Response> share(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript"), with = call.part("person");
        co_await parts_.workers.run([&] { app::share_call(desk().office, who, id, with); });
        co_return empty_response();
    }

    Task<Response> unshare(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("transcript"), with = call.part("person");
        co_await parts_.workers.run([&] { app::unshare_call(desk().office, who, id, with); });
        co_return empty_response();
    }

private:
    app::CallDesk& desk() const { return parts_.desk; }

    app::Shelf::StrategyShown strategy_of(const app::RealCall& call) const {
        return desk().shelf.find(call.tenant, call.strategy, call.strategy_version);
    }

    json::object told(const app::RealCall& call) const { return wire::to_json(call, strategy_of(call).get()); }

    json::array told(const std::vector<app::RealCall>& calls) const {
        json::array items;
        for (const app::RealCall& call : calls) items.push_back(told(call));
        return items;
    }

    std::map<std::string, std::string> names_of_behaviours(const people::Principal& who) const {
        std::map<std::string, std::string> names;
        for (const auto& strategy : desk().shelf.list(who.tenant))
            for (const strategy::Behaviour& one : strategy->behaviours) names.emplace(one.id, one.name);
        return names;
    }

    const CallParts parts_;
};

}  // namespace

void add_call_routes(Router& router, const CallParts& parts) {
    const auto routes = std::make_shared<const CallRoutes>(parts);
    const std::string all = "/api/v1/transcripts", one = all + "/:transcript";
    router.on("GET", all, by(routes, &CallRoutes::list));
    router.on("POST", all, by(routes, &CallRoutes::import), kCallBody_bytes);
    router.on("POST", all + "/look", by(routes, &CallRoutes::look), kCallBody_bytes);
    router.on("GET", all + "/shared-with-me", by(routes, &CallRoutes::shared_with_me));
    router.on("GET", all + "/behaviours", by(routes, &CallRoutes::behaviours));
    router.on("GET", one, by(routes, &CallRoutes::read));
    router.on("DELETE", one, by(routes, &CallRoutes::erase));
    router.on("GET", one + "/report", by(routes, &CallRoutes::report));
    router.on("GET", one + "/shares", by(routes, &CallRoutes::shares));
    router.on("PUT", one + "/shares/:person", by(routes, &CallRoutes::share));
    router.on("DELETE", one + "/shares/:person", by(routes, &CallRoutes::unshare));
}

}  // namespace praxis::http
