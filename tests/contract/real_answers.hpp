// One real answer of every kind that the contract describes, with every field that can be there: asked for at the door
// of a small installation in memory where that can answer, written by wire from values where only a database could. One
// thread.
#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <string_view>

#include "server/http/operation/operation_routes.hpp"
#include "tests/people/doors.hpp"

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

    http::Readiness readiness_;
    metrics::Registry counted_;
};

// A field that is a text.
std::string text_in(const boost::json::value& object, std::string_view key);

}  // namespace praxis::testing
