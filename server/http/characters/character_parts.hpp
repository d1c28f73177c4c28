// What the routes of a company's own characters work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/characters/characters.hpp"
#include "server/http/router.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

struct CharacterParts {
    app::CharacterDesk& desk;
    net::Workers& workers;
};

void add_character_routes(Router&, const CharacterParts&);

}  // namespace praxis::http
