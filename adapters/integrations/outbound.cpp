#include "adapters/integrations/outbound.hpp"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <optional>
#include <string_view>

#include "adapters/integrations/curl_owned.hpp"
#include "adapters/integrations/public_address.hpp"

namespace praxis::integrations {
namespace {

struct Incoming {
    OutboundAnswer answer;
    std::size_t most = 0;
    bool was_cut = false, was_forbidden = false, was_tried = false;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
    auto& incoming = *static_cast<Incoming*>(to);
    if (incoming.answer.body.size() + size * count > incoming.most) {
        incoming.was_cut = true;
        return 0;
    }
    incoming.answer.body.append(data, size * count);
    return size * count;
}

// What stands in a header line of that name, without margins.
std::optional<std::string> value_of(std::string_view line, std::string_view name) {
    const auto same = [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); };
    if (line.size() <= name.size() || line[name.size()] != ':') return std::nullopt;
    if (!std::equal(name.begin(), name.end(), line.begin(), same)) return std::nullopt;
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t", name.size() + 1)));
    return std::string(line.substr(0, line.find_last_not_of(" \t\r\n") + 1));
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* to) {
    const std::string_view line(data, size * count);
    OutboundAnswer& answer = static_cast<Incoming*>(to)->answer;
    if (auto value = value_of(line, "cache-control")) answer.cache_control = *std::move(value);
    if (auto value = value_of(line, "content-type")) answer.content_type = *std::move(value);
    if (auto value = value_of(line, "retry-after")) answer.retry_after = *std::move(value);
    return size * count;
}

// Asked when the name was looked up and before anything is sent, so there is no moment in which a name can come to
// stand for another address.
curl_socket_t open_public(void* to, curlsocktype, curl_sockaddr* address) {
    if (!is_public(address->addr)) {
        static_cast<Incoming*>(to)->was_forbidden = true;
        return CURL_SOCKET_BAD;
    }
    static_cast<Incoming*>(to)->was_tried = true;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void limit(CURL* handle, const OutboundRequest& request) {
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.time.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min<std::int64_t>(5000, request.time.count())));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!request.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, request.ca_file.c_str());
    // Proxies of the environment are for people at a shell.
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

}  // namespace

OutboundAnswer ask(const OutboundRequest& request) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const CurlHandle handle(curl_easy_init());
    if (!handle) throw OutboundTrouble("libcurl cannot be used");
    CurlList headers;
    for (const std::string& header : request.headers)
        headers.reset(curl_slist_append(headers.release(), header.c_str()));
    Incoming incoming;
    incoming.most = request.answer_bytes;
    limit(handle.get(), request);
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    if (request.post) {
        curl_easy_setopt(handle.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    if (!request.user.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(handle.get(), CURLOPT_USERNAME, request.user.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, request.password.c_str());
    }
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &incoming);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &incoming);
    if (request.only_public) {
        curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETFUNCTION, open_public);
        curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETDATA, &incoming);
    }
    const CURLcode code = curl_easy_perform(handle.get());
    const bool enough = code == CURLE_WRITE_ERROR && incoming.was_cut && request.cut_answer;
    if (code != CURLE_OK && incoming.was_forbidden && !incoming.was_tried)
        throw OutboundForbidden("no public address behind the name");
    if (code != CURLE_OK && !enough) throw OutboundTrouble(std::string("no answer: ") + curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    incoming.answer.status = static_cast<int>(status);
    return std::move(incoming.answer);
}

std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields) {
    const auto escaped = [](const std::string& text) {
        std::string out;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (std::isalnum(byte) || c == '-' || c == '.' || c == '_' || c == '~') {
                out += c;
            } else {
                out += '%';
                out += "0123456789ABCDEF"[byte >> 4];
                out += "0123456789ABCDEF"[byte & 15];
            }
        }
        return out;
    };
    std::string text;
    for (const auto& [name, value] : fields) text += (text.empty() ? "" : "&") + escaped(name) + "=" + escaped(value);
    return text;
}

bool is_private_enough(const std::string& url) {
    if (url.starts_with("https://")) return true;
    constexpr std::string_view kPlain = "http://";
    if (!url.starts_with(kPlain)) return false;
    const std::string_view rest = std::string_view(url).substr(kPlain.size());
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.find('@') != std::string_view::npos) return false;
    const std::string_view host = authority.starts_with("[") ? authority.substr(0, authority.find(']') + 1)
                                                             : authority.substr(0, authority.find(':'));
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace praxis::integrations
