#include "app/rehearsal/break_in.hpp"

#include <algorithm>

#include "app/rehearsal/answer.hpp"
#include "core/buyer/buyer.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;

// The last answer, while its plan is still at hand.
std::optional<std::size_t> last_answer(const Rehearsal& rehearsal) {
    const auto& events = rehearsal.conversation.events;
    if (rehearsal.over || !rehearsal.planned) return std::nullopt;
    for (std::size_t i = events.size(); i-- > 0;)
        if (const auto* said = std::get_if<BuyerSaid>(&events[i].body))
            return said->intention && events[i].turn == rehearsal.turn ? std::optional(i) : std::nullopt;
    return std::nullopt;
}

void cut(conversation::Event& event, BuyerSaid& said, int heard_moves) {
    const std::uint32_t end = heard_moves == 0 ? 0 : said.spans[static_cast<std::size_t>(heard_moves) - 1].end;
    event.text.resize(std::min<std::size_t>(event.text.size(), end));
    for (Span& span : said.spans) span = {std::min(span.begin, end), std::min(span.end, end)};
}

}  // namespace

std::optional<std::size_t> break_in_after(Rehearsal& rehearsal, int heard_moves) {
    const auto at = last_answer(rehearsal);
    if (!at) return std::nullopt;
    conversation::Event& event = rehearsal.conversation.events[*at];
    auto& said = std::get<BuyerSaid>(event.body);
    if (heard_moves < 0 || heard_moves >= said.heard_moves || said.spans.size() < said.heard_moves) return std::nullopt;
    cut(event, said, heard_moves);
    commit(rehearsal, event, heard_moves);
    return at;
}

std::optional<std::size_t> break_in(Rehearsal& rehearsal, std::size_t heard_bytes) {
    const auto at = last_answer(rehearsal);
    if (!at) return std::nullopt;
    const auto& said = std::get<BuyerSaid>(rehearsal.conversation.events[*at].body);
    const auto beyond = [&](const Span& span) { return span.end > heard_bytes; };
    const auto first = std::find_if(said.spans.begin(), said.spans.end(), beyond);
    return break_in_after(rehearsal, static_cast<int>(first - said.spans.begin()));
}

}  // namespace praxis::app
