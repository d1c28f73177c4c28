// A WebSocket over Beast. Inside server/net only.
#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>

#include "server/net/connection/byte_stream.hpp"
#include "server/net/connection/shard.hpp"
#include "server/net/web_socket.hpp"

namespace praxis::net::connection {

// Shared by the conversation and by the operations and the work that are still on their way to it.
class Socket final : public WebSocket, public std::enable_shared_from_this<Socket> {
public:
    using Inner = boost::beast::websocket::stream<ByteStream, false>;
    using Error = boost::system::error_code;
    Socket(ByteStream stream, std::weak_ptr<Shard> shard, Shared& shared)
        : inner_(std::move(stream)), shard_(std::move(shard)), shared_(shared), ended_(inner_.get_executor()) {}
    Inner& inner() { return inner_; }

    Task<std::optional<Frame>> receive() override {
        if (gone_ || closing_) co_return std::nullopt;
        Error error;
        co_await inner_.async_read(buffer_, boost::asio::redirect_error(boost::asio::use_awaitable, error));
        if (error) gone_ = true;
        if (gone_ || closing_) co_return std::nullopt;
        Frame frame;
        frame.bytes = boost::beast::buffers_to_string(buffer_.data());
        frame.binary = inner_.got_binary();
        buffer_.clear();
        if (buffer_.capacity() > kKept_bytes) buffer_.shrink_to_fit();
        co_return frame;
    }

    void send(Frame frame) override {
        if (gone_ || closing_) return;
        queued_ += cost(frame);
        queue_.push_back(std::move(frame));
        if (queued_ > shared_.settings.limits.queued_bytes) {
            drop_what_waits();
            return hang_up(CloseCode::try_later, "too slow");
        }
        if (!writing_) write_next();
    }

    void hang_up(CloseCode code, std::string reason) override {
        if (gone_ || closing_) return;
        closing_ = true;
        reason.resize(std::min(reason.size(), kReason_bytes));
        reason_ = boost::beast::websocket::close_reason(static_cast<boost::beast::websocket::close_code>(code), reason);
        after(shared_.settings.limits.goodbye_time, [this] { cut(); });
        if (!writing_) say_goodbye();
    }

    std::size_t queued_bytes() const override { return queued_; }

    std::function<void(Work)> later() override {
        return [self = weak_from_this(), home = shard_](Work work) {
            const std::shared_ptr<Shard> shard = home.lock();
            if (!shard) return;
            boost::asio::post(shard->loop, [self, work = std::move(work)] {
                if (const auto alive = self.lock()) alive->run(work);
            });
        };
    }

    void after(std::chrono::milliseconds time, Work work) override {
        auto timer = std::make_shared<boost::asio::steady_timer>(inner_.get_executor(), time);
        timer->async_wait([self = weak_from_this(), timer, work = std::move(work)](Error error) {
            const auto alive = self.lock();
            if (alive && !error) alive->run(work);
        });
    }

    void when_winding_down(Work work) override { winding_down_ = std::move(work); }

    void wind_down() {
        if (winding_down_)
            run(winding_down_);
        else
            hang_up(CloseCode::going_away, "the server is stopping");
    }

    // What was queued is dropped; nothing more is sent.
    void cut() {
        gone_ = true;
        boost::beast::get_lowest_layer(inner_).close();
        ended_.cancel();
    }

    // The conversation is over: what it gave to do is forgotten, what it queued may leave until goodbye_time.
    Task<void> finish() {
        retired_ = true;
        winding_down_ = nullptr;
        hang_up(CloseCode::normal, "");
        if (writing_ && !gone_) {
            ended_.expires_after(shared_.settings.limits.goodbye_time);
            Error error;
            co_await ended_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, error));
        }
        cut();
    }

private:
    static constexpr std::size_t kKept_bytes = 4096;
    static constexpr std::size_t kReason_bytes = 120;  // a close frame has 125, two are the code
    static constexpr std::size_t kFrameCost_bytes = 64;

    static std::size_t cost(const Frame& frame) { return frame.bytes.size() + kFrameCost_bytes; }

    // Given work refers to the conversation, which must not have ended.
    void run(const Work& work) {
        if (retired_ || gone_) return;
        try {
            work();
        } catch (...) {
            ++shared_.counters.faults;
            hang_up(CloseCode::broken, "something went wrong here");
        }
    }

    void write_next() {
        writing_ = true;
        inner_.binary(queue_.front().binary);
        inner_.async_write(boost::asio::buffer(queue_.front().bytes),
                           [self = shared_from_this()](Error error, std::size_t) { self->written(error); });
    }

    void written(Error error) {
        writing_ = false;
        queued_ -= cost(queue_.front());
        queue_.pop_front();
        if (error) return cut();
        if (!queue_.empty()) return write_next();
        if (closing_) say_goodbye();
    }

    // The frame that is being written stays: the write still reads it.
    void drop_what_waits() {
        while (queue_.size() > (writing_ ? 1 : 0)) {
            queued_ -= cost(queue_.back());
            queue_.pop_back();
        }
    }

    void say_goodbye() {
        writing_ = true;
        inner_.async_close(reason_, [self = shared_from_this()](Error) {
            self->writing_ = false;
            self->cut();
        });
    }

    Inner inner_;
    const std::weak_ptr<Shard> shard_;
    Shared& shared_;
    boost::beast::flat_buffer buffer_;
    std::deque<Frame> queue_;
    boost::beast::websocket::close_reason reason_;
    Work winding_down_;
    boost::asio::steady_timer ended_;
    std::size_t queued_ = 0;
    bool writing_ = false, closing_ = false, gone_ = false, retired_ = false;
};

}  // namespace praxis::net::connection
