// How a node sends mail: by the company's mail server, or into a folder, or not at all. Then an admin is shown the
// links of invitations, and no letter is written. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/ports/chance_source.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/mail.hpp"
#include "core/base/problem.hpp"

namespace CLI {
class App;
}

namespace praxis::program {

struct MailSettings {
    std::string host;              // empty: not by a mail server
    std::uint16_t port = 0;        // 0: the usual one of `tls`
    std::string tls = "starttls";  // "starttls", "tls" from the first byte, "none" to this machine itself
    std::string user;              // empty: without logging in
    std::string password_file;     // else $PRAXIS_SMTP_PASSWORD; never an option, which others could see
    std::string ca_file;           // PEM, of a server that the system does not know; empty: the system's
    std::string from;              // "praxis@hallam.example" or "Praxis <praxis@hallam.example>"
    std::string folder;            // a file a letter, to look at; empty: none
    bool any() const { return !host.empty() || !folder.empty(); }
};

void add_mail_options(CLI::App&, MailSettings&);

// What does not fit together, each with its mend.
Problems faults_of(const MailSettings&);

// Of settings without faults. Null when no mail is sent.
std::unique_ptr<app::Mail> open_mail(const MailSettings&, app::Clock&, app::ChanceSource&);

}  // namespace praxis::program
