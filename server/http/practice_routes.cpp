#include <boost/json/array.hpp>
#include <charconv>

#include "app/practice/read_doubted.hpp"
#include "app/practice/read_report.hpp"
#include "app/practice/shared_with_me.hpp"
#include "app/practice/start_attempt.hpp"
#include "core/strategy/compile.hpp"
#include "server/http/json_body.hpp"
#include "server/http/practice_parts.hpp"
#include "wire/brief.hpp"
#include "wire/practice.hpp"
#include "wire/report.hpp"

namespace praxis::http {
namespace {

namespace json = boost::json;

// "?since=12"; 0 when it is not said.
std::int64_t since_in(const net::Request& request) {
    const std::string text = request.parameter("since");
    std::int64_t since = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), since);
    if (text.empty()) return 0;
    if (error != std::errc() || end != text.data() + text.size() || since < 0)
        throw invalid({"?since", "must be a whole number from 0", "the seq of the last message that was seen"});
    return since;
}

bool fits(const strategy::ScenarioKey& key, const net::Request& wanted) {
    const auto is = [&](std::string_view name, std::string_view value) {
        const std::string told = wanted.parameter(name);
        return told.empty() || told == value;
    };
    return is("segment", key.segment) && is("role", key.role) && is("kind", strategy::name(key.kind)) &&
           is("difficulty", strategy::name(key.difficulty));
}

class PracticeRoutes {
public:
    explicit PracticeRoutes(PracticeParts parts) : parts_(std::move(parts)) {}

    Task<Response> strategies(Call& call) const {
        const people::Principal who = reader_of(call);
        const auto all = co_await parts_.workers.run([&] { return practice().shelf.list(who.tenant); });
        json::array items;
        for (const auto& strategy : all) items.push_back(wire::to_json(*strategy));
        co_return page_response(std::move(items), {});
    }

    Task<Response> scenarios(Call& call) const {
        const people::Principal who = reader_of(call);
        const std::string& id = call.part("strategy");
        const auto strategy = co_await parts_.workers.run([&] { return practice().shelf.find(who.tenant, id); });
        if (!strategy) throw not_found("such strategy");
        json::array items;
        for (const strategy::ScenarioKey& key : strategy::scenario_keys(*strategy))
            if (key.disqualifier.empty() && fits(key, call.request)) items.push_back(wire::to_json(*strategy, key));
        co_return page_response(std::move(items), {});
    }

    Task<Response> start(Call& call) const {
        const people::Principal who = call.who();
        const app::AttemptWish wish = body_of(call.request, wire::attempt_wish_from);
        const auto begin = [&] { return app::start_attempt(practice(), who, wish); };
        co_return co_await begun(begin);
    }

    Task<Response> branch(Call& call) const {
        const people::Principal who = call.who();
        app::BranchWish wish = body_of(call.request, wire::branch_wish_from);
        wish.attempt = call.part("attempt");
        const auto begin = [&] { return app::branch_attempt(practice(), who, wish); };
        co_return co_await begun(begin);
    }

    Task<Response> list(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        std::string next;
        WrittenPage items;
        co_await parts_.workers.run([&] {
            const auto found = app::list_own_attempts(practice(), who, page.after, page.limit);
            if (found.size() == page.limit) next = found.back().id;
            for (const app::Attempt& attempt : found)
                items.add([&](wire::ObjectWriter& item) { write(item, attempt); });
        });
        co_return items.response(next);
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("attempt");
        co_return written_response(co_await parts_.workers.run([&] {
            const app::Attempt attempt = app::read_attempt(practice(), who, id);
            const auto meeting = app::meeting_of(practice(), attempt);
            return wire::object_text([&](wire::ObjectWriter& out) {
                write(out, attempt, meeting);
                if (!meeting) return;
                out.add("brief", wire::to_brief(*meeting->play->scenario, meeting->person(), Seed{attempt.seed}));
            });
        }));
    }

    Task<Response> events(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("attempt");
        const std::int64_t since = since_in(call.request);
        WrittenPage items;
        co_await parts_.workers.run([&] {
            const app::Attempt attempt = app::read_attempt(practice(), who, id);
            const auto told = app::tell_since(practice(), attempt, *app::play_of(practice(), attempt), since);
            for (const app::Told& one : told) items.add([&](wire::ObjectWriter& item) { wire::write_seen(item, one); });
        });
        co_return items.response({});
    }

    Task<Response> report(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("attempt");
        const coaching::Report report =
            co_await parts_.workers.run([&] { return app::read_report(practice(), who, id, coaching::Dose::one); });
        json::object object = wire::to_json(report);
        object.erase("event");
        co_return json_response(object);
    }

