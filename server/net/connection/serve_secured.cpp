#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include "server/net/connection/connection.hpp"
#include "server/net/connection/serve.hpp"

namespace praxis::net::connection {

void serve_secured(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls, std::shared_ptr<Shared> shared,
                   const std::shared_ptr<Shard>& shard) {
    auto connection = std::make_shared<Connection<Secured>>(Secured(std::move(socket), tls), std::move(shared), shard);
    boost::asio::co_spawn(shard->loop, Connection<Secured>::serve(std::move(connection), *shard),
                          boost::asio::detached);
}

}  // namespace praxis::net::connection
