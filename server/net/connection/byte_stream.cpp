#include "server/net/connection/byte_stream.hpp"

#include <boost/asio/post.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace praxis::net::connection {
namespace {

using boost::beast::tcp_stream;
using Secured = boost::beast::ssl_stream<tcp_stream>;
using Reading = Buffers<boost::asio::mutable_buffer>;
using Writing = Buffers<boost::asio::const_buffer>;

auto without_bytes(Waiting told) {
    return [told = std::move(told)](Waiting::Error error) mutable { told(error); };
}

template <class Stream>
class Either : public Channel {
public:
    explicit Either(Stream stream) : stream_(std::move(stream)) {}
    tcp_stream& tcp() override { return boost::beast::get_lowest_layer(stream_); }
    void read_some(Reading into, Waiting told) override { stream_.async_read_some(into, std::move(told)); }
    void write_some(Writing from, Waiting told) override { stream_.async_write_some(from, std::move(told)); }
    void tear_down(boost::beast::role_type role, Waiting told) override {
        async_teardown(role, stream_, without_bytes(std::move(told)));
    }

protected:
    Stream stream_;
};

class Plain final : public Either<tcp_stream> {
public:
    using Either::Either;
    bool secured() const override { return false; }
    void shake_hands(Waiting told) override { nothing_to_do(std::move(told)); }
    void shut_down(Waiting told) override { nothing_to_do(std::move(told)); }

private:
    void nothing_to_do(Waiting told) {
        boost::asio::post(stream_.get_executor(), [told = std::move(told)]() mutable { told(Waiting::Error()); });
    }
};

class UnderTls final : public Either<Secured> {
public:
    using Either::Either;
    bool secured() const override { return true; }
    void shake_hands(Waiting told) override {
        stream_.async_handshake(boost::asio::ssl::stream_base::server, without_bytes(std::move(told)));
    }
    void shut_down(Waiting told) override { stream_.async_shutdown(without_bytes(std::move(told))); }
};

}  // namespace

std::unique_ptr<Channel> plain_channel(boost::asio::ip::tcp::socket socket) {
    return std::make_unique<Plain>(tcp_stream(std::move(socket)));
}

std::unique_ptr<Channel> secured_channel(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls) {
    return std::make_unique<UnderTls>(Secured(std::move(socket), tls));
}

}  // namespace praxis::net::connection
