// The public keys of an identity provider (RFC 7517), each good for one algorithm only: what the key is decides how a
// signature is checked, never what the token says of itself. Values; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace praxis::integrations {

enum class Algorithm { rs256, es256, eddsa };
std::string_view name(Algorithm);  // as tokens say it: "RS256", "ES256", "EdDSA"

struct Key {
    std::string id;  // may be empty
    Algorithm algorithm = Algorithm::rs256;
    std::shared_ptr<evp_pkey_st> key;
};

// Keys that are not for signing, are too weak (RSA below 2048 bits), or are of a kind that we do not take are passed
// over. Throws std::runtime_error when the text is no key set.
std::vector<Key> keys_in(std::string_view json);

// Is `signature` (as tokens carry it) that of `text` by this key?
bool is_signed(const Key&, std::string_view text, std::string_view signature);

}  // namespace praxis::integrations
