// A connection that became a WebSocket: the handshake, the site's conversation on it, the goodbye. Inside server/net
// only.
#pragma once

#include <boost/beast/core/tcp_stream.hpp>

#include "server/net/connection/message.hpp"
#include "server/net/connection/socket.hpp"

namespace praxis::net::connection {

struct Upgrade {
    MessageIn message;  // until the handshake is answered
    Request request;
    Admission admission;
};

// Owned by its connection; `hold` is run once.
class Conversation {
public:
    Conversation(ByteStream stream, std::unique_ptr<Upgrade> upgrade, std::weak_ptr<Shard> shard, Shared& shared)
        : socket_(std::make_shared<Socket>(std::move(stream), std::move(shard), shared)),
          upgrade_(std::move(upgrade)),
          shared_(shared),
          open_(shared.counters.sockets) {}

    Task<void> hold() {
        boost::beast::get_lowest_layer(socket_->inner()).expires_never();
        set_options();
        boost::system::error_code error;
        co_await socket_->inner().async_accept(upgrade_->message,
                                               boost::asio::redirect_error(boost::asio::use_awaitable, error));
        upgrade_->message = {};
        if (error) co_return socket_->cut();
        co_await converse();
        co_await socket_->finish();
    }

    void wind_down() {
        if (accepted_) socket_->wind_down();
    }
    void cut() { socket_->cut(); }

private:
    void set_options() {
        using boost::beast::websocket::stream_base;
        const Limits& limits = shared_.settings.limits;
        auto& inner = socket_->inner();
        stream_base::timeout times;
        times.handshake_timeout = limits.header_time;
        times.idle_timeout = limits.silence_time;
        times.keep_alive_pings = true;
        inner.set_option(times);
        const Response& verdict = upgrade_->admission.verdict;
        inner.set_option(stream_base::decorator([&verdict](boost::beast::websocket::response_type& answer) {
            for (const auto& [name, value] : verdict.headers) answer.set(name, value);
        }));
        inner.read_message_max(limits.frame_bytes);
        inner.auto_fragment(false);
    }

    Task<void> converse() {
        accepted_ = true;
        if (shared_.stopping) socket_->wind_down();
        try {
            co_await upgrade_->admission.converse(*socket_);
            co_return;
        } catch (...) {
            ++shared_.counters.faults;
        }
        socket_->hang_up(CloseCode::broken, "something went wrong here");
    }

    const std::shared_ptr<Socket> socket_;
    const std::unique_ptr<Upgrade> upgrade_;
    Shared& shared_;
    const Counted open_;
    bool accepted_ = false;
};

}  // namespace praxis::net::connection
