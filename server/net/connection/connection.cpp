#include "server/net/connection/connection.hpp"

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace praxis::net::connection {
namespace {

constexpr std::size_t kReadAhead_bytes = 64 << 10;
constexpr std::size_t kIdleRead_bytes = 1024;
constexpr std::size_t kUnread_bytes = 4 << 20;
constexpr std::chrono::seconds kLeave_time{2};

auto into(boost::system::error_code& error) {
    return boost::asio::redirect_error(boost::asio::use_awaitable, error);
}

}  // namespace

Connection::Connection(ByteStream stream, std::shared_ptr<Shared> shared, const std::shared_ptr<Shard>& shard)
    : stream_(std::move(stream)),
      shared_(std::move(shared)),
      shard_(shard),
      counted_(shared_->counters.connections),
      counted_here_(shard->connections) {
    buffer_.max_size(limits().header_bytes + kReadAhead_bytes);
}

Task<void> Connection::serve(std::shared_ptr<Connection> self, Shard& shard) {
    const Registration registration(shard, *self);
    try {
        const bool shaken = co_await self->shake_hands();
        if (shaken) co_await self->serve_requests();
        if (self->upgrade_) co_await self->hold_conversation();
    } catch (...) {
        ++self->shared_->counters.faults;
    }
    if (!self->conversation_) co_await self->leave();
}

void Connection::wind_down() {
    if (conversation_) return conversation_->wind_down();
    if (idle_) tcp().cancel();
}

void Connection::cut() {
    if (conversation_) return conversation_->cut();
    tcp().close();
}

Task<bool> Connection::shake_hands() {
    if (!stream_.secured()) co_return true;
    tcp().expires_after(limits().header_time);
    Error error;
    co_await stream_.shake_hands(into(error));
    shaken_ = !error;
    co_return !error;
}

Task<void> Connection::serve_requests() {
    for (bool going = co_await wait_for_bytes(); going;) {
        going = co_await exchange();
        if (buffer_.size() == 0) buffer_.shrink_to_fit();
        if (going) going = co_await wait_for_bytes();
    }
}

// The first byte may take as long as a connection may idle; from then on the header has its own time.
Task<bool> Connection::wait_for_bytes() {
    if (shared_->stopping) co_return false;
    if (buffer_.size() > 0) co_return true;
    tcp().expires_after(limits().idle_time);
    const auto space = buffer_.prepare(kIdleRead_bytes);
    Error error;
    idle_ = true;
    const std::size_t got = co_await stream_.async_read_some(space, into(error));
    idle_ = false;
    buffer_.commit(got);
    co_return !error;
}

// One request and its answer; false: the connection ends or becomes a WebSocket.
Task<bool> Connection::exchange() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes));
    parser.body_limit(boost::none);
    tcp().expires_after(limits().header_time);
    Error error;
    co_await boost::beast::http::async_read_header(stream_, buffer_, parser, into(error));
    Request request;
    std::optional<Refusal> refused = error ? refusal_for(error, true) : read_request(parser.get(), request);
    if (error && !refused) co_return false;
    name_peer(request, peer(), stream_.secured(), shared_->settings.behind_proxy);
    if (!refused && boost::beast::websocket::is_upgrade(parser.get())) {
        if (buffer_.size() == 0) co_return co_await consider_upgrade(parser, std::move(request));
        refused = Refusal::malformed;  // nobody may speak WebSocket before the handshake is answered
    }
    if (!refused) refused = co_await read_body(parser, request, error);
    if (refused) co_await refuse(*refused);
    if (refused || error) co_return false;
    const Manner manner{parser.get().version(), parser.get().keep_alive(), request.method == "HEAD"};
    co_return co_await answer(request, manner);
}

