// A letter as RFC 5322 wants it. Whatever stands in names and subjects stays in its header: what is not plain ASCII, or
// could end a line, is encoded (RFC 2047). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "app/ports/mail.hpp"

namespace praxis::integrations {

struct Sender {
    std::string address, name;
};

// Lines end with CR LF. Throws app::MailTrouble when the address could break out of its header.
std::string to_message(const app::Letter&, const Sender&, const std::string& message_id, std::int64_t now_ms);

}  // namespace praxis::integrations
