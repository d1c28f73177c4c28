// Letters left to be written soon after a transaction, kept together with it. Used inside a transaction of the
// Registry. An errand holds no secret: the link that a letter carries is made by whoever writes it
// (app/people/letters.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::app {

enum class Occasion : std::uint8_t { invitation, password_reset, password_changed };
std::string_view name(Occasion);
std::optional<Occasion> occasion_named(std::string_view);

struct LetterErrand {
    std::string tenant, id;  // tenant: empty while it is not known whether there is such an account
    Occasion occasion = Occasion::invitation;
    std::string person;          // or …
    std::string email, company;  // what somebody typed
    std::int64_t now_ms = 0;
};

class Errands {
public:
    virtual ~Errands() = default;
    virtual void leave(const LetterErrand&) = 0;
};

}  // namespace praxis::app