Task<std::optional<Refusal>> Connection::read_body(Parser& parser, Request& request, Error& error) {
    const std::size_t most = shared_->site.body_limit(request);
    const auto announced = parser.content_length();
    if (announced && *announced > most) co_return Refusal::body_too_large;
    parser.body_limit(most);
    tcp().expires_after(limits().body_time);
    const auto expects = parser.get()[boost::beast::http::field::expect];
    if (!parser.is_done() && parser.get().version() >= 11 && boost::beast::iequals(expects, "100-continue")) {
        boost::beast::http::response<boost::beast::http::empty_body> go_on;
        go_on.version(11);
        go_on.result(boost::beast::http::status::continue_);
        co_await boost::beast::http::async_write(stream_, go_on, into(error));
        if (error) co_return std::nullopt;
    }
    co_await boost::beast::http::async_read(stream_, buffer_, parser, into(error));
    if (error) co_return refusal_for(error, false);
    request.body = std::move(parser.get().body());
    co_return std::nullopt;
}

std::string Connection::peer() {
    Error error;
    const auto end = tcp().socket().remote_endpoint(error);
    return error ? std::string() : end.address().to_string();
}

Task<bool> Connection::answer(Request& request, Manner manner) {
    Response response;
    bool failed = false;
    try {
        response = co_await shared_->site.answer(request);
        failed = !sendable(response);
    } catch (...) {
        failed = true;
    }
    if (failed) {
        ++shared_->counters.faults;
        response = shared_->site.refuse(Refusal::broken);
    }
    if (shared_->stopping) manner.keep_alive = false;
    const bool written = co_await write(response, manner);
    co_return written&& manner.keep_alive;
}

Task<void> Connection::refuse(Refusal why) {
    unread_ = true;
    const Response response = shared_->site.refuse(why);
    co_await write(response, Manner());
}

Task<bool> Connection::write(const Response& response, Manner manner) {
    tcp().expires_after(limits().body_time);
    MessageOut message = to_message(response, manner);
    boost::beast::http::response_serializer<boost::beast::http::span_body<const char>> serializer(message);
    Error error;
    if (manner.head)
        co_await boost::beast::http::async_write_header(stream_, serializer, into(error));
    else
        co_await boost::beast::http::async_write(stream_, serializer, into(error));
    co_return !error;
}

Task<bool> Connection::consider_upgrade(Parser& parser, Request request) {
    auto upgrade = std::make_unique<Upgrade>();
    upgrade->message = parser.release();
    upgrade->request = std::move(request);
    bool failed = false;
    try {
        upgrade->admission = co_await shared_->site.admit(upgrade->request);
        const Response& verdict = upgrade->admission.verdict;
        failed = verdict.status == 101 ? !upgrade->admission.converse : !sendable(verdict);
    } catch (...) {
        failed = true;
    }
    if (failed) {
        ++shared_->counters.faults;
        upgrade->admission.verdict = shared_->site.refuse(Refusal::broken);
    }
    if (upgrade->admission.verdict.status == 101)
        upgrade_ = std::move(upgrade);
    else
        co_await write(upgrade->admission.verdict, Manner());
    co_return false;
}

// The frames that read the request are gone by now: an open conversation keeps only what it needs.
Task<void> Connection::hold_conversation() {
    buffer_.shrink_to_fit();
    conversation_.emplace(std::move(stream_), std::move(upgrade_), shard_, *shared_);
    co_await conversation_->hold();
}

Task<void> Connection::leave() {
    tcp().expires_after(kLeave_time);
    Error error;
    if (shaken_) co_await stream_.shut_down(into(error));
    tcp().socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, error);
    if ((unread_ || buffer_.size() > 0) && !error) co_await read_rest();
}

// What is still on its way is taken and thrown away: closing with bytes unread would reset the connection, and the
// other side would lose the answer that says why.
Task<void> Connection::read_rest() {
    std::array<char, 4096> waste;
    Error error;
    for (std::size_t read = 0; !error && read < kUnread_bytes;)
        read += co_await tcp().async_read_some(boost::asio::buffer(waste), into(error));
}

}  // namespace praxis::net::connection
