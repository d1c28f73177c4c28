#include <boost/json/array.hpp>

#include "server/http/json_body.hpp"
#include "server/http/strategy_parts.hpp"
#include "wire/practice.hpp"
#include "wire/strategies.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

constexpr std::size_t kBodyMost_bytes = 2 * app::kStrategyMost_bytes;  // escaped

class StrategyRoutes {
public:
    explicit StrategyRoutes(StrategyParts parts) : parts_(parts) {}

    Task<Response> examine(Call& call) const {
        const people::Principal who = call.who();
        const std::string source = body_of(call.request, wire::source_from);
        co_return json_response(co_await parts_.workers.run(
            [&] { return wire::to_json(app::examine_strategy(parts_.desk, who, source)); }));
    }

    Task<Response> publish(Call& call) const {
        const people::Principal who = call.who();
        const app::PublishWish wish = body_of(call.request, wire::publish_wish_from);
        const auto strategy =
            co_await parts_.workers.run([&] { return app::publish_strategy(parts_.desk, who, wish); });
        Response response = json_response(wire::to_json(*strategy), 201);
        response.add("location", "/api/v1/strategies/" + strategy->id);
        co_return response;
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        app::require(who, people::Verb::read_scenarios, people::of_tenant(who));
        const std::string& id = call.part("strategy");
        const auto strategy = co_await parts_.workers.run([&] { return parts_.desk.shelf.find(who.tenant, id); });
        if (!strategy) throw not_found("such strategy");
        co_return json_response(wire::to_outline(*strategy));
    }

    Task<Response> source(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("strategy"), version = call.request.parameter("version");
        co_return json_response(co_await parts_.workers.run(
            [&] { return wire::to_json(app::read_edition(parts_.desk, who, id, version)); }));
    }

    Task<Response> editions(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("strategy");
        const auto all = co_await parts_.workers.run([&] { return app::list_editions(parts_.desk, who, id); });
        json::array items;
        for (const app::Edition& edition : all) items.push_back(wire::to_json(edition));
        co_return page_response(std::move(items), {});
    }

    Task<Response> withdraw(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("strategy");
        co_await parts_.workers.run([&] { app::withdraw_strategy(parts_.desk, who, id); });
        co_return empty_response();
    }

private:
    const StrategyParts parts_;
};

}  // namespace

void add_strategy_routes(Router& router, const StrategyParts& parts) {
    const auto routes = std::make_shared<StrategyRoutes>(parts);
    using Member = Task<Response> (StrategyRoutes::*)(Call&) const;
    const auto by = [routes](Member member) -> Handler {
        return [routes, member](Call& call) { return ((*routes).*member)(call); };
    };
    router.on("POST", "/api/v1/strategies", by(&StrategyRoutes::publish), kBodyMost_bytes);
    router.on("POST", "/api/v1/strategies/check", by(&StrategyRoutes::examine), kBodyMost_bytes);
    router.on("GET", "/api/v1/strategies/:strategy", by(&StrategyRoutes::read));
    router.on("DELETE", "/api/v1/strategies/:strategy", by(&StrategyRoutes::withdraw));
    router.on("GET", "/api/v1/strategies/:strategy/source", by(&StrategyRoutes::source));
    router.on("GET", "/api/v1/strategies/:strategy/versions", by(&StrategyRoutes::editions));
}

}  // namespace praxis::http
