// Gives an accepted socket to its shard, where it is served until it ends; without a context, unsecured. The only door
// between the listener and Beast. Inside server/net only; called on the listener's thread.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "server/net/connection/shard.hpp"

namespace boost::asio::ssl {
class context;
}

namespace praxis::net::connection {

void serve(boost::asio::ip::tcp::socket, boost::asio::ssl::context*, std::shared_ptr<Shared>,
           const std::shared_ptr<Shard>&);

}  // namespace praxis::net::connection
