#include "server/net/listener.hpp"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <list>
#include <thread>

#include "server/net/beast_socket.hpp"

namespace praxis::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Plain = beast::tcp_stream;
using Secured = beast::ssl_stream<beast::tcp_stream>;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;

// One thread and its loop. Connections register here so that a stop can reach the idle ones.
struct Shard {
    asio::io_context loop{1};
    asio::executor_work_guard<asio::io_context::executor_type> busy{loop.get_executor()};
    std::list<std::function<void(bool idle_only)>> cutters;  // this thread only
    std::thread thread;
};

struct Counters {
    std::atomic<std::uint64_t> connections{0}, sockets{0}, accepted{0}, refused{0};
};

struct Shared {
    Shared(ListenerSettings given, Site& answers) : settings(std::move(given)), site(answers) {}
    ListenerSettings settings;
    Site& site;
    Counters counters;
    std::atomic<bool> stopping{false};
    std::unique_ptr<asio::ssl::context> tls;
};

struct Counted {
    explicit Counted(std::atomic<std::uint64_t>& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    std::atomic<std::uint64_t>& count_;
};

Request request_of(const http::request<http::string_body>& message) {
    Request request;
    request.method = std::string(message.method_string());
    const std::string_view target(message.target().data(), message.target().size());
    request.path = normal_path(target);
    const std::size_t question = target.find('?');
    if (question != std::string_view::npos) request.query = std::string(target.substr(question + 1));
    for (const auto& field : message) {
        std::string name(field.name_string());
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        request.headers[std::move(name)] = std::string(field.value());
    }
    return request;
}

http::response<http::span_body<const char>> message_of(const Response& response, bool keep_alive, bool head) {
    http::response<http::span_body<const char>> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.keep_alive(keep_alive);
    const std::string_view content = response.content();
    if (!head) message.body() = {content.data(), content.size()};
    if (response.status != 204 && response.status != 304) message.content_length(content.size());
    return message;
}

// One connection from its first byte to its last.
template <class Stream>
class Connection : public std::enable_shared_from_this<Connection<Stream>> {
public:
    Connection(Stream stream, std::shared_ptr<Shared> shared, Shard& shard)
        : stream_(std::move(stream)),
          shared_(std::move(shared)),
          shard_(shard),
          counted_(shared_->counters.connections) {
        buffer_.max_size(shared_->settings.limits.header_bytes + (64 << 10));
    }

