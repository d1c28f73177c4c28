#include "adapters/integrations/mail/message.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include "adapters/integrations/base64.hpp"

namespace praxis::integrations {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::size_t kWordBytes = 42;  // an encoded word may have 75 characters

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '=' && c != '?' && c != '<' && c != '>' &&
               c != ',' && c != ':' && c != ';' && c != '@' && c != '(' && c != ')' && c != '[' && c != ']';
    });
}

// Never within a character.
std::size_t piece_of(std::string_view text) {
    std::size_t length = std::min(kWordBytes, text.size());
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) --length;
    return length == 0 ? std::min(kWordBytes, text.size()) : length;
}

std::string header_text(std::string_view text) {
    if (is_plain(text) && text.size() <= kLine) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const std::size_t length = piece_of(text);
        out += (out.empty() ? "" : "\r\n ") + ("=?utf-8?B?" + to_base64(text.substr(0, length)) + "?=");
        text.remove_prefix(length);
    }
    return out;
}

std::string mailbox(const std::string& name, const std::string& address) {
    const bool sound = !address.empty() && address.find('@') != std::string::npos &&
                       std::all_of(address.begin(), address.end(), [](unsigned char c) {
                           return c > 0x20 && c < 0x7f && c != '<' && c != '>' && c != ',' && c != '"' && c != '(' &&
                                  c != ')' && c != ';' && c != ':' && c != '\\';
                       });
    if (!sound) throw app::MailTrouble(false, "this is no mail address");
    return (name.empty() ? "" : header_text(name) + " ") + "<" + address + ">";
}

std::string date_text(std::int64_t now_ms) {
    const std::time_t seconds = static_cast<std::time_t>(now_ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &parts);
    return text.data();
}

std::string body_text(const std::string& text) {
    const std::string code = to_base64(text);
    std::string out;
    for (std::size_t at = 0; at < code.size(); at += kLine) out += code.substr(at, kLine) + "\r\n";
    return out;
}

}  // namespace

std::string to_message(const app::Letter& letter, const Sender& sender, const std::string& message_id,
                       std::int64_t now_ms) {
    const std::string domain = sender.address.substr(sender.address.find('@') + 1);
    return "From: " + mailbox(sender.name, sender.address) + "\r\nTo: " + mailbox(letter.to_name, letter.to_address) +
           "\r\nSubject: " + header_text(letter.subject) + "\r\nDate: " + date_text(now_ms) + "\r\nMessage-ID: <" +
           message_id + "@" + domain +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n" +
           body_text(letter.text);
}

}  // namespace praxis::integrations
