#include "adapters/integrations/identity/keys.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <optional>
#include <stdexcept>

#include "adapters/integrations/base64.hpp"
#include "adapters/integrations/identity/members.hpp"

namespace praxis::integrations {
namespace {

namespace json = boost::json;

constexpr int kRsaBitsLeast = 2048, kRsaBitsMost = 8192;

template <class T, void (*free_it)(T*)>
struct Freed {
    void operator()(T* it) const { free_it(it); }
};
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM, OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;
using Shared = std::shared_ptr<EVP_PKEY>;

std::string bytes_of(const json::object& object, std::string_view key) {
    return from_base64url(text_of(object, key)).value_or(std::string());
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
    return Number(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr));
}

Shared from_parameters(const char* type, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return Shared(key, EVP_PKEY_free);
}

Shared rsa_key(const json::object& jwk) {
    const std::string n = bytes_of(jwk, "n"), e = bytes_of(jwk, "e");
    if (n.empty() || e.empty() || n.size() > kRsaBitsMost / 8 || e.size() > 8) return nullptr;
    const Number modulus = number_of(n), exponent = number_of(e);
    if (BN_num_bits(modulus.get()) < kRsaBitsLeast || !BN_is_odd(exponent.get()) || BN_is_one(exponent.get()))
        return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return from_parameters("RSA", builder.get());
}

Shared p256_key(const json::object& jwk) {
    const std::string x = bytes_of(jwk, "x"), y = bytes_of(jwk, "y");
    if (x.size() != 32 || y.size() != 32) return nullptr;
    const std::string point = "\x04" + x + y;
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    Shared key = from_parameters("EC", builder.get());
    const Context check(key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr);
    return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;
}

Shared ed25519_key(const json::object& jwk) {
    const std::string x = bytes_of(jwk, "x");
    if (x.size() != 32) return nullptr;
    EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(x), x.size());
    return key ? Shared(key, EVP_PKEY_free) : nullptr;
}

std::optional<Key> key_of(const json::object& jwk) {
    const std::string use = text_of(jwk, "use"), type = text_of(jwk, "kty"), curve = text_of(jwk, "crv");
    if (!use.empty() && use != "sig") return std::nullopt;
    Key key{text_of(jwk, "kid"), Algorithm::rs256, nullptr};
    if (type == "RSA") {
        key.key = rsa_key(jwk);
    } else if (type == "EC" && curve == "P-256") {
        key.algorithm = Algorithm::es256;
        key.key = p256_key(jwk);
    } else if (type == "OKP" && curve == "Ed25519") {
        key.algorithm = Algorithm::eddsa;
        key.key = ed25519_key(jwk);
    }
    const std::string said = text_of(jwk, "alg");
    if (!key.key || (!said.empty() && said != name(key.algorithm))) return std::nullopt;
    return key;
}

// Tokens carry r and s side by side, OpenSSL wants them in DER.
std::string der_of(std::string_view signature) {
    if (signature.size() != 64) return {};
    const Signature pair(ECDSA_SIG_new());
    if (!pair || ECDSA_SIG_set0(pair.get(), number_of(signature.substr(0, 32)).release(),
                                number_of(signature.substr(32)).release()) != 1)
        return {};
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &der);
    std::string text(reinterpret_cast<char*>(der), length > 0 ? static_cast<std::size_t>(length) : 0);
    OPENSSL_free(der);
    return text;
}

}  // namespace

std::string_view name(Algorithm algorithm) {
    constexpr std::array<std::string_view, 3> kNames = {"RS256", "ES256", "EdDSA"};
    return kNames[static_cast<std::size_t>(algorithm)];
}

std::vector<Key> keys_in(std::string_view text) {
    json::error_code error;
    const json::value value = json::parse(text, error);
    const json::value* list = !error && value.is_object() ? value.get_object().if_contains("keys") : nullptr;
    if (!list || !list->is_array()) throw std::runtime_error("the provider's keys cannot be read");
    std::vector<Key> keys;
    for (const json::value& one : list->get_array())
        if (one.is_object())
            if (auto key = key_of(one.get_object())) keys.push_back(std::move(*key));
    return keys;
}

bool is_signed(const Key& key, std::string_view text, std::string_view signature) {
    const std::string given = key.algorithm == Algorithm::es256 ? der_of(signature) : std::string(signature);
    if (given.empty()) return false;
    const EVP_MD* digest = key.algorithm == Algorithm::eddsa ? nullptr : EVP_sha256();
    const DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key.key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(given), given.size(), raw(text), text.size()) == 1;
}

}  // namespace praxis::integrations
