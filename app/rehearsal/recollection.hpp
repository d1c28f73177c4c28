// What is remembered of the customer's last turns for understanding the rep's next one, so that each is listened to
// once and not with every turn after it. A plain value, part of a rehearsal; it goes by the words, so that an answer
// that was broken off, or said differently on a branch, is listened to anew. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/conversation/event.hpp"
#include "core/language/reader.hpp"

namespace praxis::app {

// Of the customer before this turn, at most three, newest last. Borrows from the conversation.
std::vector<std::string_view> last_answers(const conversation::Conversation&, std::uint32_t before);

class Recollection {
public:
    // Keeps these turns and no others.
    void keep(const std::vector<std::string_view>& texts, const language::Reader&);
    const language::HeardTurn* find(std::string_view text) const;  // null: not listened to yet

private:
    struct Turn {
        std::string text;
        language::HeardTurn heard;
    };
    std::vector<Turn> turns_;
};

}  // namespace praxis::app
