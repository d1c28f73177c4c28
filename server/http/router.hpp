// Which handler answers which request: a tree of path segments, literal before ":name"; another method than those that
// are there is answered 405 with Allow. Filters wrap every handler, and every "no such thing", in the order they were
// added. The one place where exceptions become answers. Built once at the start, then only read: any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/call.hpp"
#include "server/net/task.hpp"
#include "server/net/web_socket.hpp"

namespace praxis::http {

using net::Response;
using net::Task;
using Handler = std::function<Task<Response>(Call&)>;
using Filter = std::function<Task<Response>(Call&, const Handler& next)>;
using Conversation = std::function<Task<void>(Call&, net::WebSocket&)>;

inline constexpr std::size_t kBody_bytes = 16 << 10;  // of a request, where its route says nothing else

// The handler that a member of a class of routes is; they live as long as the router.
template <class Routes>
Handler by(std::shared_ptr<Routes> routes, Task<Response> (std::remove_const_t<Routes>::*act)(Call&) const) {
    return [routes = std::move(routes), act](Call& call) { return ((*routes).*act)(call); };
}

struct Route {
    std::string pattern;
    std::vector<std::string> names;  // of its ":name" parts, in order
    Handler handler;
    Conversation converse;  // of a WebSocket: once the handler has answered 101
    std::size_t body_limit = kBody_bytes;
};

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;

    // `pattern` like "/api/v1/attempts/:attempt/report". Throws std::logic_error when it is there already. HEAD is
    // answered by GET's handler, without body.
    void on(std::string_view method, std::string_view pattern, Handler, std::size_t body_limit = kBody_bytes);
    // `admit` answers 101 to let the WebSocket open, or says why not.
    void on_socket(std::string_view pattern, Handler admit, Conversation);
    // The outermost first.
    void add(Filter);
    // What answers when nothing matches: the web page's files.
    void otherwise(Handler);

    // Never throws.
    Task<Response> answer(Call&) const;
    // The same for a request that wants to become a WebSocket; the route, to converse by, or null.
    Task<Response> admit(Call&, const Route*&) const;
    std::size_t body_limit(const net::Request&) const;
    std::vector<std::pair<std::string, std::string>> routes() const;  // method and pattern, sorted
    std::size_t body_limit(std::string_view method, std::string_view path) const;

private:
    struct Node;
    struct Found;
    Route& place(std::string_view method, std::string_view pattern);
    Found find(std::string_view method, std::string_view path) const;
    Task<Response> run(Call&, const Found&, std::size_t filter) const;
    Task<Response> guarded(Call&, Found) const;

    std::unique_ptr<Node> root_;
    std::vector<Filter> filters_;
    Handler otherwise_;
};

}  // namespace praxis::http
