#include "app/rehearsal/recollection.hpp"

#include <algorithm>
#include <utility>

namespace praxis::app {
namespace {

constexpr std::size_t kRemembered_turns = 3;

}  // namespace

std::vector<std::string_view> last_answers(const conversation::Conversation& conversation, std::uint32_t before) {
    std::vector<std::string_view> heard;
    for (auto event = conversation.events.rbegin(); event != conversation.events.rend(); ++event) {
        if (event->turn >= before || !std::holds_alternative<conversation::BuyerSaid>(event->body)) continue;
        heard.insert(heard.begin(), event->text);
        if (heard.size() == kRemembered_turns) break;
    }
    return heard;
}

void Recollection::keep(const std::vector<std::string_view>& texts, const language::Reader& reader) {
    std::vector<Turn> kept;
    kept.reserve(texts.size());
    for (const std::string_view text : texts) {
        const auto known =
            std::find_if(turns_.begin(), turns_.end(), [&](const Turn& turn) { return turn.text == text; });
        if (known == turns_.end())
            kept.push_back({std::string(text), reader.listen(text)});
        else
            kept.push_back(std::move(*known));
    }
    turns_ = std::move(kept);
}

const language::HeardTurn* Recollection::find(std::string_view text) const {
    for (const Turn& turn : turns_)
        if (turn.text == text) return &turn.heard;
    return nullptr;
}

}  // namespace praxis::app
