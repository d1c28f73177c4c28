#include "program/serve/settings.hpp"

#include <CLI/CLI.hpp>

#include "program/installation/database.hpp"

namespace praxis::program {
namespace {

constexpr int kRateMost = 1'000'000;  // as good as none

}  // namespace

void add_serve_options(CLI::App& app, ServeSettings& settings) {
    add_database_option(app, settings.database);
    const auto option = [&app](const char* name, auto& value, const char* variable, const char* what) {
        return app.add_option(name, value, what)->envname(variable)->capture_default_str();
    };
    option("--config", settings.config, "PRAXIS_CONFIG", "A YAML file of these settings, named without the dashes");
    option("--host", settings.door.address.host, "PRAXIS_HOST", "The address to listen on; 0.0.0.0 and :: are all");
    option("--port", settings.door.address.port, "PRAXIS_PORT", "The port; 0 takes any free one");
    option("--public-address", settings.public_address, "PRAXIS_PUBLIC_ADDRESS",
           "Where people reach it: https://praxis.example.com");
    option("--certificate", settings.door.certificate.chain, "PRAXIS_CERTIFICATE", "TLS: the chain, a PEM file");
    option("--key", settings.door.certificate.key, "PRAXIS_KEY", "TLS: the key, a PEM file");
    app.add_flag("--behind-proxy", settings.door.behind_proxy, "Believe the last X-Forwarded-For and -Proto")
        ->envname("PRAXIS_BEHIND_PROXY");
    option("--threads", settings.door.shards, "PRAXIS_THREADS", "Event loops; 0: one a core");
    option("--workers", settings.workers, "PRAXIS_WORKERS", "Threads for the database")->check(CLI::Range(1, 64));
    option("--rate-person", settings.rate_person, "PRAXIS_RATE_PERSON",
           "Requests a second that one person may make; four times as many at once")
        ->check(CLI::Range(1, kRateMost));
    option("--rate-address", settings.rate_address, "PRAXIS_RATE_ADDRESS",
           "Requests a second from one address before anybody is logged in; five times as many at once")
        ->check(CLI::Range(1, kRateMost));
    option("--strategies", settings.strategies, "PRAXIS_STRATEGIES",
           "The folder of the strategies to practise on, each in a folder of its own; else the examples");
    option("--page", settings.page, "PRAXIS_PAGE", "The folder of the web page's files; else as installed or built");
    add_mail_options(app, settings.mail);
    app.add_flag("--private-webhooks", settings.private_webhooks,
                 "Webhooks may go to private networks and to this machine, and without TLS")
        ->envname("PRAXIS_PRIVATE_WEBHOOKS");
    option("--webhook-ca-file", settings.webhook_ca_file, "PRAXIS_WEBHOOK_CA_FILE",
           "Who signed the certificates of webhooks' receivers, a PEM file; else whom the system knows");
    option("--log-level", settings.log_level, "PRAXIS_LOG_LEVEL", "From which level on the log is written")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    option("--metrics-token", settings.metrics_token, "PRAXIS_METRICS_TOKEN",
           "Of /metrics; without one only this machine itself may read them");
    option("--ears", settings.ears, "PRAXIS_EARS", "How many may speak at once instead of typing; 90 MB each")
        ->check(CLI::Range(1, 4));
    add_speech_options(app, settings.speech);
    option("--stop-seconds", settings.stop_seconds, "PRAXIS_STOP_SECONDS", "How long running requests may take to end")
        ->check(CLI::Range(1, 600));
    app.add_flag("--demo", settings.demo, "Make the demo company, and print how to get in")->envname("PRAXIS_DEMO");
    app.add_option("--demo-password", settings.demo_password,
                   "The password of the demo company's people, when it is made")
        ->envname("PRAXIS_DEMO_PASSWORD");
}

std::string reached_at(const ServeSettings& settings, std::uint16_t port) {
    if (!settings.public_address.empty()) {
        const std::size_t end = settings.public_address.find_last_not_of('/');
        return settings.public_address.substr(0, end == std::string::npos ? 0 : end + 1);
    }
    const std::string& host = settings.door.address.host;
    const bool everywhere = host == "0.0.0.0" || host == "::";
    const bool six = host.find(':') != std::string::npos && !everywhere;
    return (settings.door.certificate.chain.empty() ? "http://" : "https://") +
           (everywhere ? std::string("localhost")
            : six      ? "[" + host + "]"
                       : host) +
           ":" + std::to_string(port);
}

}  // namespace praxis::program
