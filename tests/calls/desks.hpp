// Doors with the examples' strategies behind them: the routes of strategies, scenarios, real calls and characters, as
// a browser or a program meets them. One thread.
#pragma once

#include <boost/json/value.hpp>

#include "adapters/files/strategies/override_text.hpp"
#include "adapters/files/strategy_shelf.hpp"
#include "adapters/files/transcripts/transcript_text.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "adapters/storage/practice/strategies.hpp"
#include "server/http/calls/call_parts.hpp"
#include "server/http/characters/character_parts.hpp"
#include "server/http/practice_parts.hpp"
#include "server/http/strategy_parts.hpp"
#include "tests/people/doors.hpp"
#include "wire/conversation/log_text.hpp"

namespace praxis::testing {

std::string text_of_file(const std::string& path);  // below the tree

class Desks : public Doors {
protected:
    Desks();

    net::Response ask_as(const app::Person&, const std::string& method, const std::string& path,
                         const boost::json::value& body = nullptr, const std::string& query = {},
                         const std::map<std::string, std::string>& headers = {});
    // Failed tests where the answer is a refusal.
    boost::json::value told_to(const app::Person&, const std::string& method, const std::string& path,
                               const boost::json::value& body = nullptr, const std::string& query = {});
    void consent(const app::Person&, bool given = true, const char* purpose = "calls");
    boost::json::object call_wish(const std::string& transcript) const;
    std::string import(const app::Person&, const std::string& file = "data/transcripts/hallam-1.vtt");  // its id

    files::StrategyShelf* const shelf;  // read once for all tests
    storage::StoredStrategies strategies{database()};
    const files::OverrideText overrides;
    app::StrategyDesk strategy_desk{office, *shelf, strategies, overrides};
    const files::TranscriptReader transcripts;
    app::CallDesk call_desk{office, *shelf, transcripts};
    app::CharacterDesk character_desk{office, *shelf};

    // Of rehearsing only what is asked about appeals.
    storage::StoredAttempts attempts{database()};
    storage::StoredAttemptLog attempt_log{database()};
    const wire::LogText log_text;
    app::Practice practice{office, attempts, attempt_log, *shelf, log_text, "node"};
    metrics::Registry counted;
    log::Log quiet{log::Level::error, [] { return std::int64_t{0}; }, [](const std::string&) {}};
    live::Rooms rooms{{practice, workers, quiet, counted}};

private:
    std::map<std::string, Browser> browsers_;
};

}  // namespace praxis::testing
