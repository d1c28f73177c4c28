#include "core/behaviour/evidence.hpp"

namespace praxis::behaviour {

Evidence evidence_of(const conversation::Event& event, Span span) {
    const auto size = static_cast<std::uint32_t>(event.text.size());
    if (span.begin >= span.end || span.end > size) span = {0, size};
    return {event.turn, span, std::string(quote(event.text, span)), event.who};
}

}  // namespace praxis::behaviour
