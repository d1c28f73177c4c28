#include "program/serve/server.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>

#include "adapters/files/characters/cast_file.hpp"
#include "adapters/files/people_texts.hpp"
#include "adapters/files/strategies/override_text.hpp"
#include "adapters/files/transcripts/transcript_text.hpp"
#include "adapters/integrations/identity/provider.hpp"
#include "adapters/integrations/speech/service_hearing.hpp"
#include "adapters/integrations/speech/service_voice.hpp"
#include "adapters/integrations/webhooks/poster.hpp"
#include "adapters/secrecy/argon2.hpp"
#include "adapters/secrecy/system_chance.hpp"
#include "adapters/speech/hearing/embedded_hearing.hpp"
#include "adapters/speech/voice/flite_voice.hpp"
#include "adapters/storage/migrate.hpp"
#include "adapters/storage/people/answers.hpp"
#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "adapters/storage/practice/nodes.hpp"
#include "adapters/storage/practice/strategies.hpp"
#include "adapters/storage/wakeups.hpp"
#include "adapters/storage/work/jobs.hpp"
#include "app/people/found_company.hpp"
#include "app/practice/demo_history.hpp"
#include "app/practice/go_on.hpp"
#include "program/data_folder.hpp"
#include "program/installation/database.hpp"
#include "program/serve/node_jobs.hpp"
#include "program/serve/pulse.hpp"
#include "program/serve/system_clock.hpp"
#include "server/http/calls/call_parts.hpp"
#include "server/http/characters/character_parts.hpp"
#include "server/http/filters/answer_once.hpp"
#include "server/http/filters/rate_limit.hpp"
#include "server/http/gate.hpp"
#include "server/http/operation/operation_routes.hpp"
#include "server/http/page/page_routes.hpp"
#include "server/http/people_parts.hpp"
#include "server/http/practice_parts.hpp"
#include "server/http/refusals.hpp"
#include "server/http/site.hpp"
#include "server/http/strategy_parts.hpp"
#include "server/http/work/work_parts.hpp"
#include "wire/conversation/log_text.hpp"

