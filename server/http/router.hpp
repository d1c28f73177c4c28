// Which handler answers which request: a tree of path segments, literal before ":name"; another method than those that
// are there is answered 405 with Allow. Filters wrap every handler in the order they were added. The one place where
// exceptions become answers. Built once at the start, then only read: any thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/call.hpp"
#include "server/net/task.hpp"

namespace praxis::http {

using net::Response;
using net::Task;
using Handler = std::function<Task<Response>(Call&)>;
using Filter = std::function<Task<Response>(Call&, const Handler&)>;

struct Route {
    Handler handler;
    std::size_t body_limit = 256 << 10;
};

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;

    // `pattern` like "/api/v1/attempts/:attempt/report".
    void on(std::string_view method, std::string_view pattern, Handler, std::size_t body_limit = 256 << 10);
    // The outermost first.
    void add(Filter);
    // What answers when nothing matches: the web page's files.
    void otherwise(Handler);

    Task<Response> answer(Call&) const;
    std::size_t body_limit(const net::Request&) const;

private:
    struct Node;
    const Route* find(const net::Request&, Call*) const;

    std::unique_ptr<Node> root_;
    std::vector<Filter> filters_;
    Handler otherwise_;
};

}  // namespace praxis::http
