#include "server/net/listener.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "server/net/connection/serve.hpp"

namespace praxis::net {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using connection::Guest;
using connection::Shard;
using connection::Shared;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kBreath = 50ms;    // when there are no descriptors left
constexpr auto kLast_grace = 2s;  // for what was cut to notice
constexpr auto kStopping_look = 5ms;
constexpr int kBacklog = 4096;
constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

std::shared_ptr<ssl::context> read_certificate(const Certificate& certificate) {
    if (certificate.chain.empty()) return nullptr;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                         ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    const auto demand = [](const Error& error, const std::string& what, const std::string& file) {
        if (error) throw std::runtime_error("cannot read the " + what + " " + file + ": " + error.message());
    };
    Error error;
    demand(context->use_certificate_chain_file(certificate.chain, error), "certificate", certificate.chain);
    demand(context->use_private_key_file(certificate.key, ssl::context::pem, error), "key", certificate.key);
    if (SSL_CTX_check_private_key(context->native_handle()) != 1)
        throw std::runtime_error("the key " + certificate.key + " does not belong to the certificate " +
                                 certificate.chain);
    return context;
}

bool starved(const Error& error) {
    return error == asio::error::no_descriptors || error == asio::error::no_buffer_space ||
           error == asio::error::no_memory || error == boost::system::errc::too_many_files_open_in_system;
}

// A fault that leaves the loop by an exception must not take the other connections with it.
void run_loop(Shard& shard, Shared& shared) {
    while (true) {
        try {
            shard.loop.run();
            return;
        } catch (...) {
            ++shared.counters.faults;
        }
    }
}

}  // namespace

struct Listener::Parts {
    Parts(ListenerSettings settings, Site& site)
        : shared(std::make_shared<Shared>(std::move(settings), site)), acceptor(door) {}

    std::shared_ptr<Shared> shared;
    std::vector<std::shared_ptr<Shard>> shards;
    asio::io_context door{1};
    Tcp::acceptor acceptor;
    std::uint16_t port = 0;
    std::thread door_thread;
    std::mutex tls_lock;
    std::shared_ptr<ssl::context> tls;
    bool running = false;

    void open() {
        const Address& at = shared->settings.address;
        tls = read_certificate(shared->settings.certificate);
        const Tcp::endpoint end = endpoint_of(at);
        Error error;
        acceptor.open(end.protocol(), error);
        if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor.bind(end, error);
        if (!error) acceptor.listen(kBacklog, error);
        if (error)
            throw std::runtime_error("cannot listen on " + at.host + ":" + std::to_string(at.port) + ": " +
                                     error.message());
        port = acceptor.local_endpoint().port();
    }

    Tcp::endpoint endpoint_of(const Address& at) {
        Error error;
        const auto address = asio::ip::make_address(at.host, error);
        if (!error) return {address, at.port};
        const auto found = Tcp::resolver(door).resolve(at.host, std::to_string(at.port), error);
        if (error || found.empty()) throw std::runtime_error("there is no address for the name " + at.host);
        return found.begin()->endpoint();
    }

    void run() {
        unsigned count = shared->settings.shards;
        if (count == 0) count = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < count; ++i) shards.push_back(std::make_shared<Shard>());
        for (auto& shard : shards)
            shard->thread = std::thread([shard = shard.get(), all = shared] { run_loop(*shard, *all); });
        asio::co_spawn(door, accept(), asio::detached);
        door_thread = std::thread([this] { door.run(); });
        running = true;
    }

    Task<void> accept() {
        while (!shared->stopping) {
            const auto& shard = *std::min_element(shards.begin(), shards.end(), [](const auto& a, const auto& b) {
                return a->connections < b->connections;
            });
            Tcp::socket socket(shard->loop);
            Error error;
            co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) co_return;
            if (starved(error)) {
                ++shared->counters.starved;
                co_await pause(kBreath);
            }
            if (!error) welcome(std::move(socket), shard);
        }
    }

    void welcome(Tcp::socket socket, const std::shared_ptr<Shard>& shard) try {
        ++shared->counters.accepted;
        Error error;
        socket.set_option(Tcp::no_delay(true), error);
        const auto context = certificate();
        if (shared->counters.connections >= shared->settings.limits.connections) {
            ++shared->counters.refused;
            socket.non_blocking(true, error);
            if (!context) socket.write_some(asio::buffer(kFull), error);
        } else {
            connection::serve(std::move(socket), context.get(), shared, shard);
        }
    } catch (...) {
        ++shared->counters.faults;
    }

    std::shared_ptr<ssl::context> certificate() {
        const std::lock_guard lock(tls_lock);
        return tls;
    }

    void close_door() {
        asio::post(door, [this] {
            Error error;
            acceptor.close(error);
        });
        door_thread.join();
    }

    void tell_guests(void (Guest::*what)()) {
        for (const auto& shard : shards)
            asio::post(shard->loop, [guests = &shard->guests, what] {
                for (Guest* guest : *guests) (guest->*what)();
            });
    }

    bool all_gone_by(Clock::time_point end) const {
        while (shared->counters.connections > 0) {
            if (Clock::now() >= end) return false;
            std::this_thread::sleep_for(kStopping_look);
        }
        return true;
    }

    void end_shards() {
        for (const auto& shard : shards) {
            shard->busy.reset();
            shard->loop.stop();
        }
        for (const auto& shard : shards) shard->thread.join();
        running = false;
    }
};

Listener::Listener(ListenerSettings settings, Site& site) : parts_(std::make_unique<Parts>(std::move(settings), site)) {
    parts_->open();
}

Listener::~Listener() {
    while (parts_->running) stop(0ms);
}

void Listener::start() {
    parts_->run();
}

std::uint16_t Listener::port() const {
    return parts_->port;
}

std::uint64_t Listener::stop(std::chrono::milliseconds deadline, const std::function<void()>& winding_down) {
    Parts& parts = *parts_;
    if (!parts.running) return 0;
    parts.shared->stopping = true;
    if (parts.door_thread.joinable()) parts.close_door();
    if (winding_down) winding_down();
    parts.tell_guests(&Guest::wind_down);
    if (!parts.all_gone_by(Clock::now() + deadline)) {
        parts.tell_guests(&Guest::cut);
        if (!parts.all_gone_by(Clock::now() + kLast_grace)) return parts.shared->counters.connections;
    }
    parts.end_shards();
    return 0;
}

void Listener::renew_certificate() {
    auto fresh = read_certificate(parts_->shared->settings.certificate);
    const std::lock_guard lock(parts_->tls_lock);
    parts_->tls = std::move(fresh);
}

ListenerCounts Listener::counts() const {
    const connection::Counters& counters = parts_->shared->counters;
    return {counters.connections, counters.sockets, counters.accepted,
            counters.refused,     counters.starved, counters.faults};
}

}  // namespace praxis::net