namespace praxis::program {
namespace {

constexpr std::size_t kQueue = 2'000;    // requests that wait for the database
constexpr unsigned kHashingThreads = 2;  // of 19 MB each
constexpr std::size_t kHashingQueue = 64;
constexpr unsigned kSpeakingThreads = 2;  // a sentence takes some 50 ms
constexpr unsigned kWaitingThreads = 16;  // … and where a service outside speaks, they wait for it
constexpr std::size_t kSpeakingQueue = 64;
constexpr unsigned kAskingThreads = 4;  // that wait for identity providers, a few seconds at most
constexpr std::size_t kAskingQueue = 256;
constexpr unsigned kJudgingThreads = 2;      // an hour of a real call takes a tenth of a second
constexpr std::size_t kJudgingQueue = 32;    // of some megabytes each
constexpr std::size_t kListeningQueue = 64;  // a thread an ear

std::int64_t steady_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

log::Level level_named(std::string_view word) {
    for (const log::Level level : {log::Level::debug, log::Level::info, log::Level::warning, log::Level::error})
        if (name(level) == word) return level;
    return log::Level::info;
}

http::Rates rates_of(const ServeSettings& settings) {
    return {{static_cast<double>(settings.rate_person), 4 * settings.rate_person},
            {static_cast<double>(settings.rate_address), 5 * settings.rate_address}};
}

std::unique_ptr<storage::Database> open_database(const ServeSettings& settings) {
    auto database = storage::open(database_address(settings.database), storage::Use::node);
    storage::migrate(*database);
    storage::seal(*database);
    return database;
}

std::unique_ptr<app::Wakeups> open_wakeups(const ServeSettings& settings) {
    const storage::Address address = database_address(settings.database);
    if (address.engine == storage::Engine::sqlite) return storage::open_wakeups();
    storage::PostgresSettings postgres;
    postgres.url = address.text;
    return storage::open_wakeups(postgres);
}

std::string trouble_of(storage::Database& database) {
    try {
        database.once("SELECT 1");
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

app::OfficeSettings office_settings(const ServerFiles& texts, app::Secrecy& secrecy, bool sends_mail) {
    app::OfficeSettings settings;
    settings.sends_mail = sends_mail;
    settings.common_words = texts.common_words;
    settings.consent_texts = texts.consent;
    settings.cast = texts.cast;
    for (app::ConsentText& text : settings.consent_texts) text.hash = secrecy.fingerprint(text.text);
    return settings;
}

// A page that is named must be there; without one the API alone is served.
Result<std::shared_ptr<const http::StaticFiles>, Problems> load_page(const ServeSettings& settings,
                                                                     const std::filesystem::path& data) {
    std::optional<std::filesystem::path> folder;
    if (settings.page.empty())
        folder = find_page(data);
    else
        folder = settings.page;
    if (!folder) return std::shared_ptr<const http::StaticFiles>();
    try {
        return std::make_shared<const http::StaticFiles>(http::StaticFiles::of_folder(*folder));
    } catch (const std::runtime_error& error) {
        return refuse(
            Problems{{Severity::error, {}, error.what(), "build the page with ./dev build, or leave --page out"}});
    }
}

void write_out(const std::string& lines) {
    std::fwrite(lines.data(), 1, lines.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

Result<ServerFiles, Problems> load_server_files(const ServeSettings& settings) {
    const auto data = find_data();
    if (!data) return refuse(Problems{{Severity::error, {}, "the data folder was not found", "set PRAXIS_DATA"}});
    auto words = files::load_common_words(*data / "people/common_words.txt");
    if (!words) return refuse(words.error());
    auto consent = files::load_consent_texts(*data / "people/consent");
    if (!consent) return refuse(consent.error());
    auto cast = files::load_cast(*data / "characters");
    if (!cast) return refuse(cast.error());
    auto shelf = files::StrategyShelf::open(
        settings.strategies.empty() ? *data / "strategies" : std::filesystem::path(settings.strategies), *data);
    if (!shelf) return refuse(shelf.error());
    auto voice = speech::load_voice(*data);
    if (!voice) return refuse(voice.error());
    auto hearing = speech::load_hearing(*data, {.ears = static_cast<int>(settings.ears)});
    if (!hearing) return refuse(hearing.error());
    auto speaks = voice_service(settings.speech, *voice);
    if (!speaks) return refuse(speaks.error());
    auto hears = hearing_service(settings.speech);
    if (!hears) return refuse(hears.error());
    tell_in_consent(settings.speech, *consent);
    Problems of_mail = faults_of(settings.mail);
    if (!of_mail.empty()) return refuse(std::move(of_mail));
    auto page = load_page(settings, *data);
    if (!page) return refuse(page.error());
    return ServerFiles{*std::move(words),
                       *std::move(consent),
                       *std::move(cast),
                       *std::move(shelf),
                       std::make_unique<speech::FliteVoice>(*std::move(voice)),
                       std::make_unique<speech::EmbeddedHearing>(*std::move(hearing)),
                       *std::move(speaks),
                       *std::move(hears),
                       *std::move(page)};
}

// In the order of their needs; what is below is stopped first.
struct Server::Parts {
    Parts(const ServeSettings& told, ServerFiles given)
        : settings(told),
          files(std::move(given)),
          database(open_database(told)),
          wakeups(open_wakeups(told)),
          registry(storage::registry_in(*database, [this] { wakeups->wake(app::kJobsTopic); })),
          mail(open_mail(told.mail, clock, chance)),
          office{*registry, clock, chance, secrecy, office_settings(files, secrecy, mail != nullptr)},
          log(
              level_named(told.log_level), [this] { return clock.now_ms(); }, write_out),
          workers(told.workers, kQueue),
          hashing(kHashingThreads, kHashingQueue),
          speaking(files.voice_service ? kWaitingThreads : kSpeakingThreads, kSpeakingQueue),
          listening(told.ears, kListeningQueue),
          asking(kAskingThreads, kAskingQueue),
          judging(kJudgingThreads, kJudgingQueue),
          keeper(office, workers),
          answers(*database),
          attempts(*database),
          attempt_log(*database),
          nodes(*database),
          strategies(*database, [this] { wakeups->wake(app::kJobsTopic); }),
          desk{office, *files.shelf, strategies, overrides},
          call_desk{office, *files.shelf, transcripts},
          characters{office, *files.shelf},
          practice{office, attempts, attempt_log, *files.shelf, log_text, chance.next_id()},
          rooms({practice, workers, log, metrics, {speaker(), &speaking}, {listener_to_reps(), &listening}}),
          readiness({{"database", [this] { return trouble_of(*database); }}}),
          queue(*database),
          poster({told.private_webhooks, told.webhook_ca_file}),
          webhooks{office, poster},
          jobs({office, queue, *wakeups, log, metrics, poster, mail.get(), [this] { keeper.forget_all(); }}) {
        files.shelf->add_published(strategies);
        add_routes();
        site.emplace(router, http::Watch{log, metrics, chance});
        listener.emplace(told.door, *site);
    }

    // Through a service outside where one is told of.
    app::Voice* speaker() {
        if (!files.voice_service) return files.voice.get();
        service_voice.emplace(*files.voice, *files.voice_service, on_own("voice"));
        return &*service_voice;
    }
    app::Hearing* listener_to_reps() {
        if (!files.hearing_service) return files.hearing.get();
        service_hearing.emplace(*files.hearing, *files.hearing_service, on_own("hearing"));
        return &*service_hearing;
    }
    integrations::OnOwn on_own(const char* kind) {
        auto& count =
            metrics.counter("praxis_speech_fallbacks_total",
                            "Sentences and turns that our own engine took over from a service.", {{"kind", kind}});
        return [this, kind, &count](const std::string& why) {
            count.add();
            if (why.empty()) return;
            log.warning("speech service failed", {{log::Key::kind, std::string(kind)}, {log::Key::detail, why}});
        };
    }

    void add_routes() {
        router.add(http::telling_refusals());
        router.add(http::identifying(keeper));
        router.add(http::limit_rate(rates_of(settings), *rates, steady_us));
        router.add(http::answer_once(answers, workers, [this] { return clock.now_ms(); }));
        const http::PeopleParts parts{office, workers, hashing, keeper, &ways, &asking};
        http::add_session_routes(router, parts);
        http::add_outside_routes(router, parts);
        http::add_people_routes(router, parts);
        http::add_rights_routes(router, parts);
        http::add_strategy_routes(router, {desk, workers});
        http::add_work_routes(router, {webhooks, workers});
        http::add_call_routes(router, {call_desk, workers, judging});
        http::add_character_routes(router, {characters, workers});
        http::add_practice_routes(router, {practice, workers, keeper, rooms});
        if (files.page) http::add_page(router, files.page);
        http::add_operation_routes(router, {readiness, metrics, workers, settings.metrics_token});
    }

    // Once it is known where people reach us: providers send them back there.
    void open_ways_in() {
        for (const ProviderSettings& told : settings.providers) {
            const std::string& here = office.settings.address;
            integrations::OidcSettings oidc{told.issuer, told.client, told.secret, told.scope};
            oidc.return_address = here + "/api/v1/outside/" + told.id + "/arrive";
            oidc.farewell_return = here + "/";
            oidc.ca_file = told.ca_file;
            oidc.vouches = told.vouches;
            providers.push_back(std::make_unique<integrations::OidcProvider>(oidc, clock));
            ways.push_back({told.id, told.name, told.issuer, told.farewell, told.outside, providers.back().get()});
            asking.post([provider = providers.back().get()] { provider->prepare(); });
        }
    }

    // Where the database is away for so long that others take this node for dead, it asks what is still its own.
    void beat() noexcept try {
        if (!nodes.beat(practice.node, app::kNodeLife_ms)) rooms.claim_again();
        rooms.let_go_of_the_rest();
    } catch (const std::exception& error) {
        log.warning("node silent", {{log::Key::detail, error.what()}});
    }

    void leave() noexcept try {
        pulse.reset();
        rooms.let_go_of_the_rest();
        nodes.leave(practice.node);
    } catch (const std::exception&) {  // others see it fall silent
    }

    const ServeSettings settings;
    const ServerFiles files;
    SystemClock clock;
    secrecy::Argon2Secrecy secrecy;
    secrecy::SystemChance chance{clock};
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<app::Wakeups> wakeups;
    std::unique_ptr<app::Registry> registry;
    std::unique_ptr<app::Mail> mail;
    app::Office office;
    log::Log log;
    metrics::Registry metrics;
    std::vector<std::unique_ptr<integrations::OidcProvider>> providers;
    app::OutsideWays ways;
    net::Workers workers, hashing, speaking, listening, asking, judging;
    auth::Keeper keeper;
    storage::StoredAnswers answers;
    storage::StoredAttempts attempts;
    storage::StoredAttemptLog attempt_log;
    storage::StoredNodes nodes;
    storage::StoredStrategies strategies;
    const files::OverrideText overrides;
    app::StrategyDesk desk;
    const files::TranscriptReader transcripts;
    app::CallDesk call_desk;
    app::CharacterDesk characters;
    const wire::LogText log_text;
    app::Practice practice;
    std::optional<integrations::ServiceVoice> service_voice;
    std::optional<integrations::ServiceHearing> service_hearing;
    live::Rooms rooms;
    std::unique_ptr<app::RateState> rates = http::rates_in_memory();
    http::Readiness readiness;
    storage::StoredJobQueue queue;
    integrations::Poster poster;
    app::WebhookDesk webhooks;
    NodeJobs jobs;
    std::atomic<bool> stopping{false};
    http::Router router;
    std::optional<http::Site> site;
    std::optional<net::Listener> listener;
    std::optional<Pulse> pulse;
};

Server::Server(const ServeSettings& settings, ServerFiles files)
    : parts_(std::make_unique<Parts>(settings, std::move(files))) {}

Server::~Server() = default;

void Server::start() {
    // Before anybody can ask: from then on every shard reads it.
    parts_->office.settings.address = reached_at(parts_->settings, parts_->listener->port());
    parts_->open_ways_in();
    parts_->nodes.beat(parts_->practice.node, app::kNodeLife_ms);
    parts_->pulse.emplace(std::chrono::milliseconds(app::kNodeLife_ms * 3 / 10), [this] { parts_->beat(); });
    parts_->listener->start();
    parts_->jobs.start();
    parts_->log.info("started", {{log::Key::port, std::int64_t{parts_->listener->port()}}});
}

const std::string& Server::address() const {
    return parts_->office.settings.address;
}

bool Server::has_page() const {
    return parts_->files.page != nullptr;
}

std::optional<std::string> Server::first_admin_address() {
    return app::first_admin_address(parts_->office);
}

app::Demo Server::demo() {
    const app::Demo demo = app::found_demo(parts_->office, parts_->settings.demo_password);
    if (!demo.password.empty())  // made just now
        parts_->workers.post([this, demo] {
            const int made = app::make_demo_history(parts_->practice, demo, [this] { return !parts_->stopping; });
            parts_->log.info("demo history made", {{log::Key::count, std::int64_t{made}}});
        });
    return demo;
}

std::uint64_t Server::stop() {
    parts_->log.info("stopping");
    parts_->stopping = true;
    parts_->jobs.wind_down();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(parts_->settings.stop_seconds);
    std::uint64_t left = parts_->listener->stop(std::chrono::seconds(parts_->settings.stop_seconds),
                                                [this] { parts_->readiness.wind_down(); });
    const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (!parts_->jobs.stop(std::max(rest, std::chrono::milliseconds(0)))) ++left;
    parts_->leave();
    if (left == 0) {
        parts_->workers.finish();
        parts_->hashing.finish();
        parts_->speaking.finish();
        parts_->listening.finish();
        parts_->asking.finish();
        parts_->judging.finish();
    }
    parts_->log.info("stopped", {{log::Key::count, static_cast<std::int64_t>(left)}});
    parts_->log.flush();
    return left;
}

}  // namespace praxis::program
