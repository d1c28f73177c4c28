// Where ids and secrets come from. Ids are UUIDv7 in lower-case text (ordered by time); secrets have at least 256 bits
// from the operating system, as URL-safe text.
#pragma once

#include <string>

namespace praxis::app {

class ChanceSource {
public:
    virtual ~ChanceSource() = default;
    virtual std::string next_id() = 0;
    virtual std::string next_secret() = 0;
};

}  // namespace praxis::app
