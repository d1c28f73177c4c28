#include "adapters/integrations/webhooks/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "adapters/integrations/base64.hpp"

namespace praxis::integrations {
namespace {

std::optional<std::string> key_in(std::string_view secret) {
    constexpr std::string_view kBefore = "whsec_";
    if (!secret.starts_with(kBefore)) return std::nullopt;
    std::string code(secret.substr(kBefore.size()));
    while (!code.empty() && code.back() == '=') code.pop_back();
    for (char& c : code) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return from_base64url(code);
}

std::string hmac(const std::string& key, const std::string& text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), bytes.data(), &length);
    return {reinterpret_cast<const char*>(bytes.data()), length};
}

}  // namespace

std::string signature_of(const SignedMessage& message, const std::vector<std::string>& secrets) {
    const std::string text = message.id + "." + std::to_string(message.timestamp_s) + "." + std::string(message.body);
    std::string signatures;
    for (const std::string& secret : secrets)
        if (const auto key = key_in(secret))
            signatures += (signatures.empty() ? "v1," : " v1,") + to_base64(hmac(*key, text));
    return signatures;
}

}  // namespace praxis::integrations
