#include "server/http/router.hpp"

#include "server/http/problem.hpp"

namespace praxis::http {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        if (path.front() == '/') path.remove_prefix(1);
        const std::size_t end = path.find('/');
        segments.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    if (segments.size() == 1 && segments.front().empty()) segments.clear();
    return segments;
}

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> any;
    std::string any_name, pattern;
    std::map<std::string, Route, std::less<>> methods;
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

void Router::on(std::string_view method, std::string_view pattern, Handler handler, std::size_t body_limit) {
    Node* node = root_.get();
    for (const std::string_view segment : segments_of(pattern)) {
        const bool named = segment.starts_with(':');
        std::unique_ptr<Node>& next = named ? node->any : node->literal[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        if (named) node->any_name = std::string(segment.substr(1));
        node = next.get();
    }
    node->pattern = std::string(pattern);
    node->methods[std::string(method)] = {std::move(handler), body_limit};
}

void Router::add(Filter filter) {
    filters_.push_back(std::move(filter));
}

void Router::otherwise(Handler handler) {
    otherwise_ = std::move(handler);
}

// Null: no such path. Throws when the path is there but not the method.
const Route* Router::find(const net::Request& request, Call* call) const {
    const Node* node = root_.get();
    for (const std::string_view segment : segments_of(request.path)) {
        const auto literal = node->literal.find(segment);
        if (literal != node->literal.end()) {
            node = literal->second.get();
        } else if (node->any && !segment.empty()) {
            if (call) call->path[node->any_name] = std::string(segment);
            node = node->any.get();
        } else {
            return nullptr;
        }
    }
    if (node->methods.empty()) return nullptr;
    if (call) call->route = node->pattern;
    const auto method = node->methods.find(request.method == "HEAD" ? "GET" : request.method);
    if (method != node->methods.end()) return &method->second;
    std::string allowed;
    for (const auto& [name, route] : node->methods) allowed += (allowed.empty() ? "" : ", ") + name;
    throw ApiError(Code::method_not_allowed, "This address takes " + allowed + ".");
}

std::size_t Router::body_limit(const net::Request& request) const {
    try {
        const Route* route = find(request, nullptr);
        return route ? route->body_limit : 0;
    } catch (const ApiError&) {
        return 0;
    }
}

Task<Response> Router::answer(Call& call) const {
    Handler handler = [this](Call& inner) -> Task<Response> {
        const Route* route = find(inner.request, &inner);
        if (route) co_return co_await route->handler(inner);
        if (otherwise_ && (inner.request.method == "GET" || inner.request.method == "HEAD"))
            co_return co_await otherwise_(inner);
        throw not_found("address " + inner.request.path);
    };
    for (auto filter = filters_.rbegin(); filter != filters_.rend(); ++filter)
        handler = [&outer = *filter, inner = std::move(handler)](Call& wrapped) -> Task<Response> {
            return outer(wrapped, inner);
        };
    std::optional<ApiError> error;
    try {
        co_return co_await handler(call);
    } catch (const ApiError& told) {
        error = told;
    } catch (const std::exception&) {
        error = ApiError(Code::internal, "Something went wrong here; the log knows more under this request id.");
    }
    co_return to_response(*error, call.request_id);
}

}  // namespace praxis::http
