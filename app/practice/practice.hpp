// What the use cases of practising work with, and an attempt as it is held while somebody rehearses. Owner of Practice:
// program; any thread. An Opened belongs to one conversation: one thread at a time.
#pragma once

#include "app/access/office.hpp"
#include "app/ports/attempts.hpp"
#include "app/ports/conversation_text.hpp"
#include "app/ports/shelf.hpp"
#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

struct Practice {
    Office& office;
    Attempts& attempts;
    AttemptLog& log;
    Shelf& shelf;
    const ConversationText& text;
    std::string node;  // of this program among those on the same database
};

struct Opened {
    Attempt attempt;
    Rehearsal rehearsal;
    std::int64_t seq = 0;  // of the last entry of the log
};

// An attempt of who asks, or one that was shared with them. Throws Refusal.
Attempt read_attempt(Practice&, const people::Principal&, const std::string& attempt);
// One that who asks may go on with: their own.
Attempt read_own_attempt(Practice&, const people::Principal&, const std::string& attempt);
std::vector<Attempt> list_own_attempts(Practice&, const people::Principal&, const std::string& after, std::size_t most);

// The scenario it is held in; throws Refusal (conflict) when the strategy it was started with is no longer here.
std::shared_ptr<const Play> play_of(Practice&, const Attempt&);

// In what an attempt is held, and with whom; nothing when its strategy is no longer here.
struct Meeting {
    std::shared_ptr<const Play> play;
    buyer::Casting casting;
    const strategy::Counterpart& person() const { return play->scenario->people[casting.person]; }
};
std::optional<Meeting> meeting_of(Practice&, const Attempt&);

// The whole log, as it was written and as a conversation.
struct ReadLog {
    std::vector<LogEntry> entries;
    conversation::Conversation conversation;
};
ReadLog read_log(Practice&, const Attempt&, const Play&);  // throws Refusal (conflict) when there is no entry

// What the entries after `seq` hold; an entry without events is passed over. Throws Refusal.
struct Told {
    std::int64_t seq = 0, at_ms = 0;
    std::vector<conversation::Event> events;
};
std::vector<Told> tell_since(Practice&, const Attempt&, const Play&, std::int64_t seq);

}  // namespace praxis::app
