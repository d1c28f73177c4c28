// A port of this machine's loopback that is listened to, for the receivers that tests send to. Header only, so that a
// test needs to link nothing. Whoever made it accepts, on any thread.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

namespace praxis::tests {

class OpenPort {
public:
    OpenPort() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(socket_, 64) != 0 ||
            ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) != 0)
            throw std::runtime_error("no port to listen on");
        number_ = ntohs(address.sin_port);
    }
    ~OpenPort() { ::close(socket_); }
    OpenPort(const OpenPort&) = delete;

    int socket() const { return socket_; }
    std::uint16_t number() const { return number_; }
    // The next connection; below 0 once `shut` was called.
    int accept() const { return ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC); }
    void shut() const { ::shutdown(socket_, SHUT_RDWR); }

private:
    const int socket_;
    std::uint16_t number_ = 0;
};

}  // namespace praxis::tests
