// One connection from its first byte to its last: requests and answers in turn, until one of them becomes a WebSocket.
// Inside server/net only.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include "server/net/connection/conversation.hpp"

namespace praxis::net::connection {

// Every member below that waits is run by `serve`, one at a time.
class Connection final : public Guest, public std::enable_shared_from_this<Connection> {
public:
    Connection(ByteStream, std::shared_ptr<Shared>, const std::shared_ptr<Shard>&);
    static Task<void> serve(std::shared_ptr<Connection> self, Shard&);
    void wind_down() override;
    void cut() override;

private:
    using Error = boost::system::error_code;
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    boost::beast::tcp_stream& tcp() { return stream_.next_layer(); }
    const Limits& limits() const { return shared_->settings.limits; }
    std::string peer();

    Task<bool> shake_hands();
    Task<void> serve_requests();
    Task<bool> wait_for_bytes();
    Task<bool> exchange();  // one request and its answer; false: the connection ends or becomes a WebSocket
    Task<std::optional<Refusal>> read_body(Parser&, Request&, Error&);
    Task<bool> answer(Request&, Manner);
    Task<void> refuse(Refusal);
    Task<bool> write(const Response&, Manner);
    Task<bool> consider_upgrade(Parser&, Request);
    Task<void> hold_conversation();
    Task<void> leave();
    Task<void> read_rest();

    ByteStream stream_;
    const std::shared_ptr<Shared> shared_;
    const std::weak_ptr<Shard> shard_;
    const Counted counted_, counted_here_;
    boost::beast::flat_buffer buffer_;
    std::unique_ptr<Upgrade> upgrade_;
    std::optional<Conversation> conversation_;
    bool idle_ = false, shaken_ = false, unread_ = false;
};

}  // namespace praxis::net::connection
