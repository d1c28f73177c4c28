#include "tests/http/door.hpp"

#include <thread>

namespace praxis::tests {

using net::Frame;
using net::Request;
using net::Response;
using net::Task;
using net::WebSocket;

Task<Response> EchoSite::answer(Request& request) {
    Response response;
    if (request.path == "/slow") {
        co_await workers.run([&] {
            slow_begun.count_down();
            slow_release.wait();
        });
    } else if (request.path == "/throw") {
        throw std::runtime_error("broken on purpose");
    } else if (request.path == "/unsendable") {
        response.add("location", "/a\r\nset-cookie: stolen=1");
    } else if (request.path == "/big") {
        response.shared_body = std::make_shared<const std::string>(1 << 20, 'x');
    } else if (request.path == "/nothing") {
        response.status = 204;
    }
    ++answered;
    if (!response.shared_body && response.status != 204)
        response.body = request.method + " " + request.path + " " + request.query + " " +
                        (request.secure ? "secure" : "open") + " " + request.peer + " " + request.body;
    co_return response;
}

std::size_t EchoSite::body_limit(const Request& request) const {
    return request.path == "/small" ? 10 : 100'000;
}

Response EchoSite::refuse(net::Refusal why) const noexcept {
    Response response;
    switch (why) {
        case net::Refusal::malformed: response.status = 400; break;
        case net::Refusal::header_too_large: response.status = 431; break;
        case net::Refusal::body_too_large: response.status = 413; break;
        case net::Refusal::unknown_coding: response.status = 501; break;
        case net::Refusal::broken: response.status = 500; break;
    }
    response.body = "refused";
    return response;
}

Task<net::Admission> EchoSite::admit(Request& request) {
    net::Admission admission;
    admission.verdict.status = request.path == "/refused" ? 403 : 101;
    admission.verdict.add("x-admitted", "yes");
    admission.converse = [this, path = request.path](WebSocket& socket) { return converse(path, socket); };
    co_return admission;
}

Task<void> EchoSite::converse(std::string path, WebSocket& socket) {
    ++conversations;
    const struct Leaving {
        std::atomic<int>& count;
        ~Leaving() { --count; }
    } leaving{conversations};
    if (path == "/throw") throw std::runtime_error("broken on purpose");
    if (path == "/late")
        std::thread([later = socket.later(), &socket] {
            later([&socket] { socket.send({"from afar", false}); });
        }).detach();
    if (path == "/polite")
        socket.when_winding_down([&socket] {
            socket.send({"moved", false});
            socket.hang_up(net::CloseCode::going_away, "elsewhere");
        });
    if (path == "/no-room") {
        for (const char* words : {"thinking", "there is no room"}) socket.send({words, false});
        socket.hang_up(net::CloseCode::try_later, "no room");
    }
    if (path == "/stubborn") socket.when_winding_down([] {});
    for (int i = 0; path == "/flood" && i < 300; ++i) {
        socket.send({std::string(10'000, 'x'), true});
        co_await net::pause(std::chrono::milliseconds(1));
    }
    while (true) {
        auto frame = co_await socket.receive();
        if (!frame) co_return;
        if (frame->bytes == "bye") socket.hang_up(net::CloseCode::normal, "bye");
        if (frame->bytes == "fail later") socket.after(std::chrono::milliseconds(1), [] { throw 1; });
        socket.send(std::move(*frame));
    }
}

Door::Door(net::Limits limits, net::Certificate certificate, bool behind_proxy) {
    net::ListenerSettings settings;
    settings.address.port = 0;
    settings.limits = limits;
    settings.certificate = std::move(certificate);
    settings.behind_proxy = behind_proxy;
    settings.shards = 2;
    listener = std::make_unique<net::Listener>(settings, site);
    listener->start();
}

Door::~Door() {
    listener->stop(std::chrono::milliseconds(0));
    site.workers.finish();
}

}  // namespace praxis::tests
