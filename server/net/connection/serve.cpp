#include "server/net/connection/serve.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "server/net/connection/connection.hpp"

namespace praxis::net::connection {

void serve(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls, std::shared_ptr<Shared> shared,
           const std::shared_ptr<Shard>& shard) {
    auto channel = tls ? secured_channel(std::move(socket), *tls) : plain_channel(std::move(socket));
    auto connection = std::make_shared<Connection>(ByteStream(std::move(channel)), std::move(shared), shard);
    boost::asio::co_spawn(shard->loop, Connection::serve(std::move(connection), *shard), boost::asio::detached);
}

}  // namespace praxis::net::connection
