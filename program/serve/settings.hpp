// What `praxis serve` is told: by options, by PRAXIS_… variables where no option says it, and by a file where neither
// does. One thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "program/serve/mail_settings.hpp"
#include "program/serve/providers.hpp"
#include "program/serve/speech_services.hpp"
#include "server/net/listener.hpp"

namespace CLI {
class App;
}

namespace praxis::program {

struct ServeSettings {
    std::string config;    // a file of settings; empty: none
    std::string database;  // as --database; empty: praxis.sqlite in the state folder
    net::ListenerSettings door;
    std::string public_address;  // where people reach it; empty: where it listens
    std::string strategies;      // the folder of what is practised; empty: the examples
    std::string page;            // the folder of the web page's files; empty: as it was installed or built
    MailSettings mail;
    bool private_webhooks = false;  // webhooks may go to this machine and to private networks
    std::string webhook_ca_file;    // who signed receivers' certificates, PEM; empty: whom the system knows
    std::string log_level = "info";
    std::string metrics_token;   // empty: only this machine itself reads /metrics
    unsigned workers = 4;        // threads for the database
    int rate_person = 50;        // requests a second that one person may make; four times as many at once
    int rate_address = 20;       // … and those at one address who are not logged in; five times as many at once
    unsigned ears = 2;           // how many people may speak at once instead of typing; 90 MB each
    SpeechServices speech;       // engines outside; none unless told
    unsigned stop_seconds = 20;  // for what is running when it is told to stop
    bool demo = false;
    std::vector<ProviderSettings> providers;  // by whom people may come in
    std::string demo_password;                // of all its people, when it is made; empty: one by chance, printed once
};

void add_serve_options(CLI::App&, ServeSettings&);

// "https://praxis.hallam.example", without a slash at the end.
std::string reached_at(const ServeSettings&, std::uint16_t port);

}  // namespace praxis::program
