#include "core/conversation/event.hpp"

#include <array>

namespace praxis::conversation {
namespace {

constexpr std::array<std::string_view, 7> kReasons = {"goodbye", "accepted", "walked_out", "time_up",
                                                      "parted",  "rep_left", "unfinished"};
constexpr std::array<std::string_view, 5> kSources = {"person", "grammar", "language_model", "speech", "transcript"};

template <class E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == wanted) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace

void forget_delivery(Conversation& conversation) {
    for (Event& event : conversation.events) {
        event.timing.reset();
        if (auto* said = std::get_if<RepSaid>(&event.body)) said->delivery.reset();
    }
}

std::string_view name(EndReason reason) {
    return kReasons[static_cast<std::size_t>(reason)];
}
std::optional<EndReason> end_reason_named(std::string_view wanted) {
    return find<EndReason>(kReasons, wanted);
}
std::string_view name(TextSource source) {
    return kSources[static_cast<std::size_t>(source)];
}
std::optional<TextSource> text_source_named(std::string_view wanted) {
    return find<TextSource>(kSources, wanted);
}

}  // namespace praxis::conversation
