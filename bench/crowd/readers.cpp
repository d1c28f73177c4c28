#include "bench/crowd/readers.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "bench/crowd/line.hpp"

namespace praxis::bench::crowd {
namespace {

using Clock = std::chrono::steady_clock;

struct Reader {
    Line line;
    std::string question;
    Clock::time_point asked{};

    void ask() {
        asked = Clock::now();
        line.send(question);
    }
};

void on_bytes(Reader& reader, Latency& waits) {
    if (!reader.line.receive()) throw std::runtime_error("a connection was closed while it was read from");
    while (const auto status = reader.line.next_answer()) {
        if (*status != 200) throw std::runtime_error("a read was answered by " + std::to_string(*status));
        waits.add(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - reader.asked).count());
        reader.ask();
    }
}

}  // namespace

Reads read_for(std::uint16_t port, const std::string& path, const std::vector<std::string>& tokens,
               std::size_t connections, std::chrono::milliseconds length) {
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Reader> readers;
    readers.reserve(connections);
    for (std::size_t i = 0; i < connections; ++i)
        readers.push_back({Line(epoll, port, i), "GET " + path +
                                                     " HTTP/1.1\r\nHost: localhost\r\nauthorization: Bearer " +
                                                     tokens[i % tokens.size()] + "\r\n\r\n"});
    Reads reads;
    for (Reader& reader : readers) reader.ask();
    const auto begun = Clock::now();
    while (Clock::now() - begun < length) {
        std::array<epoll_event, 64> events{};
        const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) on_bytes(readers[events[static_cast<std::size_t>(i)].data.u64], reads.waits);
    }
    reads.a_second =
        static_cast<double>(reads.waits.count()) / std::chrono::duration<double>(Clock::now() - begun).count();
    readers.clear();
    ::close(epoll);
    return reads;
}

}  // namespace praxis::bench::crowd
