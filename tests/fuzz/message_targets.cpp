#include <boost/json/object.hpp>

#include "adapters/integrations/identity/id_token.hpp"
#include "server/auth/cookies.hpp"
#include "server/http/filters/rate_limit.hpp"
#include "server/http/json_body.hpp"
#include "server/http/operation/trace.hpp"
#include "server/http/page/static_files.hpp"
#include "server/net/target.hpp"
#include "tests/fuzz/targets.hpp"
#include "wire/calls.hpp"
#include "wire/people.hpp"
#include "wire/practice.hpp"
#include "wire/rights.hpp"
#include "wire/strategy/preview.hpp"
#include "wire/strategy/strategies.hpp"
#include "wire/work/work.hpp"

namespace praxis::fuzz {
namespace {

namespace json = boost::json;

template <class... Read>
void read_all(const json::object& object, Read... read) {
    const auto one = [&](auto reader) {
        Problems problems;
        reader(object, problems);
    };
    (one(read), ...);
}

// A body as the door takes it apart, and then as every route would.
void read_body(std::string_view text) {
    net::Request request;
    request.headers["content-type"] = "application/json";
    request.body = text;
    json::object object;
    try {
        object = http::object_in(request);
    } catch (const http::ApiError&) {
        return;
    }
    read_all(object, wire::log_in_from, wire::founding_from, wire::acceptance_from, wire::invitation_from,
             wire::person_change_from, wire::reset_request_from, wire::password_change_from, wire::token_wish_from,
             wire::link_and_password_from, wire::attempt_wish_from, wire::branch_wish_from, wire::consent_wish_from,
             wire::appeal_wish_from, wire::appeal_answer_from, wire::settings_change_from, wire::source_from,
             wire::publish_wish_from, wire::draft_wish_from, wire::override_wish_from, wire::call_wish_from,
             wire::webhook_wish_from, wire::webhook_change_from);
}

const std::vector<std::string> kJson = {
    "{\"a\":", "[",     "{", "\"",         "\\u0000",     "\\ud800",   "null",
    "true",    "1e400", "-", "\"email\":", "\"roles\":[", "\"seed\":", "\"strategy\":",
    "}",       "]",     ",", ":",          "//",          "\"text\":"};

Target bodies() {
    Target target{"bodies", files_below(PRAXIS_SOURCE "/contract/examples", {".json"}), kJson, read_body};
    target.times = 300;
    return target;
}

Target live_messages() {
    return {
        "live_messages",
        {R"({"type":"say","turn":1,"text":"Good morning, Lukas Brandt from Hallam Steel."})",
         R"({"type":"support","support":"silent"})", R"({"type":"finish"})", R"({"type":"voice","on":true,"age":52})",
         R"({"type":"repeat"})", R"({"type":"break_in","turn":3,"heard":42})",
         R"({"type":"listen","on":true,"patience_ms":400})", R"({"type":"hush"})"},
        kJson,
        [](std::string_view frame) {
            Problems problems;
            wire::rep_word_from(frame, problems);
        },
        1500};
}

const http::StaticFiles& page() {
    static const auto kPage = http::StaticFiles::of_texts(
        {{"index.html", "<p>page</p>"}, {"assets/app-B1xq9c3d.js", "a"}, {"picture.svg", "<svg/>"}});
    return kPage;
}

// What a route reads of a request's first lines, besides its path.
void read_lines(const net::Request& request) {
    for (const char* name : {"since", "limit", "after"}) request.parameter(name);
    auth::session_secret_in(request);
    auth::browser_secret_in(request);
    for (const auto read : {+[](const net::Request& one) { http::page_wanted(one); },
                            +[](const net::Request& one) { http::version_wanted(one); }}) {
        try {
            read(request);
        } catch (const http::ApiError&) {
        }
    }
    page().answer(request);
}

// What stands in the first lines of a request, each read by its own function.
Target headers() {
    return {
        "headers",
        {"/api/v1/attempts/0190a1b2-c3d4-7000-8000-000000000010?since=12&limit=20&after=%C3%A4",
         "/a/../b//c/%2e%2e/%00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "\"12\", W/\"13\", *",
         "2001:db8::1", "127.0.0.1", "praxis_session=abc.def; __Host-praxis=0190; other=\"x\"",
         "gzip;q=0.5, br;q=0, *"},
        {"%", "%2", "%ff", "..", "/", "//", "?", "&", "=", ";", ",", "\"", "W/", "::", "-", "00-", "\\", "q=", "gzip"},
        [](std::string_view text) {
            net::Request request;
            request.path = "/";
            request.query = text;
            if (const auto target = net::read_target(text)) {
                request.path = target->path;
                request.query = target->query;
                if (!net::is_utf8(target->path)) throw std::logic_error("a path that is no UTF-8");
            }
            for (const char* name : {"cookie", "traceparent", "if-match", "if-none-match", "accept-encoding"})
                request.headers[name] = std::string(text);
            read_lines(request);
            http::read_traceparent(text);
            http::network_of(text);
            net::decoded_word(text);
        },
        1500};
}

constexpr const char* kKeys =
    R"({"keys":[{"kid":"a","kty":"OKP","crv":"Ed25519","use":"sig","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},)"
    R"({"kid":"b","kty":"EC","crv":"P-256","use":"sig","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})";

Target tokens() {
    static const auto kKnown = integrations::keys_in(kKeys);
    return {"id_tokens",
            {"eyJhbGciOiJFZERTQSIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2EiLCJhdWQiOiJiIiwiZXhwIjoxfQ.AAAA",
             "eyJhbGciOiJub25lIn0.e30.",
             "eyJhbGciOiJFUzI1NiIsImtpZCI6ImIifQ.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
            {".", "..", "eyJhbGciOiJub25lIn0", "=", "-", "_", "e30", "eyJhbGciOiJIUzI1NiJ9"},
            [](std::string_view text) {
                try {
                    integrations::believed(text, kKnown, {"https://a", "b", "c", 1'700'000'000});
                    throw std::logic_error("a token of nobody's is believed");
                } catch (const integrations::TokenTrouble&) {
                }
            },
            800};
}

Target key_sets() {
    return {"key_sets",
            {kKeys},
            {"\"kty\":\"RSA\"", "\"n\":\"", "\"e\":\"AQAB\"", "\"crv\":\"P-384\"", "\"x\":\"\"", "null", "[", "{"},
            [](std::string_view text) {
                try {
                    integrations::keys_in(text);
                } catch (const std::runtime_error&) {
                }
            },
            800};
}

}  // namespace

std::vector<Target> message_targets() {
    return {bodies(), live_messages(), headers(), tokens(), key_sets()};
}

}  // namespace praxis::fuzz
