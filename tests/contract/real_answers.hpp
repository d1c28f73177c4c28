// One real answer of every kind that the contract describes, with every field that can be there: asked for at the door
// of a small installation where that can answer, written by wire from values where only a database could. One
// thread.
#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <string_view>

#include "adapters/files/strategies/override_text.hpp"
#include "adapters/files/strategy_shelf.hpp"
#include "adapters/files/transcripts/transcript_text.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "adapters/storage/practice/strategies.hpp"
#include "server/http/calls/call_parts.hpp"
#include "server/http/characters/character_parts.hpp"
#include "server/http/operation/operation_routes.hpp"
#include "server/http/practice_parts.hpp"
#include "server/http/strategy_parts.hpp"
#include "tests/people/doors.hpp"
#include "wire/conversation/log_text.hpp"

namespace praxis::testing {

using Answers = std::map<std::string, boost::json::value>;  // by the message's name in the contract

class RealAnswers : public Doors {
protected:
    RealAnswers();

    Answers answers();
    // Failed tests where the answer is a refusal.
    void done(const Asking&);
    boost::json::value told(const Asking&);

private:
    void add_of_sessions(Answers&);
    void add_of_people(Answers&);
    void add_of_teams(Answers&);
    void add_of_tokens(Answers&);
    void add_of_rights(Answers&);
    void add_of_appeals(Answers&);
    void add_of_the_company(Answers&);
    void add_of_operation(Answers&);
    void add_of_work(Answers&);

    void add_of_practice(Answers&);
    void add_of_calls(Answers&);
    void add_of_characters(Answers&);
    void add_of_reading_others(Answers&, const std::string& attempt_path);
    void add_of_strategies(Answers&);
    void hold(const std::string& attempt);  // a short conversation, to its end

    http::Readiness readiness_;
    metrics::Registry counted_;
    log::Log quiet_{log::Level::error, [] { return std::int64_t{0}; }, [](const std::string&) {}};
    const std::unique_ptr<files::StrategyShelf> shelf_;
    storage::StoredAttempts attempts_;
    storage::StoredAttemptLog attempt_log_;
    storage::StoredStrategies strategies_;
    const files::OverrideText overrides_;
    app::StrategyDesk desk_;
    const files::TranscriptReader transcripts_;
    app::CallDesk call_desk_;
    app::CharacterDesk character_desk_;
    const wire::LogText log_text_;
    app::Practice practice_;
    live::Rooms rooms_;
};

// A field that is a text.
std::string text_in(const boost::json::value& object, std::string_view key);

}  // namespace praxis::testing
