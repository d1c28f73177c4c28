// Mail that the program sends. Calls block on the network: use a worker. Errors: MailTrouble; `again` when it is worth
// trying later.
#pragma once

#include <stdexcept>
#include <string>

namespace praxis::app {

struct Letter {
    std::string to_address, to_name;
    std::string subject;
    std::string text;  // plain, UTF-8
};

struct MailTrouble : std::runtime_error {
    MailTrouble(bool worth_it, const std::string& detail) : std::runtime_error(detail), again(worth_it) {}
    bool again;
};

class Mail {
public:
    virtual ~Mail() = default;
    virtual void send(const Letter&) = 0;
};

}  // namespace praxis::app
