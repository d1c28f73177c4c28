#include "wire/rights.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "wire/json/json_text.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {

namespace json = boost::json;

namespace {

json::value column_value(const std::string& text) {
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return json::value(text);
    json::error_code error;
    json::value value = json::parse(text, error);
    if (!error) return value;
    json::array lines;  // JSON lines
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        json::value line = json::parse(rest.substr(0, end), error);
        if (error) return json::value(text);
        lines.push_back(std::move(line));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return lines;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

// What was said reads like a talk; everything else as it is.
std::string cell(const std::string& column, const std::string& text) {
    const json::value value = column_value(text);
    if (column != "events" || !value.is_array()) return "<pre>" + escaped(text) + "</pre>";
    std::string out;
    for (const json::value& line : value.get_array()) {
        const json::object* said = line.if_object();
        const json::value* event = said ? said->if_contains("event") : nullptr;
        const json::value* words = said ? said->if_contains("text") : nullptr;
        if (!event || !words || !words->is_string()) continue;
        const bool own = event->is_string() && event->get_string() == "rep_said";
        out += std::string("<p><b>") + (own ? "You" : "Customer") + ":</b> " +
               escaped(std::string_view(words->get_string())) + "</p>";
    }
    return out;
}

}  // namespace

json::object to_json(const app::ConsentState& state) {
    json::object object{{"purpose", app::name(state.purpose)},
                        {"text", state.now.text},
                        {"text_hash", state.now.hash},
                        {"given", state.given}};
    if (state.at_ms != 0) object["at_ms"] = state.at_ms;
    return object;
}

json::object to_json(const app::Appeal& appeal) {
    const auto id_or_null = [](const std::string& id) { return id.empty() ? json::value() : json::value(id); };
    json::object object{{"id", appeal.id},
                        {"attempt", id_or_null(appeal.attempt)},
                        {"call", id_or_null(appeal.call)},
                        {"behaviour", appeal.behaviour},
                        {"reason", appeal.reason},
                        {"state", app::name(appeal.state)},
                        {"made_ms", appeal.made_ms}};
    if (!appeal.answer.empty()) object["answer"] = appeal.answer;
    if (appeal.answered_ms) object["answered_ms"] = *appeal.answered_ms;
    return object;
}

json::object to_json(const app::CompanySettings& settings) {
    json::object retention;
    for (int i = 0; i < people::kDataKindCount; ++i) {
        const auto kind = static_cast<people::DataKind>(i);
        retention[people::keeping(kind).name] = people::days_of(settings.retention, kind);
    }
    return {{"name", settings.tenant.name},           {"slug", settings.tenant.slug},
            {"demo", settings.tenant.demo},           {"smallest_group", settings.tenant.smallest_group},
            {"retention_days", std::move(retention)}, {"browser_recognition", settings.tenant.browser_recognition},
            {"version", settings.tenant.version}};
}

json::object to_json(const app::AuditEntry& entry) {
    return {{"id", entry.id},     {"at_ms", entry.at_ms},     {"actor", entry.actor},
            {"verb", entry.verb}, {"subject", entry.subject}, {"detail", entry.detail}};
}

json::object to_json(const app::TimedFigures& timed) {
    json::object object{{"from_ms", timed.from_ms},
                        {"until_ms", timed.until_ms},
                        {"smallest_group", timed.smallest_group},
                        {"told", timed.figures.told}};
    if (!timed.figures.told) return object;
    json::array tallies;
    for (const people::Tally& tally : timed.figures.tallies)
        tallies.push_back(json::object{{"of", tally.of},
                                       {"people", tally.people},
                                       {"attempts", tally.attempts},
                                       {"passed", tally.passed},
                                       {"judged", tally.judged}});
    object["people"] = timed.figures.people;
    object["tallies"] = std::move(tallies);
    object["withheld"] = timed.figures.withheld;
    return object;
}

app::ConsentWish consent_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::ConsentWish wish;
    const auto purpose = fields.named("purpose", app::purpose_named);
    wish.given = fields.flag("given");
    wish.text_hash = fields.text("text_hash");
    fields.refuse_the_rest();
    wish.purpose = purpose.value_or(app::Purpose::practice);
    return wish;
}

app::AppealWish appeal_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::AppealWish wish;
    wish.behaviour = fields.text("behaviour");
    wish.reason = fields.text("reason");
    fields.refuse_the_rest();
    return wish;
}

app::AppealAnswer appeal_answer_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::AppealAnswer answer;
    answer.upheld = fields.flag("upheld");
    answer.answer = fields.text("answer");
    fields.refuse_the_rest();
    return answer;
}

app::SettingsChange settings_change_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::SettingsChange change;
    change.name = fields.maybe_text("name");
    if (const auto group = fields.maybe_whole("smallest_group", 1, 1000))
        change.smallest_group = static_cast<int>(*group);
    change.browser_recognition = fields.maybe_flag("browser_recognition");
    if (const json::object* retention = fields.maybe_object("retention_days")) {
        RequestReader days(*retention, problems, "/retention_days");
        for (int i = 0; i < people::kDataKindCount; ++i) {
            const auto kind = static_cast<people::DataKind>(i);
            if (const auto number = days.maybe_whole(people::keeping(kind).name, 1, 36'500))
                change.retention.emplace_back(kind, static_cast<int>(*number));
        }
        days.refuse_the_rest();
    }
    fields.refuse_the_rest();
    return change;
}

json::object to_json(const app::Records& records) {
    json::object tables;
    for (const app::RecordTable& table : records) {
        json::array rows;
        for (const auto& row : table.rows) {
            json::object object;
            for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = column_value(row[i]);
            rows.push_back(std::move(object));
        }
        tables[table.name] = std::move(rows);
    }
    return {{"tables", std::move(tables)}};
}

std::string to_page(const app::Records& records, const std::string& name) {
    std::string page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Everything kept about " +
                       escaped(name) +
                       "</title><style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 "
                       "1em}pre{white-space:pre-wrap;"
                       "font:inherit;margin:0}table{border-collapse:collapse;width:100%;margin-bottom:1em}th{text-"
                       "align:left;width:12em;"
                       "vertical-align:top}th,td{border:1px solid #ccc;padding:.3em "
                       ".6em}</style></head><body><h1>Everything kept about " +
                       escaped(name) + "</h1><p>Times are milliseconds since 1 January 1970, UTC.</p>";
    for (const app::RecordTable& table : records) {
        page += "<h2>" + escaped(table.name) + " (" + std::to_string(table.rows.size()) + ")</h2>";
        for (const auto& row : table.rows) {
            page += "<table>";
            for (std::size_t i = 0; i < row.size(); ++i)
                if (!row[i].empty())
                    page += "<tr><th>" + escaped(table.columns[i]) + "</th><td>" + cell(table.columns[i], row[i]) +
                            "</td></tr>";
            page += "</table>";
        }
    }
    return page + "</body></html>";
}

}  // namespace praxis::wire
