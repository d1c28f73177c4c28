#include "server/http/router.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

constexpr std::string_view kSocket = "WEBSOCKET";  // stands beside the methods; no request can name it

// "/a/b" → a, b; "/" → one empty segment.
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> any;
    std::map<std::string, Route, std::less<>> methods;

    // The first node that ends the path and does something; literal segments are tried first.
    const Node* match(const std::vector<std::string_view>& path, std::size_t at,
                      std::vector<std::string_view>& values) const {
        if (at == path.size()) return methods.empty() ? nullptr : this;
        const auto next = literal.find(path[at]);
        if (next != literal.end())
            if (const Node* found = next->second->match(path, at + 1, values)) return found;
        if (!any || path[at].empty()) return nullptr;
        values.push_back(path[at]);
        if (const Node* found = any->match(path, at + 1, values)) return found;
        values.pop_back();
        return nullptr;
    }
};

struct Router::Found {
    const Route* route = nullptr;
    std::vector<std::string_view> values;
    std::string allow;  // the path is there, the method is not
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

Route& Router::place(std::string_view method, std::string_view pattern) {
    Node* node = root_.get();
    Route route;
    route.pattern = std::string(pattern);
    for (const std::string_view segment : segments_of(pattern)) {
        const bool named = segment.starts_with(':');
        std::unique_ptr<Node>& next = named ? node->any : node->literal[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        if (named) route.names.emplace_back(segment.substr(1));
        node = next.get();
    }
    const auto [placed, fresh] = node->methods.try_emplace(std::string(method), std::move(route));
    if (!fresh) throw std::logic_error("two routes for " + std::string(method) + " " + std::string(pattern));
    return placed->second;
}

void Router::on(std::string_view method, std::string_view pattern, Handler handler, std::size_t body_limit) {
    Route& route = place(method, pattern);
    route.handler = std::move(handler);
    route.body_limit = body_limit;
}

void Router::on_socket(std::string_view pattern, Handler admit, Conversation converse) {
    Route& route = place(kSocket, pattern);
    route.handler = std::move(admit);
    route.converse = std::move(converse);
}

void Router::add(Filter filter) {
    filters_.push_back(std::move(filter));
}

void Router::otherwise(Handler handler) {
    otherwise_ = std::move(handler);
}

Router::Found Router::find(std::string_view method, std::string_view path) const {
    Found found;
    const Node* node = root_->match(segments_of(path), 0, found.values);
    if (!node) return found;
    const auto wanted = node->methods.find(method == "HEAD" ? "GET" : method);
    if (wanted != node->methods.end()) {
        found.route = &wanted->second;
        return found;
    }
    for (const auto& [name, route] : node->methods)
        if (name != kSocket) found.allow += (found.allow.empty() ? "" : ", ") + name + (name == "GET" ? ", HEAD" : "");
    if (found.allow.empty()) found.allow = "GET";  // as a WebSocket
    return found;
}

std::size_t Router::body_limit(const net::Request& request) const {
    return body_limit(request.method, request.path);
}

std::size_t Router::body_limit(std::string_view method, std::string_view path) const {
    const Found found = find(method, path);
    return found.route ? found.route->body_limit : kBody_bytes;
}

std::vector<std::pair<std::string, std::string>> Router::routes() const {
    std::vector<std::pair<std::string, std::string>> all;
    const std::function<void(const Node&)> visit = [&](const Node& node) {
        for (const auto& [method, route] : node.methods) all.emplace_back(method, route.pattern);
        for (const auto& [segment, next] : node.literal) visit(*next);
        if (node.any) visit(*node.any);
    };
    visit(*root_);
    std::sort(all.begin(), all.end());
    return all;
}

Task<Response> Router::answer(Call& call) const {
    Found found = find(call.request.method, call.request.path);
    if (found.route && found.route->converse) found.route = nullptr;
    co_return co_await guarded(call, std::move(found));
}

Task<Response> Router::admit(Call& call, const Route*& route) const {
    Found found = find(kSocket, call.request.path);
    const Route* const wanted = found.route;
    Response verdict = co_await guarded(call, std::move(found));
    route = verdict.status == 101 ? wanted : nullptr;
    co_return verdict;
}

Task<Response> Router::guarded(Call& call, Found found) const {
    if (found.route) {
        call.route = found.route->pattern;
        for (std::size_t i = 0; i < found.values.size(); ++i)
            call.parts.emplace_back(found.route->names[i], found.values[i]);
    }
    std::exception_ptr thrown;
    try {
        co_return co_await run(call, found, 0);
    } catch (const ApiError&) {
        thrown = std::current_exception();
    } catch (const std::exception& unexpected) {
        call.trouble = unexpected.what();
        thrown = std::current_exception();
    } catch (...) {
        call.trouble = "something that is no exception";
        thrown = std::current_exception();
    }
    co_return to_response(error_of(thrown), call.request_id);
}

Task<Response> Router::run(Call& call, const Found& found, std::size_t filter) const {
    if (filter < filters_.size()) {
        const Handler next = [&](Call& inner) { return run(inner, found, filter + 1); };
        co_return co_await filters_[filter](call, next);
    }
    if (found.route) co_return co_await found.route->handler(call);
    if (!found.allow.empty()) {
        ApiError error(Code::method_not_allowed, "This address takes " + found.allow + ".");
        error.allow = found.allow;
        throw error;
    }
    const bool reads = call.request.method == "GET" || call.request.method == "HEAD";
    if (otherwise_ && reads) co_return co_await otherwise_(call);
    throw not_found("such address");
}

}  // namespace praxis::http
