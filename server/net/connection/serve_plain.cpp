#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "server/net/connection/connection.hpp"
#include "server/net/connection/serve.hpp"

namespace praxis::net::connection {

void serve_plain(boost::asio::ip::tcp::socket socket, std::shared_ptr<Shared> shared,
                 const std::shared_ptr<Shard>& shard) {
    auto connection = std::make_shared<Connection<Plain>>(Plain(std::move(socket)), std::move(shared), shard);
    boost::asio::co_spawn(shard->loop, Connection<Plain>::serve(std::move(connection), *shard), boost::asio::detached);
}

}  // namespace praxis::net::connection
