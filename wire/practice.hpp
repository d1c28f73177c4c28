// Practising as the contract's JSON: strategies and scenarios to choose from, attempts, and what a rep sees and hears
// of a conversation while it runs. What stands behind a gate, what the customer plans and which rule made them do so is
// never in it. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <optional>

#include "app/practice/start_attempt.hpp"
#include "core/strategy/compile.hpp"
#include "wire/json/writer.hpp"

namespace praxis::wire {

boost::json::object to_json(const strategy::Strategy&);  // what a list shows, not its source
boost::json::object to_json(const strategy::Strategy&, const strategy::ScenarioKey&);
// Of a blind attempt that is open without what would give the customer away. With the names of segment and role where
// its strategy is given.
void write(ObjectWriter&, const app::Attempt&, const strategy::Strategy* = nullptr);
app::AttemptWish attempt_wish_from(const boost::json::object&, Problems&);
app::BranchWish branch_wish_from(const boost::json::object&, Problems&);  // without the attempt

// {"seq", "at_ms", "events": [{"event": "rep_said" | "buyer_said" | "cue" | "ended", …}]}
void write_seen(ObjectWriter&, const app::Told&);

// What comes from a browser while a conversation runs.
struct RepWord {
    enum class Kind { say, support, finish, voice, repeat, break_in, listen, hush } kind = Kind::say;
    std::string text;         // of say
    std::uint32_t turn = 0;   // of say: its number, so that it is taken once however often it is sent; of break_in
    app::Support support{};   // of support
    bool on = false;          // of voice and listen
    int patience_ms = 0;      // of listen: how much longer than usual a pause may be
    int age = 0;              // of voice: how old the face looks; 0: not said
    std::uint32_t heard = 0;  // of break_in: bytes of the answer
};
// Nothing, and a complaint, when it is none.
std::optional<RepWord> rep_word_from(std::string_view frame, Problems&);

}  // namespace praxis::wire
