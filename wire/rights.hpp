// Consents, appeals, settings, figures, the audit log and a person's whole dossier as the contract's JSON, and the
// dossier as a page that a person can read. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/rights/appeal.hpp"
#include "app/rights/consent.hpp"
#include "app/rights/figures.hpp"
#include "app/rights/settings.hpp"

namespace praxis::wire {

boost::json::object to_json(const app::ConsentState&);
boost::json::object to_json(const app::Appeal&);
boost::json::object to_json(const app::CompanySettings&);
boost::json::object to_json(const app::AuditEntry&);
boost::json::object to_json(const app::TimedFigures&);

app::ConsentWish consent_wish_from(const boost::json::object&, Problems&);
app::AppealWish appeal_wish_from(const boost::json::object&, Problems&);  // without what of
app::AppealAnswer appeal_answer_from(const boost::json::object&, Problems&);
app::SettingsChange settings_change_from(const boost::json::object&, Problems&);

// {"tables": {"attempt": [{…}, …], …}}; what is JSON in a column is JSON here.
boost::json::object to_json(const app::Records&);
// One HTML page without scripts; everything of the records, escaped.
std::string to_page(const app::Records&, const std::string& name);

}  // namespace praxis::wire
