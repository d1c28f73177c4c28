// Which addresses belong to the internet at large: not this machine, no private or local network, none that is reserved
// or only wraps such a one (RFC 6890 and its registries). Pure; any thread.
#pragma once

#include <sys/socket.h>

#include <string>

namespace praxis::integrations {

bool is_public(const sockaddr&);
// The same of an address as it is written, "192.0.2.7" or "2001:db8::1"; a text that is none counts as public: it is
// looked at again when its name has been looked up.
bool is_public_or_name(const std::string& host);

}  // namespace praxis::integrations
