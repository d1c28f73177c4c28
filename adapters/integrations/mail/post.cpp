#include "adapters/integrations/mail/post.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <mutex>

#include "adapters/integrations/curl_owned.hpp"

namespace praxis::integrations {
namespace {

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& rest = *static_cast<std::string_view*>(from);
    const std::size_t length = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), length);
    rest.remove_prefix(length);
    return length;
}

bool on_this_machine(std::string url) {
    if (url.starts_with("smtp://")) url.erase(0, 7);
    const std::string host = url.substr(0, url.find_first_of(":/"));
    return host == "localhost" || host == "127.0.0.1" || url.starts_with("[::1]");
}

// 4xx of the mail server, and no server at all, may be better later; 5xx will not.
app::MailTrouble trouble(CURL* handle, CURLcode code) {
    long answer = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
    return {answer < 500,
            std::string("the mail was not taken (") + std::to_string(answer) + "): " + curl_easy_strerror(code)};
}

}  // namespace

SmtpMail::SmtpMail(SmtpSettings settings, app::Clock& clock, app::ChanceSource& chance)
    : settings_(std::move(settings)), clock_(clock), chance_(chance) {
    if (settings_.plain && !on_this_machine(settings_.url))
        throw app::MailTrouble(false, "mail without TLS may only go to a server on this machine");
}

void SmtpMail::send(const app::Letter& letter) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::string message = to_message(letter, settings_.sender, chance_.next_id(), clock_.now_ms());
    std::string_view rest = message;
    const CurlHandle handle(curl_easy_init());
    const CurlList to(curl_slist_append(nullptr, ("<" + letter.to_address + ">").c_str()));
    const std::string from = "<" + settings_.sender.address + ">";
    CURL* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, settings_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(settings_.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.ca_file.c_str());
    if (!settings_.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 5000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 20'000L);
    const CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) throw trouble(curl, code);
}

FolderMail::FolderMail(std::filesystem::path folder, Sender sender, app::Clock& clock, app::ChanceSource& chance)
    : folder_(std::move(folder)), sender_(std::move(sender)), clock_(clock), chance_(chance) {}

void FolderMail::send(const app::Letter& letter) {
    namespace fs = std::filesystem;
    const std::string id = chance_.next_id();
    const std::string message = to_message(letter, sender_, id, clock_.now_ms());
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::path file = folder_ / (id + ".eml");
    std::ofstream out(file, std::ios::binary);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    out << message;
    out.close();
    if (!out) throw app::MailTrouble(true, "the letter could not be written to " + file.string());
}

}  // namespace praxis::integrations
