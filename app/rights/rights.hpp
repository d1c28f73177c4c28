// What people decided about their data, and what was done by whom. Plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::app {

// Names no person: who did it and what it was done to are ids, and ids stay when the people behind them are erased.
struct AuditEntry {
    std::string tenant, id;
    std::int64_t at_ms = 0;
    std::string actor;    // a person's id; empty: the program itself, or nobody who is known
    std::string verb;     // "person.invited"
    std::string subject;  // an id
    std::string detail;   // words of ours: roles, scopes, kinds; never what somebody typed
};

enum class Purpose : std::uint8_t {
    practice,  // what is said in rehearsals is kept, for its speaker
    speech,    // the microphone is listened to, and forgotten
    calls,     // transcripts of real calls are reviewed
};
inline constexpr int kPurposeCount = 3;
std::string_view name(Purpose);
std::optional<Purpose> purpose_named(std::string_view);

struct Consent {
    std::string tenant, id, person;
    Purpose purpose = Purpose::practice;
    bool given = false;
    std::string text_hash;  // SHA-256 of the text that was shown
    std::int64_t at_ms = 0;
};

struct ConsentText {
    std::string text, hash;
};
using ConsentTexts = std::array<ConsentText, kPurposeCount>;

enum class AppealState : std::uint8_t { open, upheld, turned_down, withdrawn };
std::string_view name(AppealState);
std::optional<AppealState> appeal_state_named(std::string_view);

struct Appeal {
    std::string tenant, id;
    std::string attempt, call;  // of whose verdict it is: one of them, the other is empty
    std::string person;
    std::string behaviour;  // whose verdict is doubted
    std::string reason;
    AppealState state = AppealState::open;
    std::string answer, answered_by;
    std::int64_t made_ms = 0;
    std::optional<std::int64_t> answered_ms;
};

// Everything that is kept about a person, table by table, as it is kept but for secrets.
struct RecordTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};
using Records = std::vector<RecordTable>;

}  // namespace praxis::app
