// Ids and secrets from the operating system's random numbers. Ids are UUIDv7 (RFC 9562): of two made by one program the
// later is greater, also within a millisecond and when the clock is set back. Any thread.
#pragma once

#include <cstdint>
#include <mutex>

#include "app/ports/chance_source.hpp"
#include "app/ports/clock.hpp"

namespace praxis::secrecy {

class SystemChance final : public app::ChanceSource {
public:
    explicit SystemChance(app::Clock& clock) : clock_(clock) {}
    std::string next_id() override;
    std::string next_secret() override;  // 43 characters of base64url: 256 bits

private:
    app::Clock& clock_;
    std::mutex mutex_;
    std::uint64_t last_ = 0;  // ms << 12 | counter
};

}  // namespace praxis::secrecy
