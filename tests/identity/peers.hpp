// A program of real counterparts (peers.mjs): an identity provider and a mail server, on this machine only, started by
// the test and gone with it. One thread.
#pragma once

#include <sys/types.h>

#include <boost/json/object.hpp>
#include <cstdio>
#include <string>

namespace praxis::testing {

class Peers {
public:
    // The reason why there are none here, or empty. With CI set there must be.
    static std::string missing();
    static Peers& shared();
    ~Peers();
    Peers(const Peers&) = delete;

    boost::json::object ask(const boost::json::object& command);
    std::string issuer, client_return;
    int smtp_port = 0;

private:
    Peers();
    boost::json::object answer();

    pid_t process_ = -1;
    std::FILE *to_ = nullptr, *from_ = nullptr;
};

}  // namespace praxis::testing
