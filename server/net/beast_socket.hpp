// A WebSocket over Beast. Inside server/net only: the one header that names Beast, kept to the two files that need it.
#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>

#include "server/net/web_socket.hpp"

namespace praxis::net {

// Shared by the conversation and by what it has posted to its own thread.
template <class Stream>
class BeastSocket final : public WebSocket, public std::enable_shared_from_this<BeastSocket<Stream>> {
public:
    using Inner = boost::beast::websocket::stream<Stream>;
    BeastSocket(Stream stream, std::size_t queue_limit) : inner_(std::move(stream)), queue_limit_(queue_limit) {}
    Inner& inner() { return inner_; }

    Task<std::optional<Frame>> receive() override {
        boost::system::error_code error;
        if (!closed_)
            co_await inner_.async_read(buffer_, boost::asio::redirect_error(boost::asio::use_awaitable, error));
        if (error || closed_) {
            closed_ = true;
            co_return std::nullopt;
        }
        Frame frame;
        frame.bytes = boost::beast::buffers_to_string(buffer_.data());
        frame.binary = inner_.got_binary();
        buffer_.clear();
        if (buffer_.capacity() > kKept_bytes) buffer_.shrink_to_fit();
        co_return frame;
    }

    void send(Frame frame) override {
        if (closed_ || closing_) return;
        queued_ += frame.bytes.size();
        if (queued_ > queue_limit_) return hang_up(CloseCode::try_later, "too slow");
        queue_.push_back(std::move(frame));
        if (!writing_) write_next();
    }

    void hang_up(CloseCode code, std::string reason) override {
        if (closed_ || closing_) return;
        closing_ = true;
        reason_ = boost::beast::websocket::close_reason(static_cast<boost::beast::websocket::close_code>(code), reason);
        if (code == CloseCode::try_later) queue_.clear();
        if (!writing_) say_goodbye();
    }

    std::size_t queued_bytes() const override { return queued_; }

    std::function<void(std::function<void()>)> later() override {
        return [weak = this->weak_from_this(), executor = inner_.get_executor()](std::function<void()> work) {
            boost::asio::post(executor, [weak, work = std::move(work)] {
                const auto alive = weak.lock();
                if (alive && !alive->closed_) work();
            });
        };
    }

    // What was queued is dropped; nothing more is sent.
    void cut() {
        closed_ = true;
        boost::beast::get_lowest_layer(inner_).cancel();
    }

    bool idle() const { return !writing_; }

private:
    static constexpr std::size_t kKept_bytes = 4096;

    void write_next() {
        writing_ = true;
        inner_.binary(queue_.front().binary);
        inner_.async_write(
            boost::asio::buffer(queue_.front().bytes),
            [self = this->shared_from_this()](boost::system::error_code error, std::size_t) { self->written(error); });
    }

    void written(boost::system::error_code error) {
        writing_ = false;
        if (error) {
            closed_ = true;
            return;
        }
        if (!queue_.empty()) {
            queued_ -= queue_.front().bytes.size();
            queue_.pop_front();
        }
        if (!queue_.empty()) return write_next();
        queued_ = 0;
        if (closing_) say_goodbye();
    }

    void say_goodbye() {
        writing_ = true;
        inner_.async_close(reason_, [self = this->shared_from_this()](boost::system::error_code) {
            self->closed_ = true;
            self->writing_ = false;
        });
    }

    Inner inner_;
    boost::beast::flat_buffer buffer_;
    std::deque<Frame> queue_;
    boost::beast::websocket::close_reason reason_;
    const std::size_t queue_limit_;
    std::size_t queued_ = 0;
    bool writing_ = false, closing_ = false, closed_ = false;
};

}  // namespace praxis::net
