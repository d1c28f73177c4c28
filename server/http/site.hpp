// The site that a listener serves: every request gets an id and a place in its caller's trace, goes through the router,
// leaves with the security headers, and is counted and logged. Owner: program, which must keep everything it is given
// alive as long. Called from every shard at once.
#pragma once

#include <atomic>

#include "app/ports/chance_source.hpp"
#include "server/http/router.hpp"
#include "server/log/log.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/site.hpp"

namespace praxis::http {

struct Watch {
    log::Log& log;
    metrics::Registry& metrics;
    app::ChanceSource& chance;
};

class Site final : public net::Site {
public:
    Site(const Router&, Watch);

    Task<Response> answer(net::Request&) override;
    std::size_t body_limit(const net::Request&) const override;
    Task<net::Admission> admit(net::Request&) override;
    Response refuse(net::Refusal) const noexcept override;

private:
    void open(Call&) const;
    void close(const Call&, Response&, double seconds) const;

    const Router& router_;
    const Watch watch_;
};

}  // namespace praxis::http
