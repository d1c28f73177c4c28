#include "adapters/secrecy/argon2.hpp"

#include <argon2.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace praxis::secrecy {
namespace {

constexpr std::size_t kSaltBytes = 16, kHashBytes = 32;

std::string made(const Argon2Settings& settings, std::string_view password) {
    std::array<unsigned char, kSaltBytes> salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
        throw std::runtime_error("the operating system gives no random bytes");
    std::vector<char> text(
        argon2_encodedlen(settings.passes, settings.memory_kib, settings.lanes, kSaltBytes, kHashBytes, Argon2_id));
    const int code =
        argon2id_hash_encoded(settings.passes, settings.memory_kib, settings.lanes, password.data(), password.size(),
                              salt.data(), salt.size(), kHashBytes, text.data(), text.size());
    if (code != ARGON2_OK) throw std::runtime_error(std::string("argon2: ") + argon2_error_message(code));
    return text.data();
}

}  // namespace

Argon2Secrecy::Argon2Secrecy(Argon2Settings settings) : settings_(settings), nobodys_(made(settings, "nobody")) {}

std::string Argon2Secrecy::fingerprint(std::string_view secret) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), digest.data());
    std::string text;
    for (const unsigned char byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

std::string Argon2Secrecy::hash_password(std::string_view password) {
    return made(settings_, password);
}

bool Argon2Secrecy::fits(const std::string& hash, std::string_view password) {
    const std::string& against = hash.empty() ? nobodys_ : hash;
    const bool same = argon2id_verify(against.c_str(), password.data(), password.size()) == ARGON2_OK;
    return same && !hash.empty();
}

bool Argon2Secrecy::outdated(const std::string& hash) {
    unsigned memory = 0, passes = 0, lanes = 0;
    if (std::sscanf(hash.c_str(), "$argon2id$v=19$m=%u,t=%u,p=%u$", &memory, &passes, &lanes) != 3) return true;
    return memory < settings_.memory_kib || passes < settings_.passes || lanes < settings_.lanes;
}

}  // namespace praxis::secrecy
