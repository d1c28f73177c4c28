// Reviewing a real call: a transcript goes through the same understanding, indicators and report as a rehearsal. Who
// the rep is, which segment, role and kind of conversation it looks like are guesses unless told, each said with its
// reason. Pure of files and clock; any thread.
#pragma once

#include <optional>
#include <string>

#include "app/guess_segment.hpp"
#include "app/transcript.hpp"
#include "core/base/result.hpp"
#include "core/coaching/report.hpp"
#include "core/conversation/event.hpp"
#include "core/language/reader.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::app {

struct ReviewWishes {  // empty: guess
    std::string rep, segment, role, kind;
    coaching::Dose dose = coaching::Dose::one;
    bool look_ahead = false;  // also marks and a curve, as far as the customer can be followed; takes longer
};

struct RepGuess {
    std::string name, reason;
};

struct CallReview {
    RepGuess rep;
    std::string customers;                           // the other side's names, comma separated
    std::optional<SegmentGuess> guess;               // empty: the segment was told
    std::string segment_note, role_note, kind_note;  // how each was come by, in a sentence
    strategy::Scenario scenario;
    conversation::Conversation conversation;
    coaching::Report report;
};

Result<CallReview, Problems> review_call(const Transcript&, const strategy::Strategy&, const language::Reader&,
                                         const coaching::Phrases&, const ReviewWishes&);

// Whose words are the rep's: told, one of the company's people, or the side that asks the most discovery questions.
Result<RepGuess, Problems> find_rep(const Transcript&, const strategy::Strategy&, const language::Reader&,
                                    const std::string& told);

// Of the company (the strategy's `company.people`), and not the rep.
bool is_colleague(const std::string& name, const std::string& rep, const strategy::Strategy&);

// The call as a conversation: the rep is participant 0, customers follow in the order they speak. What colleagues of
// the rep say (the strategy's `company.people`) is left out: it is neither the customer's nor to the rep's credit.
conversation::Conversation follow_call(const Transcript&, const std::string& rep, const strategy::Strategy&,
                                       const language::Reader&, const language::Lexicon&);

}  // namespace praxis::app