    static Task<void> serve(std::shared_ptr<Connection> self) {
        const auto place =
            self->shard_.cutters.insert(self->shard_.cutters.end(), [weak = std::weak_ptr(self)](bool idle_only) {
                if (const auto alive = weak.lock()) alive->cut(idle_only);
            });
        try {
            if (co_await self->shake_hands())
                while (co_await self->exchange()) {
                }
        } catch (const std::exception&) {  // the connection is gone; whatever it was is counted by the site
        }
        self->shard_.cutters.erase(place);
        co_await self->leave();
    }

private:
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream_); }
    const Limits& limits() const { return shared_->settings.limits; }

    void cut(bool idle_only) {
        if (socket_) return socket_->hang_up(CloseCode::going_away, "the server is stopping");
        if (!idle_only || idle_) tcp().cancel();
    }

    Task<bool> shake_hands() {
        if constexpr (std::is_same_v<Stream, Secured>) {
            tcp().expires_after(limits().header_time);
            Error error;
            co_await stream_.async_handshake(asio::ssl::stream_base::server,
                                             asio::redirect_error(asio::use_awaitable, error));
            co_return !error;
        }
        co_return true;
    }

    // One request and its answer; false: the connection ends.
    Task<bool> exchange() {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits().header_bytes));
        parser_->body_limit(boost::none);
        if (!co_await read_header()) co_return false;
        Request request = request_of(parser_->get());
        name_peer(request);
        if (beast::websocket::is_upgrade(parser_->get())) {
            co_await upgrade(request);
            co_return false;
        }
        if (!co_await read_body(request)) co_return false;
        const bool keep_alive = parser_->get().keep_alive() && !shared_->stopping;
        Response response;
        if (request.path.empty())
            response.status = 400;
        else
            response = co_await shared_->site.answer(request);
        co_return co_await write(response, keep_alive, request.method == "HEAD") && keep_alive;
    }

    // The first byte may take as long as a connection may idle; from then on the header has its own time.
    Task<bool> read_header() {
        Error error;
        if (buffer_.size() == 0) {
            idle_ = true;
            tcp().expires_after(limits().idle_time);
            const auto space = buffer_.prepare(2048);
            const std::size_t got =
                co_await stream_.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
            idle_ = false;
            buffer_.commit(got);
            if (error) co_return false;
        }
        tcp().expires_after(limits().header_time);
        co_await http::async_read_header(stream_, buffer_, *parser_, asio::redirect_error(asio::use_awaitable, error));
        if (!error) co_return true;
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            co_await refuse(431);
        else if (error.category() == http::make_error_code(http::error::bad_target).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message)
            co_await refuse(400);
        co_return false;
    }

    Task<bool> read_body(Request& request) {
        const std::size_t most = shared_->site.body_limit(request);
        const auto announced = parser_->content_length();
        if (announced && *announced > most) {
            co_await refuse(413);
            co_return false;
        }
        parser_->body_limit(most);
        tcp().expires_after(limits().body_time);
        Error error;
        if (parser_->get()[http::field::expect] == "100-continue" && !parser_->is_done()) {
            http::response<http::empty_body> go_on{http::status::continue_, 11};
            co_await http::async_write(stream_, go_on, asio::redirect_error(asio::use_awaitable, error));
        }
        if (!error)
            co_await http::async_read(stream_, buffer_, *parser_, asio::redirect_error(asio::use_awaitable, error));
        if (error == http::error::body_limit)
            co_await refuse(413);
        else if (error.category() == http::make_error_code(http::error::bad_target).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message && error)
            co_await refuse(400);
        if (error) co_return false;
        request.body = std::move(parser_->get().body());
        co_return true;
    }

    void name_peer(Request& request) {
        Error error;
        const auto end = tcp().socket().remote_endpoint(error);
        if (!error) request.peer = end.address().to_string();
        request.secure = std::is_same_v<Stream, Secured>;
        if (!shared_->settings.behind_proxy) return;
        const std::string_view list = request.header("x-forwarded-for");
        const std::size_t comma = list.rfind(',');
        const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
        const std::size_t begin = last.find_first_not_of(' ');
        if (begin != std::string_view::npos) request.peer = std::string(last.substr(begin));
        if (request.header("x-forwarded-proto") == "https") request.secure = true;
    }

    Task<void> refuse(int status) {
        Response response;
        response.status = status;
        co_await write(response, false, false);
    }

    Task<bool> write(const Response& response, bool keep_alive, bool head) {
        tcp().expires_after(limits().body_time);
        const auto message = message_of(response, keep_alive, head);
        http::response_serializer<http::span_body<const char>> serializer(message);
        Error error;
        if (head)
            co_await http::async_write_header(stream_, serializer, asio::redirect_error(asio::use_awaitable, error));
        else
            co_await http::async_write(stream_, serializer, asio::redirect_error(asio::use_awaitable, error));
        co_return !error;
    }

    Task<void> upgrade(Request& request) {
        Response verdict = co_await shared_->site.admit(request);
        if (verdict.status != 101) {
            co_await write(verdict, false, false);
            co_return;
        }
        const Counted open(shared_->counters.sockets);
        const auto asked = parser_->release();
        parser_.reset();
        tcp().expires_never();
        socket_ = std::make_shared<BeastSocket<Stream>>(std::move(stream_), limits().queued_bytes);
        auto& inner = socket_->inner();
        beast::websocket::stream_base::timeout times;
        times.handshake_timeout = limits().header_time;
        times.idle_timeout = limits().silence_time;
        times.keep_alive_pings = true;
        inner.set_option(times);
        inner.set_option(beast::websocket::stream_base::decorator([&verdict](beast::websocket::response_type& answer) {
            for (const auto& [name, value] : verdict.headers) answer.set(name, value);
        }));
        inner.read_message_max(limits().frame_bytes);
        inner.write_buffer_bytes(4096);
        Error error;
        co_await inner.async_accept(asked, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
        if (!shared_->stopping) co_await shared_->site.converse(request, *socket_);
        socket_->hang_up(CloseCode::normal, "");
        co_await drain();
    }

    // What was queued has a little time to leave.
    Task<void> drain() {
        asio::steady_timer pause(shard_.loop);
        for (int i = 0; i < 50 && !socket_->idle(); ++i) {
            pause.expires_after(std::chrono::milliseconds(20));
            Error error;
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
        socket_->cut();
    }

    Task<void> leave() {
        Error error;
        if (socket_) co_return;
        if constexpr (std::is_same_v<Stream, Secured>) {
            tcp().expires_after(std::chrono::seconds(2));
            co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
        }
        tcp().socket().shutdown(Tcp::socket::shutdown_send, error);
    }

    Stream stream_;
    std::shared_ptr<Shared> shared_;
    Shard& shard_;
    Counted counted_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::shared_ptr<BeastSocket<Stream>> socket_;
    bool idle_ = false;
};

std::unique_ptr<asio::ssl::context> tls_of(const Certificate& certificate) {
    if (certificate.chain.empty()) return nullptr;
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                         asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    context->use_certificate_chain_file(certificate.chain);
    context->use_private_key_file(certificate.key, asio::ssl::context::pem);
    return context;
}

}  // namespace

