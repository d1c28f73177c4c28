#include "tests/contract/real_answers.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <iterator>

#include "adapters/files/characters/cast_file.hpp"
#include "app/practice/go_on.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "wire/rights.hpp"
#include "wire/work/work.hpp"

namespace praxis::testing {

namespace json = boost::json;

namespace {

std::string body_of(const json::object& object) {
    return json::serialize(object);
}

std::vector<http::Readiness::Check> one_check() {
    std::vector<http::Readiness::Check> checks;
    checks.push_back({"database", [] { return std::string(); }});
    return checks;
}

// Two tables of a person: a log of what was said, and a row of plain columns.
app::Records some_records() {
    app::RecordTable log{"attempt_log", {"attempt_id", "seq", "at_ms", "events"}, {}};
    log.rows.push_back({"attempt", "1", "1790000000000",
                        R"({"event":"rep_said","turn":1,"text":"Hello."})"
                        "\n"
                        R"({"event":"buyer_said","turn":1,"text":"Go on."})"});
    app::RecordTable person{
        "person",
        {"person_id", "email", "name", "roles", "state", "outside_id", "created_ms", "changed_ms", "version"},
        {}};
    person.rows.push_back({"person", "a@mail.example", "A", "rep", "active", "", "1", "2", "3"});
    return {log, person};
}

app::TimedFigures some_figures() {
    app::TimedFigures timed;
    timed.from_ms = 1;
    timed.until_ms = 2;
    timed.smallest_group = 5;
    timed.figures.told = true;
    timed.figures.people = 9;
    timed.figures.tallies.push_back({"asks-impact", 9, 12, 5, 12});
    timed.figures.withheld = 1;
    return timed;
}

// Whatever may have happened to one: no real one has been through all of it.
app::Webhook some_webhook() {
    app::Webhook webhook;
    webhook.id = "webhook";
    webhook.url = "https://crm.example/in";
    webhook.note = "Of the CRM";
    webhook.kinds = {"person.left"};
    webhook.active = false;
    webhook.switched_off = "failing";
    webhook.failing_since_ms = 1;
    webhook.old_secret_until_ms = 2;
    return webhook;
}

app::Delivery some_delivery() {
    app::Delivery delivery;
    delivery.id = delivery.message = "delivery";
    delivery.kind = "person.left";
    delivery.last_status = 503;
    delivery.last_error = "It answered 503.";
    delivery.done_ms = 1;
    return delivery;
}

app::Job some_job() {
    app::Job job;
    job.id = "job";
    job.kind = "mail.invitation";
    job.about = "person";
    job.last_error = "no answer";
    job.done_ms = 1;
    return job;
}

json::value page_of(json::object item, const json::value& next) {
    return json::object{{"items", json::array{std::move(item)}}, {"next", next}};
}

}  // namespace

std::string text_in(const json::value& object, std::string_view key) {
    return std::string(object.as_object().at(key).as_string());
}

RealAnswers::RealAnswers()
    : readiness_(one_check()),
      shelf_(files::StrategyShelf::open(PRAXIS_DATA "/strategies", PRAXIS_DATA).value()),
      attempts_(database()),
      attempt_log_(database()),
      strategies_(database()),
      desk_{office, *shelf_, strategies_, overrides_},
      call_desk_{office, *shelf_, transcripts_},
      character_desk_{office, *shelf_},
      practice_{office, attempts_, attempt_log_, *shelf_, log_text_, "node"},
      rooms_({practice_, workers, quiet_, counted_}) {
    office.settings.cast = files::load_cast(PRAXIS_DATA "/characters").value();
    shelf_->add_published(strategies_);
    http::add_strategy_routes(router, {desk_, workers});
    http::add_call_routes(router, {call_desk_, workers, workers});
    http::add_character_routes(router, {character_desk_, workers});
    http::add_practice_routes(router, {practice_, workers, keeper, rooms_});
    http::add_operation_routes(router, http::Operation{readiness_, counted_, workers, {}});
}

void RealAnswers::done(const Asking& asking) {
    const net::Response response = ask(asking);
    EXPECT_LT(response.status, 300) << asking.method << " " << asking.path << " " << response.body;
}

json::value RealAnswers::told(const Asking& asking) {
    const net::Response response = ask(asking);
    EXPECT_LT(response.status, 300) << asking.method << " " << asking.path << " " << response.body;
    return json::parse(response.body);
}

Answers RealAnswers::answers() {
    Answers all;
    add_of_sessions(all);
    add_of_people(all);
    add_of_teams(all);
    add_of_tokens(all);
    add_of_practice(all);
    add_of_calls(all);
    add_of_characters(all);
    add_of_strategies(all);
    add_of_rights(all);
    add_of_appeals(all);
    add_of_the_company(all);
    add_of_operation(all);
    add_of_work(all);
    return all;
}

void RealAnswers::add_of_sessions(Answers& all) {
    const Browser mine = browser_of(rep);
    const json::object log_in{{"email", rep.email}, {"password", kPassword}};
    all["SessionOpened"] = told({"POST", "/api/v1/session", body_of(log_in)});
    all["Session"] = told({"GET", "/api/v1/session", "", &mine});
    ways.push_back({"entra", "Hallam account", "https://id.example", true, {"acme"}, &nobody});
    all["WayInPage"] = told({"GET", "/api/v1/outside"});
    all["SessionClosed"] = told({"DELETE", "/api/v1/session", "", &mine});
}

void RealAnswers::add_of_people(Answers& all) {
    const Browser mine = browser_of(rep), admins = browser_of(admin);
    office.settings.sends_mail = false;  // so that the link is told
    const Asking inviting{"POST", "/api/v1/people", R"({"email":"new@mail.example","name":"New","roles":["rep"]})",
                          &admins};
    all["InvitedPerson"] = told(inviting);
    const std::string link = text_in(all["InvitedPerson"], "link");
    json::object seen;
    seen["link"] = link.substr(link.find('#') + 1);
    all["InvitationSeen"] = told({"POST", "/api/v1/invitations/look", body_of(seen)});
    all["Person"] = told({"GET", "/api/v1/people/" + rep.id, "", &mine});
    all["PersonPage"] = told({"GET", "/api/v1/people", "", &admins, {}, "limit=1"});
    all["DirectoryPage"] = told({"GET", "/api/v1/directory", "", &mine, {}, "limit=1"});
    all["PersonRecord"] = wire::to_json(some_records());
}

void RealAnswers::add_of_teams(Answers& all) {
    const Browser admins = browser_of(admin);
    all["Team"] = told({"POST", "/api/v1/teams", R"({"name":"North"})", &admins});
    const std::string path = "/api/v1/teams/" + text_in(all["Team"], "id");
    done({"PUT", path + "/members/" + rep.id, R"({"leads":true})", &admins});
    all["TeamSeen"] = told({"GET", path, "", &admins});
    all["TeamPage"] = told({"GET", "/api/v1/teams", "", &admins});
}

void RealAnswers::add_of_tokens(Answers& all) {
    const Browser mine = browser_of(rep);
    all["TokenMade"] = told({"POST", "/api/v1/tokens", R"({"name":"x","scopes":["people:read"]})", &mine});
    Asking using_it{"GET", "/api/v1/directory"};
    using_it.headers["authorization"] = "Bearer " + text_in(all["TokenMade"], "secret");
    done(using_it);
    all["TokenPage"] = told({"GET", "/api/v1/tokens", "", &mine});
}

void RealAnswers::hold(const std::string& attempt) {
    app::Opened opened = app::go_on(practice_, as(rep), attempt);
    const auto keep = [&](std::size_t first) {
        EXPECT_FALSE(append_and_wait(attempt_log_, app::keep(practice_, opened, first)));
    };
    for (const char* words : {"Morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
                              "What machines have you got, and how do they get loaded?",
                              "I can do thirty euro a tonne off today, if you sign now."}) {
        const std::size_t first = opened.rehearsal.conversation.events.size();
        app::take_turn(opened.rehearsal, words);
        keep(first);
    }
    const std::size_t first = opened.rehearsal.conversation.events.size();
    app::end_rehearsal(opened.rehearsal);
    keep(first);
    app::settle(practice_, opened);
}

void RealAnswers::add_of_practice(Answers& all) {
    const Browser mine = browser_of(rep);
    const json::object agreed{
        {"purpose", "practice"}, {"given", true}, {"text_hash", office.settings.consent_texts[0].hash}};
    const json::object wish{{"strategy", "hallam-steel"},
                            {"scenario", "laser-job-shops/owner/discovery/normal"},
                            {"support", "guided"},
                            {"seed", 7}};
    EXPECT_EQ(code(ask({"POST", "/api/v1/attempts", body_of(wish), &mine})), "forbidden") << "agreed to nothing yet";
    done({"POST", "/api/v1/consents", body_of(agreed), &mine});
    all["StrategyPage"] = told({"GET", "/api/v1/strategies", "", &mine});
    const std::string scenarios = "/api/v1/strategies/hallam-steel/scenarios";
    all["ScenarioPage"] = told({"GET", scenarios, "", &mine, {}, "segment=laser-job-shops&kind=discovery"});
    all["Attempt"] = told({"POST", "/api/v1/attempts", body_of(wish), &mine});
    const std::string path = "/api/v1/attempts/" + text_in(all["Attempt"], "id");
    hold(text_in(all["Attempt"], "id"));
    all["AttemptSeen"] = told({"GET", path, "", &mine});
    all["EventPage"] = told({"GET", path + "/events", "", &mine, {}, "since=1"});
    all["Report"] = told({"GET", path + "/report", "", &mine});
    add_of_reading_others(all, path);
    all["AttemptPage"] = told({"GET", "/api/v1/attempts", "", &mine, {}, "limit=1"});
}

void RealAnswers::add_of_calls(Answers& all) {
    const Browser mine = browser_of(rep);
    const json::object consent{
        {"purpose", "calls"}, {"given", true}, {"text_hash", office.settings.consent_texts[2].hash}};
    done({"POST", "/api/v1/consents", body_of(consent), &mine});
    std::ifstream file(PRAXIS_DATA "/transcripts/hallam-1.vtt");
    // With a time that runs backwards, so that there is a note.
    const std::string transcript =
        std::string{std::istreambuf_iterator<char>(file), {}} + "\n00:00:01.000 --> 00:00:02.000\n<v Somebody>Bye.\n";
    const json::object wish{{"transcript", transcript}, {"strategy", "hallam-steel"}, {"held_ms", clock.now}};
    all["CallLook"] = told({"POST", "/api/v1/transcripts/look", body_of(wish), &mine});
    all["Call"] = told({"POST", "/api/v1/transcripts", body_of(wish), &mine});
    const std::string path = "/api/v1/transcripts/" + text_in(all["Call"], "id");
    all["CallPage"] = told({"GET", "/api/v1/transcripts", "", &mine, {}, "limit=1"});
    all["CallSeen"] = told({"GET", path, "", &mine});
    all["BehaviourPage"] = told({"GET", "/api/v1/transcripts/behaviours", "", &mine});
}

void RealAnswers::add_of_characters(Answers& all) {
    const Browser enablement_browser = browser_of(enablement);
    std::ifstream file(PRAXIS_SOURCE "/contract/examples/characters/character_wish.json");
    const std::string wish{std::istreambuf_iterator<char>(file), {}};
    all["Character"] = told({"POST", "/api/v1/characters", wish, &enablement_browser});
    all["CharacterPage"] = told({"GET", "/api/v1/characters", "", &enablement_browser});
    done({"DELETE", "/api/v1/characters/" + text_in(all["Character"], "id"), "", &enablement_browser});
}

// What one verdict that is doubted, and the whole that is shared, let others read.
void RealAnswers::add_of_reading_others(Answers& all, const std::string& path) {
    const Browser mine = browser_of(rep), answering = browser_of(enablement), readers = browser_of(manager);
    const std::string doubt = R"({"behaviour":"no-pressure","reason":"It was an offer."})";
    const json::value made = told({"POST", path + "/appeals", doubt, &mine});
    const std::string verdict = "/api/v1/appeals/" + text_in(made, "id") + "/verdict";
    EXPECT_EQ(code(ask({"GET", path + "/report", "", &answering})), "not_found") << "it is not shared";
    all["DoubtedVerdict"] = told({"GET", verdict, "", &answering});
    for (const json::value& one : all["DoubtedVerdict"].at("said").as_array())
        EXPECT_GT(one.at("turn").as_int64(), 1) << "turn 1 is not beside what is quoted";
    for (const Browser* by : {&mine, &readers}) EXPECT_EQ(code(ask({"GET", verdict, "", by})), "forbidden");
    done({"DELETE", "/api/v1/appeals/" + text_in(made, "id"), "", &mine});
    EXPECT_EQ(code(ask({"GET", verdict, "", &answering})), "conflict") << "withdrawn: it is the rep's alone again";
    done({"PUT", path + "/shares/" + manager.id, "", &mine});
    all["SharedAttemptPage"] = told({"GET", "/api/v1/shared-with-me", "", &readers});
}

void RealAnswers::add_of_strategies(Answers& all) {
    const Browser enablement_browser = browser_of(enablement);
    std::ifstream file(PRAXIS_SOURCE "/tests/strategies/vantix.yaml");
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    all["StrategyShown"] = told({"POST", "/api/v1/strategies", body_of({{"source", source}}), &enablement_browser});
    const std::string path = "/api/v1/strategies/" + text_in(all["StrategyShown"], "id");
    all["StrategyOutline"] = told({"GET", path, "", &enablement_browser});
    all["StrategyEdition"] = told({"GET", path + "/source", "", &enablement_browser});
    all["StrategyEditionPage"] = told({"GET", path + "/versions", "", &enablement_browser});
    const std::string scenario = "id=enterprise-plant/plant-manager/discovery/normal";
    all["ScenarioPreview"] = told({"GET", path + "/scenarios/preview", "", &enablement_browser, {}, scenario});
    all["StrategyDiff"] = told({"GET", path + "/diff", "", &enablement_browser});
    // Changed, so that something is stale and something is said of it.
    std::string changed = source;
    const std::string_view promise = "vibration sensors and a repair crew for presses";
    changed.replace(changed.find(promise), promise.size(), "vibration sensors");
    all["StrategyExamined"] =
        told({"POST", "/api/v1/strategies/check", body_of({{"source", changed}}), &enablement_browser});
    done({"DELETE", path, "", &enablement_browser});
}

void RealAnswers::add_of_rights(Answers& all) {
    const Browser mine = browser_of(rep);
    const json::object consent{
        {"purpose", "practice"}, {"given", true}, {"text_hash", office.settings.consent_texts[0].hash}};
    done({"POST", "/api/v1/consents", body_of(consent), &mine});
    all["ConsentPage"] = told({"GET", "/api/v1/consents", "", &mine});
    const std::string path = "/api/v1/attempts/" + add_attempt(rep) + "/shares";
    done({"PUT", path + "/" + manager.id, "", &mine});
    all["ReaderPage"] = told({"GET", path, "", &mine});
}

void RealAnswers::add_of_appeals(Answers& all) {
    const Browser mine = browser_of(rep), answering = browser_of(enablement);
    const std::string path = "/api/v1/attempts/" + add_attempt(rep) + "/appeals";
    const json::value made = told({"POST", path, R"({"behaviour":"asks-impact","reason":"I did."})", &mine});
    all["Appeal"] = told({"POST", "/api/v1/appeals/" + text_in(made, "id") + "/answer",
                          R"({"upheld":true,"answer":"You did."})", &answering});
    all["AppealPage"] = told({"GET", "/api/v1/appeals", "", &mine});
}

void RealAnswers::add_of_the_company(Answers& all) {
    const Browser admins = browser_of(admin);
    all["Settings"] = told({"GET", "/api/v1/settings", "", &admins});
    all["AuditPage"] = told({"GET", "/api/v1/audit", "", &admins, {}, "limit=1"});
    all["Figures"] = wire::to_json(some_figures());
}

void RealAnswers::add_of_work(Answers& all) {
    const Browser admins = browser_of(admin);
    const json::value made =
        told({"POST", "/api/v1/webhooks", R"({"url":"https://crm.example/in","kinds":["person.left"]})", &admins});
    const std::string path = "/api/v1/webhooks/" + text_in(made, "id");
    done({"GET", "/api/v1/webhooks", "", &admins});
    const json::value pinged = told({"POST", path + "/ping", "", &admins});
    done({"GET", path + "/deliveries", "", &admins});
    done({"GET", "/api/v1/jobs", "", &admins, {}, "state=waiting"});
    EXPECT_EQ(text_in(pinged, "kind"), "ping");
    EXPECT_TRUE(text_in(told({"POST", path + "/secret", "", &admins}), "secret").starts_with("whsec_"));
    done({"DELETE", path, "", &admins});
    json::object with_secret = wire::to_json(some_webhook());
    with_secret["secret"] = text_in(made, "secret");
    all["WebhookMade"] = with_secret;
    all["Webhook"] = wire::to_json(some_webhook());
    all["WebhookPage"] = page_of(wire::to_json(some_webhook()), nullptr);
    all["Delivery"] = wire::to_json(some_delivery());
    all["DeliveryPage"] = page_of(wire::to_json(some_delivery()), "id");
    all["Job"] = wire::to_json(some_job());
    all["JobPage"] = page_of(wire::to_json(some_job()), nullptr);
}

void RealAnswers::add_of_operation(Answers& all) {
    all["Readiness"] = told({"GET", "/readyz"});
    all["Problem"] = json::parse(ask({"POST", "/api/v1/session", R"({"remember":true})"}).body);
}

}  // namespace praxis::testing
