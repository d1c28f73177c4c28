#include "adapters/integrations/webhooks/poster.hpp"

#include <memory>

#include "adapters/integrations/curl_owned.hpp"
#include "adapters/integrations/outbound.hpp"
#include "adapters/integrations/public_address.hpp"
#include "adapters/integrations/retry_after.hpp"
#include "adapters/integrations/webhooks/signature.hpp"

namespace praxis::integrations {
namespace {

constexpr std::size_t kAnswer_bytes = 4096;  // of which nothing is kept

struct CleanUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

// A part of an address as libcurl, which will use it, reads it; empty: it has none.
std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

// Only of those who say by it that they have too much to do.
std::int64_t rest_asked_ms(const OutboundAnswer& answer, std::int64_t now_s) {
    if (answer.status != 429 && answer.status != 503) return 0;
    return retry_after_ms(answer.retry_after, now_s).value_or(0);
}

bool is_own_name(const std::string& host) {
    return host == "localhost" || host.ends_with(".localhost") || host.ends_with(".local") ||
           host.ends_with(".internal");
}

}  // namespace

std::string Poster::fault_of(const std::string& text) const {
    const std::unique_ptr<CURLU, CleanUrl> url(curl_url());
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return "is no address";
    const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
    if (scheme != "https" && !(scheme == "http" && settings_.private_too)) return "must begin with https://";
    if (!part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_PASSWORD).empty())
        return "holds a name or a password: the signature says who sends";
    std::string host = part_of(url.get(), CURLUPART_HOST);
    if (host.starts_with("[")) host = host.substr(1, host.find_first_of("]%") - 1);
    if (!settings_.private_too && (is_own_name(host) || !is_public_or_name(host)))
        return "leads into a private network, which this installation does not allow";
    return {};
}

app::WebhookPosted Poster::post(const app::WebhookPost& message) {
    if (!fault_of(message.url).empty())
        return {std::nullopt, "The address is not allowed here: it " + fault_of(message.url) + ".", false};
    OutboundRequest request;
    request.url = message.url;
    request.post = true;
    request.body = message.body;
    request.headers = {
        "content-type: application/json",
        "user-agent: praxis-webhooks",
        "expect:",
        "webhook-id: " + message.id,
        "webhook-timestamp: " + std::to_string(message.timestamp_s),
        "webhook-signature: " + signature_of({message.id, message.timestamp_s, message.body}, message.secrets)};
    request.ca_file = settings_.ca_file;
    request.time = settings_.time;
    request.answer_bytes = kAnswer_bytes;
    request.cut_answer = true;
    request.only_public = !settings_.private_too;
    try {
        const OutboundAnswer answer = ask(request);
        return {answer.status, {}, true, rest_asked_ms(answer, message.timestamp_s)};
    } catch (const OutboundForbidden&) {
        return {std::nullopt, "Its name leads into a private network, which this installation does not allow.", false};
    } catch (const OutboundTrouble& trouble) {
        return {std::nullopt, std::string("There was ") + trouble.what() + ".", true};
    }
}

}  // namespace praxis::integrations
