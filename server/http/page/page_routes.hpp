// What is no address of the API is the web page's: its files, and index.html for the places of its own navigation.
// Owner: program.
#pragma once

#include "server/http/page/static_files.hpp"
#include "server/http/router.hpp"

namespace praxis::http {

void add_page(Router&, std::shared_ptr<const StaticFiles>);

}  // namespace praxis::http
