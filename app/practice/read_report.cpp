#include "app/practice/read_report.hpp"

#include "app/practice/go_on.hpp"
#include "app/rehearsal/recorded/look_back.hpp"

namespace praxis::app {

coaching::Report read_report(Practice& practice, const people::Principal& who, const std::string& id,
                             coaching::Dose dose) {
    Attempt attempt = read_attempt(practice, who, id);
    if (attempt.state == AttemptState::open)
        throw Refusal(Refused::conflict, "The conversation goes on; its report comes when it is over.");
    Opened opened = open_to_read(practice, attempt);
    // How the rep sounded stays theirs, also of what they share.
    if (who.person != attempt.person) conversation::forget_delivery(opened.rehearsal.conversation);
    const std::string& language = opened.rehearsal.scenario().language;
    coaching::Report report =
        report_of(opened.rehearsal, dose, practice.shelf.phrases(language), look_back(opened.rehearsal));
    if (who.person == attempt.person && attempt.state == AttemptState::ended) {
        attempt.read_ms = practice.office.clock.now_ms();
        complete(practice, attempt, report.criteria);
    }
    return report;
}

}  // namespace praxis::app
