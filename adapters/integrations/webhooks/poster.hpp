// Sends webhooks: signed, https, to the internet at large unless it is told that private networks are meant too; no
// redirects, ten seconds, and nothing of the answer but its status. Any thread; blocks.
#pragma once

#include <chrono>

#include "app/ports/work/webhooks.hpp"

namespace praxis::integrations {

struct PosterSettings {
    bool private_too = false;  // plain http and private addresses: for receivers in the same house
    std::string ca_file;       // PEM; empty: whom the system knows
    std::chrono::milliseconds time{10'000};
};

class Poster final : public app::WebhookPoster {
public:
    explicit Poster(PosterSettings settings) : settings_(std::move(settings)) {}
    std::string fault_of(const std::string& url) const override;
    app::WebhookPosted post(const app::WebhookPost&) override;

private:
    const PosterSettings settings_;
};

}  // namespace praxis::integrations
