// A connection's bytes, secured by TLS or not, behind one type: Beast's templates are read and compiled once, not once
// for each. A handler runs on the loop's thread, as all of the connection does. Inside server/net only.
#pragma once

#include <algorithm>
#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace praxis::net::connection {

// Whoever waits for an operation, told once; its memory is free again before it is told.
class Waiting {
public:
    using Error = boost::system::error_code;
    template <class Handler>
    explicit Waiting(Handler handler) : told_(std::make_unique<Told<Handler>>(std::move(handler))) {}
    void operator()(Error error, std::size_t bytes = 0) { std::exchange(told_, nullptr).release()->tell(error, bytes); }

private:
    struct Anybody {
        virtual ~Anybody() = default;
        virtual void tell(Error, std::size_t) = 0;  // ends its own life
    };
    template <class Handler>
    struct Told final : Anybody {
        explicit Told(Handler given) : handler(std::move(given)) {}
        void tell(Error error, std::size_t bytes) override {
            Handler last = std::move(handler);
            delete this;
            last(error, bytes);
        }
        Handler handler;
    };
    std::unique_ptr<Anybody> told_;
};

// The first buffers of a sequence: reading and writing "some" may stop there.
template <class Buffer>
class Buffers {
public:
    using value_type = Buffer;
    using const_iterator = const Buffer*;
    template <class Sequence>
    explicit Buffers(const Sequence& all) {
        for (auto at = boost::asio::buffer_sequence_begin(all); at != boost::asio::buffer_sequence_end(all); ++at)
            if (const Buffer next(*at); next.size() > 0 && count_ < all_.size()) all_[count_++] = next;
    }
    const_iterator begin() const { return all_.data(); }
    const_iterator end() const { return all_.data() + count_; }

private:
    std::array<Buffer, 8> all_;
    std::size_t count_ = 0;
};

class Channel {
public:
    virtual ~Channel() = default;
    virtual bool secured() const = 0;
    virtual boost::beast::tcp_stream& tcp() = 0;
    virtual void shake_hands(Waiting) = 0;
    virtual void read_some(Buffers<boost::asio::mutable_buffer>, Waiting) = 0;
    virtual void write_some(Buffers<boost::asio::const_buffer>, Waiting) = 0;
    virtual void shut_down(Waiting) = 0;                           // the securing; the socket stays open
    virtual void tear_down(boost::beast::role_type, Waiting) = 0;  // as a WebSocket ends
};
std::unique_ptr<Channel> plain_channel(boost::asio::ip::tcp::socket);
std::unique_ptr<Channel> secured_channel(boost::asio::ip::tcp::socket, boost::asio::ssl::context&);

// What Beast calls an AsyncStream, for HTTP and for WebSocket. Its operations must end before it does.
class ByteStream {
public:
    using next_layer_type = boost::beast::tcp_stream;
    using executor_type = next_layer_type::executor_type;
    explicit ByteStream(std::unique_ptr<Channel> channel) : channel_(std::move(channel)) {}

    executor_type get_executor() noexcept { return next_layer().get_executor(); }
    next_layer_type& next_layer() { return channel_->tcp(); }
    const next_layer_type& next_layer() const { return channel_->tcp(); }
    Channel& channel() { return *channel_; }
    bool secured() const { return channel_->secured(); }

    template <class Sequence, class Token>
    auto async_read_some(const Sequence& into, Token&& token) {
        return start(token, [channel = channel_.get(), into = Buffers<boost::asio::mutable_buffer>(into)](
                                Waiting told) { channel->read_some(into, std::move(told)); });
    }
    template <class Sequence, class Token>
    auto async_write_some(const Sequence& from, Token&& token) {
        return start(token, [channel = channel_.get(), from = Buffers<boost::asio::const_buffer>(from)](Waiting told) {
            channel->write_some(from, std::move(told));
        });
    }
    template <class Token>
    auto shake_hands(Token&& token) {
        return start(token, [channel = channel_.get()](Waiting told) { channel->shake_hands(std::move(told)); });
    }
    template <class Token>
    auto shut_down(Token&& token) {
        return start(token, [channel = channel_.get()](Waiting told) { channel->shut_down(std::move(told)); });
    }

private:
    template <class Token, class Begin>
    static auto start(Token& token, Begin begin) {
        return boost::asio::async_initiate<Token, void(Waiting::Error, std::size_t)>(
            [begin](auto handler) { begin(Waiting(std::move(handler))); }, token);
    }

    std::unique_ptr<Channel> channel_;
};

// Found by Beast when a WebSocket ends.
template <class Handler>
void async_teardown(boost::beast::role_type role, ByteStream& stream, Handler&& handler) {
    stream.channel().tear_down(role, Waiting([last = std::forward<Handler>(handler)](
                                                 Waiting::Error error, std::size_t) mutable { last(error); }));
}

}  // namespace praxis::net::connection
