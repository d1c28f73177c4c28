#include "tests/calls/desks.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <iterator>

#include "adapters/files/characters/cast_file.hpp"

namespace praxis::testing {

namespace json = boost::json;

std::string text_of_file(const std::string& path) {
    std::ifstream in(PRAXIS_SOURCE "/" + path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

files::StrategyShelf* shelf_of_all() {
    static const auto shelf = files::StrategyShelf::open(PRAXIS_DATA "/strategies", PRAXIS_DATA).value();
    return shelf.get();
}

}  // namespace

Desks::Desks() : shelf(shelf_of_all()) {
    office.settings.cast = files::load_cast(PRAXIS_DATA "/characters").value();
    shelf->add_published(strategies);
    http::add_strategy_routes(router, {strategy_desk, workers});
    http::add_call_routes(router, {call_desk, workers, workers});
    http::add_practice_routes(router, {practice, workers, keeper, rooms});
    http::add_character_routes(router, {character_desk, workers});
    for (const auto& one : {rep, manager, enablement, admin, partner, stranger}) browsers_[one.id] = browser_of(one);
}

net::Response Desks::ask_as(const app::Person& person, const std::string& method, const std::string& path,
                            const json::value& body, const std::string& query,
                            const std::map<std::string, std::string>& headers) {
    const Browser& browser = browsers_.at(person.id);
    return ask({method, "/api/v1" + path, body.is_null() ? "" : json::serialize(body), &browser, headers, query});
}

json::value Desks::told_to(const app::Person& person, const std::string& method, const std::string& path,
                           const json::value& body, const std::string& query) {
    const net::Response response = ask_as(person, method, path, body, query);
    EXPECT_LT(response.status, 300) << method << " " << path << " " << response.body;
    return response.body.empty() ? json::value() : json::parse(response.body);
}

void Desks::consent(const app::Person& person, bool given, const char* purpose) {
    const auto which = static_cast<std::size_t>(app::purpose_named(purpose).value());
    const json::object wish{
        {"purpose", purpose}, {"given", given}, {"text_hash", office.settings.consent_texts[which].hash}};
    told_to(person, "POST", "/consents", wish);
}

json::object Desks::call_wish(const std::string& transcript) const {
    return {{"transcript", transcript}, {"strategy", "hallam-steel"}};
}

std::string Desks::import(const app::Person& person, const std::string& file) {
    const json::value made = told_to(person, "POST", "/transcripts", call_wish(text_of_file(file)));
    return std::string(made.at("id").as_string());
}

}  // namespace praxis::testing
