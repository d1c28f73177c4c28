#include "program/serve/mail_settings.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "adapters/integrations/mail/post.hpp"
#include "app/people/contact.hpp"

namespace praxis::program {
namespace {

integrations::Sender sender_in(const std::string& from) {
    const std::size_t open = from.find('<');
    if (open == std::string::npos || from.back() != '>') return {from, "Praxis"};
    std::string name = from.substr(0, open);
    while (!name.empty() && name.back() == ' ') name.pop_back();
    return {from.substr(open + 1, from.size() - open - 2), name};
}

bool is_host(const std::string& host) {
    return std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return std::isalnum(c) || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    });
}

bool is_this_machine(const std::string& host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "[::1]";
}

void complain(Problems& problems, std::string what, std::string mend) {
    problems.push_back({Severity::error, {}, std::move(what), std::move(mend)});
}

std::uint16_t port_of(const MailSettings& settings) {
    if (settings.port != 0) return settings.port;
    return settings.tls == "tls" ? 465 : settings.tls == "none" ? 25 : 587;
}

std::string url_of(const MailSettings& settings) {
    const bool six = settings.host.find(':') != std::string::npos && settings.host.front() != '[';
    return (settings.tls == "tls" ? "smtps://" : "smtp://") + (six ? "[" + settings.host + "]" : settings.host) + ":" +
           std::to_string(port_of(settings));
}

// The first line of the file, else the variable. Nothing: the file cannot be read.
std::optional<std::string> password_of(const MailSettings& settings) {
    if (settings.password_file.empty()) {
        const char* variable = std::getenv("PRAXIS_SMTP_PASSWORD");
        return std::string(variable ? variable : "");
    }
    std::ifstream file(settings.password_file);
    std::string line;
    if (!file || !std::getline(file, line)) return std::nullopt;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

}  // namespace

void add_mail_options(CLI::App& app, MailSettings& settings) {
    const auto option = [&app](const char* name, auto& value, const char* variable, const char* what) {
        return app.add_option(name, value, what)->envname(variable)->group("Mail");
    };
    option("--smtp-host", settings.host, "PRAXIS_SMTP_HOST",
           "The mail server; without one no letters are sent, and admins hand over the links of invitations");
    option("--smtp-port", settings.port, "PRAXIS_SMTP_PORT", "Its port; 0: 587, with tls 465, with none 25");
    option("--smtp-tls", settings.tls, "PRAXIS_SMTP_TLS",
           "starttls; tls: from the first byte; none: only to this machine itself")
        ->check(CLI::IsMember({"starttls", "tls", "none"}))
        ->capture_default_str();
    option("--smtp-user", settings.user, "PRAXIS_SMTP_USER", "Whom to log in as there; else without logging in");
    option("--smtp-password-file", settings.password_file, "PRAXIS_SMTP_PASSWORD_FILE",
           "The file with that user's password in its first line; else $PRAXIS_SMTP_PASSWORD");
    option("--smtp-ca-file", settings.ca_file, "PRAXIS_SMTP_CA_FILE",
           "Who signed the mail server's certificate, a PEM file; else whom the system knows");
    option("--mail-from", settings.from, "PRAXIS_MAIL_FROM",
           "Who writes: praxis@example.com, or \"Praxis <praxis@example.com>\"");
    option("--mail-folder", settings.folder, "PRAXIS_MAIL_FOLDER",
           "Instead of a mail server: write letters into this folder, to look at");
}

Problems faults_of(const MailSettings& settings) {
    Problems problems;
    if (!settings.host.empty() && !settings.folder.empty())
        complain(problems, "mail goes to a server or into a folder, not both", "leave out smtp-host or mail-folder");
    if (!is_host(settings.host))
        complain(problems, "smtp-host '" + settings.host + "' is no name of a machine",
                 "write the name alone, like mail.example.com; the port is smtp-port");
    if (settings.tls == "none" && !settings.host.empty() && !is_this_machine(settings.host))
        complain(problems, "mail without TLS may only go to a server on this machine",
                 "set smtp-tls to starttls or tls");
    if (settings.any() && settings.from.empty())
        complain(problems, "it is not said who writes the letters", "set mail-from to an address of yours");
    if (!settings.any() && !settings.from.empty())
        complain(problems, "mail-from is set, and no mail server", "set smtp-host too, or leave mail-from out");
    if (!settings.from.empty()) {
        Problems faults;
        app::add_faults_of_email(app::plain_email(sender_in(settings.from).address), "", faults);
        if (!faults.empty())
            complain(problems, "mail-from '" + settings.from + "' is no mail address",
                     "write praxis@example.com, or Praxis <praxis@example.com>");
    }
    if (!password_of(settings))
        complain(problems, "the file with the mail server's password cannot be read: " + settings.password_file,
                 "put the password in its first line, readable by the user that runs praxis");
    else if (!settings.user.empty() && password_of(settings)->empty())
        complain(problems, "smtp-user is set, and no password", "set smtp-password-file or $PRAXIS_SMTP_PASSWORD");
    return problems;
}

std::unique_ptr<app::Mail> open_mail(const MailSettings& settings, app::Clock& clock, app::ChanceSource& chance) {
    const integrations::Sender sender = sender_in(settings.from);
    if (!settings.folder.empty())
        return std::make_unique<integrations::FolderMail>(settings.folder, sender, clock, chance);
    if (settings.host.empty()) return nullptr;
    integrations::SmtpSettings smtp;
    smtp.url = url_of(settings);
    smtp.user = settings.user;
    if (!settings.user.empty()) smtp.password = password_of(settings).value_or(std::string());
    smtp.sender = sender;
    smtp.plain = settings.tls == "none";
    smtp.ca_file = settings.ca_file;
    return std::make_unique<integrations::SmtpMail>(std::move(smtp), clock, chance);
}

}  // namespace praxis::program
