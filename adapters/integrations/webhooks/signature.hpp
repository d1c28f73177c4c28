// Signatures of Standard Webhooks 1.0 (https://www.standardwebhooks.com): HMAC-SHA256 over "id.timestamp.body" with the
// bytes behind "whsec_", in base64 behind "v1,". Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::integrations {

struct SignedMessage {
    std::string id;
    std::int64_t timestamp_s = 0;
    std::string_view body;
};

// "v1,…", one a secret, parted by spaces. A secret that is none gives no signature.
std::string signature_of(const SignedMessage&, const std::vector<std::string>& secrets);

}  // namespace praxis::integrations
