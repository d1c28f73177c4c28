// Requests and responses as plain values from and to Beast's messages. Inside server/net only.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/system/error_code.hpp>
#include <optional>

#include "server/net/site.hpp"

namespace praxis::net::connection {

using MessageIn = boost::beast::http::request<boost::beast::http::string_body>;
using MessageOut = boost::beast::http::response<boost::beast::http::span_body<const char>>;

// Of a header that is complete; the body is not there yet. Gives why it is refused, if it is.
std::optional<Refusal> read_request(const MessageIn&, Request& into);

struct Manner {
    unsigned version = 11;  // of the request
    bool keep_alive = false;
    bool head = false;  // the header alone
};
// Views the response, which must outlive it.
MessageOut to_message(const Response&, Manner);

// What to answer to an error of reading; nullopt: nobody is there to hear it.
std::optional<Refusal> refusal_for(boost::system::error_code, bool in_header);

// Who asks, over what: the connection's other end, or, behind a proxy, what the proxy says if it is an address.
void name_peer(Request&, std::string end, bool secured, bool behind_proxy);

}  // namespace praxis::net::connection
