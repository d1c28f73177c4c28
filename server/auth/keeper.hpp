// Tells who a request is by: a token in its Authorization header, or a session in its cookie; never anything in its
// address. Remembers sessions and tokens for a few seconds, so that a page's many requests ask the database once: a
// log-out is in force at once on the node that did it, and within that time on the others. Owner: program; any thread.
#pragma once

#include <memory>
#include <optional>

#include "app/access/office.hpp"
#include "server/net/message.hpp"
#include "server/net/task.hpp"
#include "server/net/workers.hpp"

namespace praxis::auth {

enum class Known : std::uint8_t {
    nobody,     // neither token nor session, or a session that is over
    bad_token,  // a token that is not good
    by_session,
    by_token,
};
struct Caller {
    Known known = Known::nobody;
    std::optional<people::Principal> principal;
};

class Keeper {
public:
    Keeper(app::Office&, net::Workers&);
    ~Keeper();
    Keeper(const Keeper&) = delete;

    net::Task<Caller> identify(const net::Request&);

    // Was this change sent by a page of ours, in the session it belongs to? Of callers by session; a token needs none.
    bool is_ours(const net::Request&);
    // Did a page of ours send it, as far as the browser says? Also for the opening of a WebSocket and for log-ins.
    bool from_own_origin(const net::Request&) const;

    void forget(const std::string& secret);
    void forget_all();
    void forget_person(const std::string& tenant, const std::string& person);

private:
    struct Memory;
    net::Task<std::optional<people::Principal>> look_up(std::string secret, bool token);

    app::Office& office_;
    net::Workers& workers_;
    std::unique_ptr<Memory> memory_;
};

}  // namespace praxis::auth