struct Listener::Parts {
    Parts(ListenerSettings settings, Site& site)
        : shared(std::make_shared<Shared>(std::move(settings), site)), acceptor(door) {}

    std::shared_ptr<Shared> shared;
    std::vector<std::unique_ptr<Shard>> shards;
    asio::io_context door{1};
    Tcp::acceptor acceptor;
    std::thread door_thread;
    std::size_t next_shard = 0;

    void open() {
        const Address& at = shared->settings.address;
        shared->tls = tls_of(shared->settings.certificate);
        const Tcp::endpoint end(asio::ip::make_address(at.host), at.port);
        acceptor.open(end.protocol());
        acceptor.set_option(Tcp::acceptor::reuse_address(true));
        acceptor.bind(end);
        acceptor.listen(4096);
    }

    Task<void> accept() {
        while (true) {
            Shard& shard = *shards[next_shard++ % shards.size()];
            Tcp::socket socket(shard.loop);
            Error error;
            co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted) co_return;
            if (error) {  // out of descriptors, mostly: wait rather than spin
                co_await pause();
                continue;
            }
            ++shared->counters.accepted;
            if (shared->counters.connections >= shared->settings.limits.connections)
                ++shared->counters.refused;
            else
                welcome(std::move(socket), shard);
        }
    }

    Task<void> pause() {
        asio::steady_timer timer(door, std::chrono::milliseconds(50));
        Error error;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }

    void welcome(Tcp::socket socket, Shard& shard) {
        Error error;
        socket.set_option(Tcp::no_delay(true), error);
        if (shared->tls) {
            auto connection =
                std::make_shared<Connection<Secured>>(Secured(std::move(socket), *shared->tls), shared, shard);
            asio::co_spawn(shard.loop, Connection<Secured>::serve(std::move(connection)), asio::detached);
        } else {
            auto connection = std::make_shared<Connection<Plain>>(Plain(std::move(socket)), shared, shard);
            asio::co_spawn(shard.loop, Connection<Plain>::serve(std::move(connection)), asio::detached);
        }
    }

    void cut_all(bool idle_only) {
        for (auto& shard : shards)
            asio::post(shard->loop, [&cutters = shard->cutters, idle_only] {
                for (const auto& cut : cutters) cut(idle_only);
            });
    }
};

Listener::Listener(ListenerSettings settings, Site& site) : parts_(std::make_unique<Parts>(std::move(settings), site)) {
    parts_->open();
}

Listener::~Listener() {
    if (parts_->door_thread.joinable()) stop(std::chrono::milliseconds(0));
}

void Listener::start() {
    unsigned count = parts_->shared->settings.shards;
    if (count == 0) count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i) parts_->shards.push_back(std::make_unique<Shard>());
    for (auto& shard : parts_->shards) shard->thread = std::thread([&loop = shard->loop] { loop.run(); });
    asio::co_spawn(parts_->door, parts_->accept(), asio::detached);
    parts_->door_thread = std::thread([&door = parts_->door] { door.run(); });
}

std::uint16_t Listener::port() const {
    return parts_->acceptor.local_endpoint().port();
}

void Listener::stop(std::chrono::milliseconds deadline, const std::function<void()>& winding_down) {
    Parts& parts = *parts_;
    parts.shared->stopping = true;
    asio::post(parts.door, [&parts] {
        Error error;
        parts.acceptor.close(error);
    });
    if (winding_down) winding_down();
    parts.cut_all(true);
    const auto end = Clock::now() + deadline;
    while (parts.shared->counters.connections > 0 && Clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    parts.cut_all(false);
    for (int i = 0; i < 100 && parts.shared->counters.connections > 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    parts.door.stop();
    parts.door_thread.join();
    for (auto& shard : parts.shards) {
        shard->busy.reset();
        shard->loop.stop();
    }
    for (auto& shard : parts.shards) shard->thread.join();
}

ListenerCounts Listener::counts() const {
    const Counters& counters = parts_->shared->counters;
    return {counters.connections, counters.sockets, counters.accepted, counters.refused};
}

void Listener::spawn(std::function<Task<void>()> task) {
    asio::co_spawn(parts_->shards.front()->loop, std::move(task), asio::detached);
}

}  // namespace praxis::net
