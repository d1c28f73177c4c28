#include <boost/json/array.hpp>

#include "server/http/characters/character_parts.hpp"
#include "server/http/json_body.hpp"
#include "wire/characters/characters.hpp"
#include "wire/json/json_list.hpp"

namespace praxis::http {
namespace {

class CharacterRoutes {
public:
    explicit CharacterRoutes(const CharacterParts& parts) : parts_(parts) {}

    Task<Response> list(Call& call) const {
        const people::Principal who = call.who();
        const auto all = co_await parts_.workers.run([&] { return app::list_characters(desk().office, who); });
        co_return page_response(wire::parts_of(all, [](const app::OwnCharacter& one) { return wire::to_json(one); }),
                                {});
    }

    Task<Response> create(Call& call) const {
        const people::Principal who = call.who();
        const app::CharacterWish wish = body_of(call.request, wire::character_wish_from);
        const auto made = co_await parts_.workers.run([&] { return app::create_character(desk(), who, wish); });
        Response response = shown(made, 201);
        response.add("location", "/api/v1/characters/" + made.id);
        co_return response;
    }

    Task<Response> read(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("character");
        co_return shown(co_await parts_.workers.run([&] { return app::read_character(desk().office, who, id); }));
    }

    Task<Response> change(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("character");
        const app::CharacterWish wish = body_of(call.request, wire::character_wish_from);
        const std::int64_t version = version_wanted(call.request);
        co_return shown(
            co_await parts_.workers.run([&] { return app::change_character(desk(), who, id, wish, version); }));
    }

    Task<Response> remove(Call& call) const {
        const people::Principal who = call.who();
        const std::string id = call.part("character");
        co_await parts_.workers.run([&] { app::delete_character(desk().office, who, id); });
        co_return empty_response();
    }

private:
    app::CharacterDesk& desk() const { return parts_.desk; }

    static Response shown(const app::OwnCharacter& character, int status = 200) {
        Response response = json_response(wire::to_json(character), status);
        add_version(response, character.version);
        return response;
    }

    const CharacterParts parts_;
};

}  // namespace

void add_character_routes(Router& router, const CharacterParts& parts) {
    const auto routes = std::make_shared<const CharacterRoutes>(parts);
    const auto on = [&](const char* method, const char* path, Task<Response> (CharacterRoutes::*act)(Call&) const) {
        router.on(method, path, by(routes, act));
    };
    on("GET", "/api/v1/characters", &CharacterRoutes::list);
    on("POST", "/api/v1/characters", &CharacterRoutes::create);
    on("GET", "/api/v1/characters/:character", &CharacterRoutes::read);
    on("PUT", "/api/v1/characters/:character", &CharacterRoutes::change);
    on("DELETE", "/api/v1/characters/:character", &CharacterRoutes::remove);
}

}  // namespace praxis::http
