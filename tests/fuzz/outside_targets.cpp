#include <string>

#include "adapters/files/language/cue_file.hpp"
#include "adapters/files/language/report_phrases.hpp"
#include "adapters/files/language/turns_file.hpp"
#include "adapters/files/strategies/override_text.hpp"
#include "adapters/integrations/base64.hpp"
#include "adapters/integrations/public_address.hpp"
#include "adapters/integrations/retry_after.hpp"
#include "adapters/integrations/speech/wave.hpp"
#include "adapters/integrations/webhooks/poster.hpp"
#include "adapters/speech/hearing/turn_words.hpp"
#include "adapters/speech/voice/reading/pronunciation.hpp"
#include "adapters/speech/voice/voice_file.hpp"
#include "adapters/storage/address.hpp"
#include "adapters/storage/copy/copy.hpp"
#include "app/access/sign_in_outside.hpp"
#include "app/people/contact.hpp"
#include "core/people/password.hpp"
#include "program/serve/providers.hpp"
#include "server/log/log.hpp"
#include "server/net/target.hpp"
#include "tests/fuzz/targets.hpp"

namespace praxis::fuzz {
namespace {

const std::string kInstalled = PRAXIS_DATA;

Target backups() {
    static const std::string kHead = R"({"praxis_backup":1,"schema":5,"engine":"sqlite","made_ms":1790000000000})"
                                     "\n";
    static const std::string kTable =
        R"({"table":"node","columns":["node_id","alive_until_ms"],"kinds":["text","whole"],"key":["node_id"]})"
        "\n";
    return {"backups",
            {kHead + kTable + "[\"a\",5]\n" +
                 R"({"end":"node","rows":1,"digest":"00"})"
                 "\n" +
                 R"({"end_of_backup":1,"rows":1,"sha256":"00"})"
                 "\n",
             kHead + kTable, kHead},
            {"[", "]", "null", "\"kinds\":[\"real\"]", "\"columns\":[]", "{\"end\":\"node\"", "\n", "\"rows\":-1",
             "\"schema\":99999999999", "\"key\":[\"x\"]"},
            [](std::string_view text) {
                try {
                    storage::check_backup(put_in_file(text));
                    throw std::logic_error("a damaged backup is believed");
                } catch (const storage::BackupError&) {
                }
            },
            500};
}

// What a speech service answers.
Target service_sound() {
    static const std::string kShort = integrations::wave_of(std::vector<std::int16_t>(300, 1000));
    std::string two = kShort, odd = kShort;
    two[22] = 2;                                         // channels
    odd.replace(24, 4, std::string("\x41\x1f\0\0", 4));  // 8,001 a second
    return {"service_sound",
            {kShort, two, odd},
            {"RIFF", "WAVE", "fmt ", "data", "LIST", std::string(4, '\xff'), std::string(4, '\0'),
             std::string("\3\0", 2), std::string("\xfe\xff", 2), std::string(" \0", 2), std::string("\0\0\xc0\x7f", 4)},
            [](std::string_view bytes) { integrations::sound_in(bytes); },
            400};
}

// Where people say that webhooks go, and where somebody who comes in wants to go on.
Target addresses() {
    static const integrations::Poster kStrict({}), kLoose({true, {}});
    return {"addresses",
            {"https://hooks.example.com/praxis?x=1", "https://user:secret@example.com:8443/a#b", "http://127.0.0.1/",
             "https://[2001:db8::1]:443/", "https://0x7f.1/", "postgresql://praxis:pw@host:5432/name?sslmode=require",
             "host=/tmp dbname=praxis", "sqlite:praxis.sqlite", "/practice?x=1", "//evil.example"},
            {"https://", "http://", "//", "@",       ":", "[",     "]", "%", "::ffff:127.0.0.1", "localhost", ".", "/",
             "\\",       "?",       "#",  "file://", "0", "host=", "'", "="},
            [](std::string_view text) {
                const std::string address(text);
                for (const auto* poster : {&kStrict, &kLoose}) poster->fault_of(address);
                integrations::is_public_or_name(address);
                storage::shown(storage::address_of(address));
                const std::string path = app::own_path(address);
                if (path.front() != '/' || path.starts_with("//")) throw std::logic_error("a path that leads away");
            },
            1000,
            4 << 10,
            64 << 10};
}

// What people are called, and what gets into the log of it.
Target names() {
    static const people::CommonWords kCommon = {"password", "praxis"};
    return {"names",
            {"Lukas.Brandt@hallam.example", "Hallam Steel & Co.", "correct horse battery staple",
             "bearer eyJhbGciOiJub25lIn0.e30.x of lukas@hallam.example at postgresql://praxis:secret@host/name",
             "prx_0190a1b2c3d470008000000000000010", "Fri, 31 Dec 1999 23:59:59 GMT", "120"},
            {"@", ".", " ", "\n", "://", ":", "bearer ", "password", "\xcc\x81", "\xe2\x80\xae", "-"},
            [](std::string_view text) {
                Problems problems;
                const std::string plain = app::plain_email(text);
                app::add_faults_of_email(plain, "/email", problems);
                app::add_faults_of_name(text, "/name", problems);
                app::add_faults_of_slug(text, "/slug", problems);
                app::slug_of(text);
                people::faults_of_password(text, {plain, std::string(text), "Hallam Steel"}, kCommon);
                integrations::from_base64url(text);
                const auto rest = integrations::retry_after_ms(text, 1'790'000'000);
                if (rest && *rest < 0) throw std::logic_error("a rest that is over before it begins");
                if (!net::is_utf8(log::scrubbed(text))) throw std::logic_error("a line of the log is no UTF-8");
                log::shortened(text);
            },
            1500};
}

Target overrides() {
    static const files::OverrideText kText;
    Target target{
        "overrides",
        files_below(kInstalled + "/strategies", {".yaml"}, 64 << 10),
        {"scenarios:\n", "overrides:\n", "  - id: ", "- ", "{", "[", "|\n", ">\n", "# ", "---\n", "\t", "'", "\""},
        [](std::string_view text) {
            strategy::ScenarioOverride wanted;
            wanted.id = "enterprise-plant/plant-manager/first-call/normal";
            wanted.segment = "enterprise-plant";
            wanted.role = "plant-manager";
            wanted.title = "A 'title': with \"marks\" #1";
            wanted.trust = 20;
            const auto changed = kText.with_override(std::string(text), wanted);
        }};
    target.times = 60;
    target.most_bytes = 128 << 10;
    target.long_bytes = 64 << 10;
    return target;
}

// What an installation brings along; whoever changes it may slip.
template <class Load>
Target data_file(const std::string& name, const std::string& file, Load load) {
    Target target{name,
                  {text_of_file(kInstalled + file)},
                  {"- ", ": ", "{", "[", "&a ", "*a", "|\n", "!", "\"", "'", "~", "\n\n", "  ", "0", "%", "@", "|"},
                  [load](std::string_view text) { load(put_in_file(text)); }};
    target.times = 60;
    target.long_bytes = 32 << 10;
    return target;
}

Target labelled_turns() {
    return {"labelled_turns",
            files_below(kInstalled + "/language/en/turns", {".turns"}, 2 << 10),
            {"\n\n", "rep ", "customer ", "[", "]", "|", "# ", ": ", "after ", "-", ",", "\t"},
            [](std::string_view text) { const auto turns = files::parse_turns(std::string(text), "a.turns", "a"); },
            600,
            16 << 10,
            64 << 10};
}

Target providers() {
    return {"provider_variables",
            {"PRAXIS_PROVIDER_ENTRA_CLIENT=praxis", "PRAXIS_PROVIDER_ENTRA_ISSUER=https://login.example",
             "PRAXIS_PROVIDER_ENTRA_DOMAINS=a.example, b.example", "PRAXIS_PROVIDER_X_ADMITS=everybody",
             "PRAXIS_PROVIDER_X_ROLES=rep,manager"},
            {"_", "=", ",", "SECRET", "PRAXIS_PROVIDER_", "*", " ", "-"},
            [](std::string_view text) {
                const std::string line = "PRAXIS_PROVIDER_" + std::string(text.substr(0, text.find('\0')));
                const char* const environment[] = {line.c_str(), nullptr};
                program::SaidProviders said;
                Problems problems;
                program::read_provider_variables(environment, said, problems);
                const auto all = program::providers_of(said);
            },
            700,
            4 << 10};
}

}  // namespace

std::vector<Target> outside_targets() {
    return {backups(),
            service_sound(),
            addresses(),
            names(),
            overrides(),
            providers(),
            labelled_turns(),
            data_file("cue_texts", "/language/en/cues.yaml", [](const std::string& file) { files::load_cues(file); }),
            data_file("report_phrases", "/language/en/report.yaml",
                      [](const std::string& file) { files::load_report_phrases(file); }),
            data_file("turn_words", "/language/en/hearing.yaml",
                      [](const std::string& file) { speech::load_turn_words(file); }),
            data_file("pronunciations", "/language/en/pronunciation.yaml",
                      [](const std::string& file) { speech::load_pronunciation(file); }),
            data_file("voices", "/voices/voices.yaml", [](const std::string& file) { speech::load_voices(file); })};
}

}  // namespace praxis::fuzz