    Task<Response> shared_with_me(Call& call) const {
        const people::Principal who = call.who();
        const PageWanted page = page_wanted(call.request);
        std::string next;
        WrittenPage items;
        co_await parts_.workers.run([&] {
            const auto found = app::list_shared_attempts(practice(), who, page.after, page.limit);
            if (found.size() == page.limit) next = found.back().attempt.id;
            for (const app::SharedAttempt& one : found) items.add([&](wire::ObjectWriter& item) { write(item, one); });
        });
        co_return items.response(next);
    }

    Task<Response> doubted(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("appeal");
        const app::Doubted doubted =
            co_await parts_.workers.run([&] { return app::read_doubted(practice(), who, id); });
        json::array said;
        for (const app::TurnSaid& one : doubted.said)
            said.push_back(json::object{{"turn", one.turn}, {"by", one.by_rep ? "rep" : "buyer"}, {"text", one.text}});
        json::object object{{"verdict", wire::to_json(doubted.verdict)}};
        object["said"] = std::move(said);
        co_return json_response(object);
    }

    // A page of another site could open a socket with this browser's cookie, which no other site's page may.
    Task<Response> admit(Call& call) const {
        const people::Principal who = call.who();
        if (!parts_.keeper.from_own_origin(call.request)) throw ApiError(Code::forbidden, "Another site opened this.");
        const std::string id = call.part("attempt");
        since_in(call.request);
        co_await parts_.workers.run([&] { app::read_own_attempt(practice(), who, id); });
        Response verdict;
        verdict.status = 101;
        co_return verdict;
    }

    Task<void> converse(Call& call, net::WebSocket& socket) const {
        live::Visitor visitor{call.who(), call.part("attempt"), since_in(call.request)};
        co_await parts_.rooms.converse(std::move(visitor), socket);
    }

private:
    app::Practice& practice() const { return parts_.practice; }

    void write(wire::ObjectWriter& out, const app::Attempt& attempt, const std::optional<app::Meeting>& meeting) const {
        const auto strategy = practice().shelf.find(attempt.tenant, attempt.strategy, attempt.strategy_version);
        wire::write(out, attempt, strategy.get());
        if (meeting) out.add("person", wire::to_customer(*meeting->play->scenario, meeting->person()));
    }

    void write(wire::ObjectWriter& out, const app::Attempt& attempt) const {
        write(out, attempt, app::meeting_of(practice(), attempt));
    }

    void write(wire::ObjectWriter& out, const app::SharedAttempt& shared) const {
        write(out, shared.attempt);
        {
            wire::ObjectWriter from = out.object("from");
            from.add("id", shared.attempt.person);
            from.add("name", shared.name);
        }
        out.add("shared_ms", shared.shared_ms);
    }

    template <class Begin>
    Task<Response> begun(const Begin& begin) const {
        std::string id;
        std::string json = co_await parts_.workers.run([&] {
            const app::Attempt attempt = begin();
            id = attempt.id;
            return wire::object_text([&](wire::ObjectWriter& out) { write(out, attempt); });
        });
        Response response = written_response(std::move(json), 201);
        response.add("location", "/api/v1/attempts/" + id);
        co_return response;
    }

    static people::Principal reader_of(const Call& call) {
        app::require(call.who(), people::Verb::read_scenarios, people::of_tenant(call.who()));
        return call.who();
    }

    const PracticeParts parts_;
};

}  // namespace

void add_practice_routes(Router& router, const PracticeParts& parts) {
    const auto routes = std::make_shared<PracticeRoutes>(parts);
    router.on("GET", "/api/v1/strategies", by(routes, &PracticeRoutes::strategies));
    router.on("GET", "/api/v1/strategies/:strategy/scenarios", by(routes, &PracticeRoutes::scenarios));
    router.on("POST", "/api/v1/attempts", by(routes, &PracticeRoutes::start));
    router.on("GET", "/api/v1/attempts", by(routes, &PracticeRoutes::list));
    router.on("GET", "/api/v1/attempts/:attempt", by(routes, &PracticeRoutes::read));
    router.on("GET", "/api/v1/attempts/:attempt/events", by(routes, &PracticeRoutes::events));
    router.on("POST", "/api/v1/attempts/:attempt/branches", by(routes, &PracticeRoutes::branch));
    router.on("GET", "/api/v1/attempts/:attempt/report", by(routes, &PracticeRoutes::report));
    router.on("GET", "/api/v1/shared-with-me", by(routes, &PracticeRoutes::shared_with_me));
    router.on("GET", "/api/v1/appeals/:appeal/verdict", by(routes, &PracticeRoutes::doubted));
    router.on_socket("/api/v1/attempts/:attempt/live", by(routes, &PracticeRoutes::admit),
                     [routes](Call& call, net::WebSocket& socket) { return routes->converse(call, socket); });
}

}  // namespace praxis::http
