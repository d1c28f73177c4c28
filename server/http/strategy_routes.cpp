#include <boost/json/array.hpp>
#include <charconv>

#include "server/http/json_body.hpp"
#include "server/http/strategy_parts.hpp"
#include "wire/practice.hpp"
#include "wire/strategy/preview.hpp"
#include "wire/strategy/strategies.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

constexpr std::size_t kSource_bytes = 2 * app::kStrategyMost_bytes;  // escaped
constexpr std::size_t kOverride_bytes = 64 << 10;                    // its three texts, and lists of ids

// "?seed=7"; 1 when it is not said.
std::uint64_t seed_in(const net::Request& request) {
    const std::string text = request.parameter("seed");
    std::uint64_t seed = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (text.empty()) return 1;
    if (error != std::errc() || end != text.data() + text.size() || seed >> 53 != 0)
        throw invalid({"?seed", "must be a whole number from 0", "leave it out, or take an attempt's"});
    return seed;
}

// Bodies of megabytes are parsed where they are checked, not on the loop.
class StrategyRoutes {
public:
    explicit StrategyRoutes(StrategyParts parts) : parts_(parts) {}

    Task<Response> examine(Call& call) const {
        const people::Principal who = call.who();
        co_return json_response(co_await parts_.workers.run([&] {
            return wire::to_json(app::examine_strategy(parts_.desk, who, body_of(call.request, wire::source_from)));
        }));
    }

    Task<Response> publish(Call& call) const {
        const people::Principal who = call.who();
        const auto strategy = co_await parts_.workers.run(
            [&] { return app::publish_strategy(parts_.desk, who, body_of(call.request, wire::publish_wish_from)); });
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

    Task<Response> preview(Call& call) const {
        const people::Principal who = call.who();
        const app::ScenarioWish wish{call.part("strategy"), call.request.parameter("id"),
                                     call.request.parameter("version"), seed_in(call.request)};
        co_return json_response(
            co_await parts_.workers.run([&] { return wire::to_json(app::look_at_scenario(parts_.desk, who, wish)); }));
    }

    Task<Response> preview_draft(Call& call) const {
        const people::Principal who = call.who();
        co_return json_response(co_await parts_.workers.run([&] {
            return wire::to_json(app::look_at_draft(parts_.desk, who, body_of(call.request, wire::draft_wish_from)));
        }));
    }

    Task<Response> override_one(Call& call) const {
        const people::Principal who = call.who();
        app::OverrideWish wish = body_of(call.request, wire::override_wish_from);
        wish.strategy = call.part("strategy");
        co_return json_response(co_await parts_.workers.run(
            [&] { return wire::to_json(*app::override_scenario(parts_.desk, who, wish)); }));
    }

    Task<Response> diff(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("strategy");
        const std::string from = call.request.parameter("from"), to = call.request.parameter("to");
        co_return json_response(co_await parts_.workers.run(
            [&] { return wire::to_json(app::compare_editions(parts_.desk, who, id, from, to)); }));
    }

private:
    const StrategyParts parts_;
};

}  // namespace

void add_strategy_routes(Router& router, const StrategyParts& parts) {
    const auto routes = std::make_shared<StrategyRoutes>(parts);
    router.on("POST", "/api/v1/strategies", by(routes, &StrategyRoutes::publish), kSource_bytes);
    router.on("POST", "/api/v1/strategies/check", by(routes, &StrategyRoutes::examine), kSource_bytes);
    router.on("POST", "/api/v1/strategies/check/scenario", by(routes, &StrategyRoutes::preview_draft), kSource_bytes);
    router.on("GET", "/api/v1/strategies/:strategy/scenarios/preview", by(routes, &StrategyRoutes::preview));
    router.on("PUT", "/api/v1/strategies/:strategy/scenarios/override", by(routes, &StrategyRoutes::override_one),
              kOverride_bytes);
    router.on("GET", "/api/v1/strategies/:strategy/diff", by(routes, &StrategyRoutes::diff));
    router.on("GET", "/api/v1/strategies/:strategy", by(routes, &StrategyRoutes::read));
    router.on("DELETE", "/api/v1/strategies/:strategy", by(routes, &StrategyRoutes::withdraw));
    router.on("GET", "/api/v1/strategies/:strategy/source", by(routes, &StrategyRoutes::source));
    router.on("GET", "/api/v1/strategies/:strategy/versions", by(routes, &StrategyRoutes::editions));
}

}  // namespace praxis::http
