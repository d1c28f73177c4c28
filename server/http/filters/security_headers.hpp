// What every answer tells the browser not to do: run or load anything that does not come from here, guess types, be
// framed, say where it came from, hand out the camera. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "server/net/message.hpp"

namespace praxis::http {

void add_security_headers(net::Response&, bool secure);

// A method of the standard by its name, anything else as "other": labels must not grow with what people send.
std::string method_label(std::string_view method);

}  // namespace praxis::http
