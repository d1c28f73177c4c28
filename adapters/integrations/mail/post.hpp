// Two ways to send mail: by SMTP to the company's mail server, and into a folder, one file a letter, for tests and
// demonstrations. Any thread; blocks. Errors: app::MailTrouble.
#pragma once

#include <filesystem>
#include <string>

#include "adapters/integrations/mail/message.hpp"
#include "app/ports/chance_source.hpp"
#include "app/ports/clock.hpp"

namespace praxis::integrations {

struct SmtpSettings {
    std::string url;  // "smtp://mail.hallam.example:587", "smtps://…:465"
    std::string user, password;
    Sender sender;
    bool plain = false;   // without TLS: only to a server on this machine
    std::string ca_file;  // PEM; empty: the system's
};

class SmtpMail final : public app::Mail {
public:
    // Throws app::MailTrouble when it is to be plain and leaves this machine.
    SmtpMail(SmtpSettings, app::Clock&, app::ChanceSource&);
    void send(const app::Letter&) override;

private:
    const SmtpSettings settings_;
    app::Clock& clock_;
    app::ChanceSource& chance_;
};

class FolderMail final : public app::Mail {
public:
    FolderMail(std::filesystem::path folder, Sender, app::Clock&, app::ChanceSource&);
    void send(const app::Letter&) override;  // FOLDER/ID.eml, readable by its owner only

private:
    const std::filesystem::path folder_;
    const Sender sender_;
    app::Clock& clock_;
    app::ChanceSource& chance_;
};

}  // namespace praxis::integrations
