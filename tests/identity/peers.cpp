#include "tests/identity/peers.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <stdexcept>

namespace praxis::testing {

std::string Peers::missing() {
    if (std::filesystem::exists(std::string(PRAXIS_PEERS) + "/node_modules/oidc-provider")) return {};
    const std::string why =
        "no Node packages in " PRAXIS_PEERS ": the test identity_packages installs them where Node is";
    if (std::getenv("CI")) throw std::runtime_error(why);
    return why;
}

Peers& Peers::shared() {
    static Peers peers;
    return peers;
}

Peers::Peers() {
    std::array<int, 2> in{}, out{};
    if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) throw std::runtime_error("no pipes");
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        for (const int fd : {in[0], in[1], out[0], out[1]}) ::close(fd);
        if (::chdir(PRAXIS_PEERS) != 0) ::_exit(127);
        ::execlp("node", "node", "peers.mjs", nullptr);
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = ::fdopen(in[1], "w");
    from_ = ::fdopen(out[0], "r");
    const boost::json::object hello = answer();
    issuer = hello.at("issuer").as_string().c_str();
    client_return = hello.at("client_return").as_string().c_str();
    smtp_port = static_cast<int>(hello.at("smtp").as_int64());
}

Peers::~Peers() {
    std::fclose(to_);
    std::fclose(from_);
    ::waitpid(process_, nullptr, 0);
}

boost::json::object Peers::answer() {
    std::string line;
    for (int c = std::fgetc(from_); c != EOF && c != '\n'; c = std::fgetc(from_)) line += static_cast<char>(c);
    boost::json::error_code error;
    boost::json::value value = boost::json::parse(line, error);
    if (error || !value.is_object()) throw std::runtime_error("the peers said: " + line);
    return std::move(value.get_object());
}

boost::json::object Peers::ask(const boost::json::object& command) {
    std::fputs((boost::json::serialize(command) + "\n").c_str(), to_);
    std::fflush(to_);
    return answer();
}

}  // namespace praxis::testing
