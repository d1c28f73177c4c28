#include "server/http/page/page_routes.hpp"

#include "server/http/problem.hpp"

namespace praxis::http {

void add_page(Router& router, std::shared_ptr<const StaticFiles> files) {
    router.otherwise([files = std::move(files)](Call& call) -> Task<Response> {
        if (call.request.path.starts_with("/api/")) throw not_found("such address");
        co_return files->answer(call.request);
    });
}

}  // namespace praxis::http
