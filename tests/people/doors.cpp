#include "tests/people/doors.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>

#include "adapters/storage/people/catalogue.hpp"
#include "app/access/enter.hpp"
#include "server/http/filters/answer_once.hpp"
#include "server/http/gate.hpp"
#include "server/http/refusals.hpp"

namespace praxis::testing {

Doors::Doors() {
    router.add(http::telling_refusals());
    router.add(http::identifying(keeper));
    router.add(http::answer_once(answers, workers, [this] { return clock.now_ms(); }));
    const http::PeopleParts parts{office, workers, hashing, keeper, &ways, &workers};
    http::add_session_routes(router, parts);
    http::add_outside_routes(router, parts);
    http::add_people_routes(router, parts);
    http::add_rights_routes(router, parts);
    http::add_work_routes(router, {webhooks, workers});
}

net::Response Doors::ask(const Asking& asking) {
    net::Request request;
    request.method = asking.method;
    request.path = asking.path;
    request.query = asking.query;
    request.body = asking.body;
    request.peer = "192.0.2.1";
    request.secure = asking.secure;
    request.headers["host"] = "praxis.example";
    if (asking.method != "GET") request.headers["origin"] = "https://praxis.example";
    if (!asking.body.empty()) request.headers["content-type"] = "application/json";
    if (asking.by) {
        request.headers["cookie"] = "other=1; __Host-praxis=" + asking.by->session;
        request.headers["x-csrf-token"] = asking.by->counterpart;
    }
    for (const auto& [name, value] : asking.headers) request.headers[name] = value;
    http::Call call(request);
    call.request_id = "test";
    net::Response response;
    boost::asio::io_context loop;
    auto work = [&]() -> net::Task<void> { response = co_await router.answer(call); };
    boost::asio::co_spawn(loop, work, boost::asio::detached);
    loop.run();
    return response;
}

Browser Doors::browser_of(const app::Person& person) {
    app::Entered entered;
    registry->write([&](app::Registers& registers) { entered = app::enter(office, registers, person, {}); });
    return {entered.secret, app::counterpart_of(office, entered.secret)};
}

std::map<std::string, std::vector<std::string>> Doors::rows_now() {
    return database().read([&](storage::Transaction& rows) {
        std::map<std::string, std::vector<std::string>> all;
        for (const auto& [table, columns] : storage::catalogue(rows, database().engine())) {
            std::vector<std::string>& texts = all[table];
            for (const auto& row : rows.run("SELECT * FROM " + table)) {
                std::string text;
                for (std::size_t i = 0; i < columns.size(); ++i) text += row.text(i) + "|";
                texts.push_back(text);
            }
            std::sort(texts.begin(), texts.end());
        }
        return all;
    });
}

std::string Doors::changes_since(const std::map<std::string, std::vector<std::string>>& before) {
    std::string changes;
    for (const auto& [table, rows] : rows_now()) {
        const auto& old = before.at(table);
        if (rows == old) continue;
        const auto more = static_cast<long>(rows.size()) - static_cast<long>(old.size());
        changes += (changes.empty() ? "" : " ") + table +
                   (more > 0    ? "+"
                    : more == 0 ? "~"
                                : "") +
                   (more == 0 ? "" : std::to_string(more));
    }
    return changes;
}

std::string Doors::cookie(const net::Response& response, const std::string& name) {
    for (const auto& [header, value] : response.headers)
        if (header == "set-cookie" && value.starts_with(name + "=")) return value;
    return {};
}

std::string Doors::code(const net::Response& response) {
    boost::json::error_code error;
    const auto value = boost::json::parse(response.body, error);
    if (error || !value.is_object() || !value.get_object().contains("code")) return "no problem";
    return std::string(value.get_object().at("code").as_string());
}

}  // namespace praxis::testing
