// ID tokens that are to be believed, and all the others: forged, replayed, for somebody else, too old.
#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <functional>

#include "adapters/integrations/base64.hpp"
#include "adapters/integrations/identity/id_token.hpp"
#include "adapters/integrations/mail/message.hpp"
#include "adapters/integrations/outbound.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
using namespace integrations;

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Private = std::unique_ptr<EVP_PKEY, FreeKey>;

Private made(Algorithm algorithm, unsigned bits = 2048) {
    switch (algorithm) {
        case Algorithm::rs256:
            return Private(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(bits)));
        case Algorithm::es256: return Private(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
        case Algorithm::eddsa: return Private(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    }
    return nullptr;
}

std::string number(EVP_PKEY* key, const char* name, int least = 0) {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    std::string bytes(static_cast<std::size_t>(std::max(least, BN_num_bytes(value))), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(value);
    return to_base64url(bytes);
}

json::object jwk(EVP_PKEY* key, Algorithm algorithm, const std::string& id) {
    json::object out{{"kid", id}, {"use", "sig"}};
    if (algorithm == Algorithm::rs256) {
        out["kty"] = "RSA";
        out["n"] = number(key, OSSL_PKEY_PARAM_RSA_N);
        out["e"] = number(key, OSSL_PKEY_PARAM_RSA_E);
    } else if (algorithm == Algorithm::es256) {
        out["kty"] = "EC";
        out["crv"] = "P-256";
        out["x"] = number(key, OSSL_PKEY_PARAM_EC_PUB_X, 32);
        out["y"] = number(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    } else {
        std::string raw(32, '\0');
        std::size_t size = raw.size();
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size);
        out["kty"] = "OKP";
        out["crv"] = "Ed25519";
        out["x"] = to_base64url(raw);
    }
    return out;
}

std::vector<Key> key_set(std::initializer_list<json::object> keys) {
    json::array list;
    for (const json::object& key : keys) list.push_back(key);
    return keys_in(json::serialize(json::object{{"keys", list}}));
}

std::string raw_signature(EVP_PKEY* key, Algorithm algorithm, const std::string& text) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, algorithm == Algorithm::eddsa ? nullptr : EVP_sha256(), nullptr, key);
    std::string signature(1024, '\0');
    std::size_t size = signature.size();
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                   reinterpret_cast<const unsigned char*>(text.data()), text.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    if (algorithm != Algorithm::es256) return signature;
    const auto* der = reinterpret_cast<const unsigned char*>(signature.data());
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(size));
    std::string plain(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char*>(plain.data()), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char*>(plain.data()) + 32, 32);
    ECDSA_SIG_free(pair);
    return plain;
}

constexpr std::int64_t kNow = 1'790'000'000;

json::object good_claims() {
    return {{"iss", "https://id.example"},
            {"aud", "praxis"},
            {"sub", "ada"},
            {"nonce", "n-1"},
            {"iat", kNow - 5},
            {"exp", kNow + 300}};
}

const TokenWanted kWanted{"https://id.example", "praxis", "n-1", kNow};

class Tokens : public ::testing::TestWithParam<Algorithm> {
protected:
    std::string token(json::object header, const json::object& claims) {
        const std::string text = to_base64url(json::serialize(header)) + "." + to_base64url(json::serialize(claims));
        return text + "." + to_base64url(raw_signature(key.get(), GetParam(), text));
    }
    json::object header() const { return {{"alg", name(GetParam())}, {"kid", "k1"}}; }
    std::string why_not(const std::string& text, const TokenWanted& wanted = kWanted) {
        try {
            believed(text, keys, wanted);
        } catch (const TokenTrouble& trouble) {
            EXPECT_EQ(std::string(trouble.what()).find("ada"), std::string::npos);
            return trouble.what();
        }
        return "believed";
    }
    std::string with(const std::function<void(json::object&)>& change) {
        json::object claims = good_claims();
        change(claims);
        return why_not(token(header(), claims));
    }

    Private key = made(GetParam());
    std::vector<Key> keys = key_set({jwk(key.get(), GetParam(), "k1")});
};

TEST_P(Tokens, AreBelievedWhenAllIsRight) {
    EXPECT_EQ(believed(token(header(), good_claims()), keys, kWanted).at("sub").as_string(), "ada");
    EXPECT_EQ(with([](json::object& c) { c["aud"] = {"praxis"}; }), "believed");
    EXPECT_EQ(with([](json::object& c) {
                  c["aud"] = {"praxis", "other"};
                  c["azp"] = "praxis";
              }),
              "believed");
    EXPECT_EQ(with([](json::object& c) { c["exp"] = kNow - 30; }), "believed");  // clocks differ
    EXPECT_EQ(with([](json::object& c) { c["iat"] = kNow + 30; }), "believed");
    json::object no_kid{{"alg", name(GetParam())}};
    EXPECT_EQ(why_not(token(no_kid, good_claims())), "believed");  // there is only one
}

TEST_P(Tokens, AreNotBelievedWhenAnythingIsWrong) {
    EXPECT_EQ(with([](json::object& c) { c["iss"] = "https://id.example/"; }), "the token is by another issuer");
    EXPECT_EQ(with([](json::object& c) { c.erase("iss"); }), "the token is by another issuer");
    for (const json::value& audience : {json::value("other"), json::value({"other"}), json::value({"praxis", "other"}),
                                        json::value(7), json::value()})
        EXPECT_EQ(with([&](json::object& c) { c["aud"] = audience; }), "the token is for somebody else");
    EXPECT_EQ(with([](json::object& c) { c["azp"] = "other"; }), "the token is for somebody else");
    EXPECT_EQ(with([](json::object& c) { c["nonce"] = "n-2"; }), "the token belongs to another log-in");
    EXPECT_EQ(with([](json::object& c) { c.erase("nonce"); }), "the token belongs to another log-in");
    EXPECT_EQ(with([](json::object& c) { c["exp"] = kNow - 61; }), "the token has run out");
    EXPECT_EQ(with([](json::object& c) { c["exp"] = "tomorrow"; }), "exp is missing or no time");
    EXPECT_EQ(with([](json::object& c) { c.erase("exp"); }), "exp is missing or no time");
    EXPECT_EQ(with([](json::object& c) { c.erase("iat"); }), "iat is missing or no time");
    EXPECT_EQ(with([](json::object& c) { c["iat"] = kNow + 120; }), "the token is from the future");
    EXPECT_EQ(with([](json::object& c) { c["iat"] = kNow - 900; }), "the token is too old");
    EXPECT_EQ(with([](json::object& c) { c["nbf"] = kNow + 120; }), "the token is not valid yet");
    EXPECT_EQ(with([](json::object& c) { c["sub"] = ""; }), "the token names nobody");
    EXPECT_EQ(with([](json::object& c) { c["sub"] = std::string(300, 'x'); }), "the token names nobody");
}

TEST_P(Tokens, AreNotBelievedWhenForged) {
    const std::string good = token(header(), good_claims());
    const std::size_t first = good.find('.'), second = good.rfind('.');
    json::object admin = good_claims();
    admin["sub"] = "root";
    EXPECT_EQ(why_not(good.substr(0, first + 1) + to_base64url(json::serialize(admin)) + good.substr(second)),
              "the token's signature is wrong");
    std::string flipped = good;
    flipped[second + 5] = flipped[second + 5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(why_not(flipped), "the token's signature is wrong");
    EXPECT_EQ(why_not(good.substr(0, second + 1)), "the token is not signed");
    for (const std::string& bad : {std::string(), std::string("."), std::string(".."), std::string("a.b.c"),
                                   good + ".x", good + "=", std::string(100'000, 'x'), good.substr(0, second)})
        EXPECT_NE(why_not(bad), "believed");
    const Private other = made(GetParam());
    keys = key_set({jwk(other.get(), GetParam(), "k1")});
    EXPECT_EQ(why_not(good), "the token's signature is wrong");
}

TEST_P(Tokens, DoNotChooseTheirAlgorithm) {
    for (const char* other : {"none", "None", "HS256", "RS384", "PS256", "RS256", "ES256", "EdDSA", ""}) {
        if (other == name(GetParam())) continue;
        json::object named = header();
        named["alg"] = other;
        EXPECT_NE(why_not(token(named, good_claims())), "believed") << other;
        const std::string text =
            to_base64url(json::serialize(named)) + "." + to_base64url(json::serialize(good_claims()));
        EXPECT_NE(why_not(text + "."), "believed") << other;
    }
    // The public key as a shared secret: the old trick.
    const std::string text =
        to_base64url(R"({"alg":"HS256","kid":"k1"})") + "." + to_base64url(json::serialize(good_claims()));
    const std::string secret = json::serialize(jwk(key.get(), GetParam(), "k1"));
    unsigned char mac[32];
    unsigned size = sizeof mac;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &size);
    EXPECT_NE(why_not(text + "." + to_base64url({reinterpret_cast<char*>(mac), size})), "believed");
    json::object critical = header();
    critical["crit"] = {"exp"};
    EXPECT_EQ(why_not(token(critical, good_claims())), "the token asks for an extension");
}

TEST_P(Tokens, NeedAKnownAndUnmistakableKey) {
    json::object other = header();
    other["kid"] = "k2";
    try {
        believed(token(other, good_claims()), keys, kWanted);
        FAIL();
    } catch (const TokenTrouble& trouble) {
        EXPECT_EQ(trouble.kind, TokenTrouble::Kind::unknown_key);
    }
    const Private second = made(GetParam());
    keys = key_set({jwk(second.get(), GetParam(), "k2"), jwk(key.get(), GetParam(), "k1")});
    EXPECT_EQ(why_not(token(header(), good_claims())), "believed");
    json::object no_kid{{"alg", name(GetParam())}};
    EXPECT_EQ(why_not(token(no_kid, good_claims())), "the token does not say which key signed it");
    TokenWanted no_nonce = kWanted;
    no_nonce.nonce.clear();
    json::object claims = good_claims();
    claims["nonce"] = "";
    EXPECT_EQ(why_not(token(header(), claims), no_nonce), "the token belongs to another log-in");
}

constexpr const char* kLogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

class LogoutTokens : public Tokens {
protected:
    static json::object good_logout() {
        return {{"iss", "https://id.example"},
                {"aud", "praxis"},
                {"sub", "ada"},
                {"sid", "s-1"},
                {"iat", kNow - 5},
                {"exp", kNow + 115},
                {"jti", "t-1"},
                {"events", json::object{{kLogoutEvent, json::object()}}}};
    }
    std::string why_no_logout(const std::string& text) {
        try {
            believed_logout(text, keys, kWanted);
        } catch (const TokenTrouble& trouble) {
            return trouble.what();
        }
        return "believed";
    }
    std::string logout_with(const std::function<void(json::object&)>& change, json::object more_header = {}) {
        json::object claims = good_logout(), first = header();
        change(claims);
        for (const auto& one : more_header) first[one.key()] = one.value();
        return why_no_logout(token(first, claims));
    }
};

TEST_P(LogoutTokens, AreBelievedWhenAllIsRight) {
    const auto as_it_is = [](json::object&) {};
    EXPECT_EQ(logout_with(as_it_is), "believed");
    for (const char* type : {"logout+jwt", "application/logout+jwt", "JWT"})
        EXPECT_EQ(logout_with(as_it_is, {{"typ", type}}), "believed") << type;
    for (const char* one : {"sub", "sid", "exp"})
        EXPECT_EQ(logout_with([&](json::object& c) { c.erase(one); }), "believed") << "without " << one;
    EXPECT_EQ(
        logout_with([](json::object& c) { c["events"].as_object()["https://other.example/event"] = json::object(); }),
        "believed");
}

TEST_P(LogoutTokens, AreNotBelievedWhenAnythingIsWrong) {
    const auto without = [&](const char* claim) { return logout_with([&](json::object& c) { c.erase(claim); }); };
    EXPECT_EQ(without("iss"), "the token is by another issuer");
    EXPECT_EQ(without("aud"), "the token is for somebody else");
    EXPECT_EQ(without("iat"), "iat is missing or no time");
    EXPECT_EQ(without("jti"), "the token has no id");
    EXPECT_EQ(without("events"), "the token tells of no log-out");
    for (const json::value& events :
         {json::value("x"), json::value(json::object()), json::value(json::object{{kLogoutEvent, true}}),
          json::value(json::object{{"https://other.example/event", json::object()}}), json::value({kLogoutEvent})})
        EXPECT_EQ(logout_with([&](json::object& c) { c["events"] = events; }), "the token tells of no log-out");
    EXPECT_EQ(logout_with([](json::object& c) { c["nonce"] = "n-1"; }), "the token is of a log-in");
    EXPECT_EQ(logout_with([](json::object& c) { c.erase("sub"), c.erase("sid"); }), "the token names nobody");
    for (const char* id : {"jti", "sub", "sid"})
        for (const json::value& bad : {json::value(""), json::value(7), json::value(std::string(300, 'x'))})
            EXPECT_EQ(logout_with([&](json::object& c) { c[id] = bad; }), std::string(id) + " is no id");
    EXPECT_EQ(logout_with([](json::object& c) { c["iat"] = kNow - 900; }), "the token is too old");
    EXPECT_EQ(logout_with([](json::object& c) { c["exp"] = kNow - 61; }), "the token has run out");
    EXPECT_EQ(logout_with([](json::object&) {}, {{"typ", "at+jwt"}}), "the token is of another type");
    EXPECT_EQ(why_no_logout(token(header(), good_claims())), "the token tells of no log-out") << "an ID token";
    EXPECT_NE(why_not(token(header(), good_logout())), "believed") << "nor is it one";
    const Private other = made(GetParam());
    keys = key_set({jwk(other.get(), GetParam(), "k1")});
    EXPECT_EQ(logout_with([](json::object&) {}), "the token's signature is wrong");
}

INSTANTIATE_TEST_SUITE_P(Identity, LogoutTokens,
                         ::testing::Values(Algorithm::rs256, Algorithm::es256, Algorithm::eddsa),
                         [](const auto& given) { return std::string(name(given.param)); });

INSTANTIATE_TEST_SUITE_P(Identity, Tokens, ::testing::Values(Algorithm::rs256, Algorithm::es256, Algorithm::eddsa),
                         [](const auto& given) { return std::string(name(given.param)); });

TEST(KeySets, PassOverWhatIsNotForSigningOrTooWeak) {
    const Private rsa = made(Algorithm::rs256), weak = made(Algorithm::rs256, 1024), ec = made(Algorithm::es256);
    json::object encrypts = jwk(rsa.get(), Algorithm::rs256, "a"), wrong = jwk(rsa.get(), Algorithm::rs256, "b"),
                 off_curve = jwk(ec.get(), Algorithm::es256, "c");
    encrypts["use"] = "enc";
    wrong["alg"] = "PS256";
    off_curve["y"] = off_curve["x"];
    EXPECT_TRUE(key_set({encrypts, wrong, off_curve, jwk(weak.get(), Algorithm::rs256, "d"),
                         json::object{{"kty", "oct"}, {"k", "c2VjcmV0"}}, json::object{}})
                    .empty());
    EXPECT_THROW(keys_in("{}"), std::runtime_error);
    EXPECT_THROW(keys_in("no json"), std::runtime_error);
}

TEST(Base64, IsStrict) {
    EXPECT_EQ(to_base64("a"), "YQ==");
    EXPECT_EQ(to_base64url("\xff\xfe\xfd"), "__79");
    EXPECT_EQ(from_base64url("__79"), "\xff\xfe\xfd");
    for (const char* bad : {"YQ==", "Y", "YR", "Y Q", "+/79", "YQ\n"}) EXPECT_FALSE(from_base64url(bad)) << bad;
}

// Header names of a message, and whether anything stands between them that is neither.
std::vector<std::string> header_names(const std::string& message) {
    std::vector<std::string> names;
    std::string_view rest = std::string_view(message).substr(0, message.find("\r\n\r\n") + 2);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        EXPECT_EQ(line.find_first_of("\r\n"), std::string_view::npos);
        EXPECT_LE(line.size(), 200u);
        if (!line.starts_with(' ')) names.emplace_back(line.substr(0, line.find(':')));
        rest.remove_prefix(line.size() + 2);
    }
    return names;
}

TEST(Message, KeepsWhatIsWrittenInItsPlace) {
    const std::vector<std::string> wanted = {"From",         "To",           "Subject",
                                             "Date",         "Message-ID",   "Auto-Submitted",
                                             "MIME-Version", "Content-Type", "Content-Transfer-Encoding"};
    for (const char* name :
         {"Kim", "Zoë Łukasik", "Eve\r\nBcc: all@mail.example", "a\nb", "\"x\" <y@z>", "=?utf-8?B?WA==?="})
        for (const char* subject :
             {"Hello", "Grüße\r\nX-Evil: 1", "",
              "a very long subject that goes on and on, well beyond the end of any one line of a mail"}) {
            const std::string message =
                to_message({"kim@mail.example", name, subject, "Text.\r\n.\r\nMore.\r\n\r\nEnd"},
                           {"praxis@mail.example", "Praxis"}, "id", 1'790'000'000'000);
            EXPECT_EQ(header_names(message), wanted) << name << subject;
            EXPECT_EQ(message.find("X-Evil"), std::string::npos);
        }
    for (const char* address :
         {"", "kim", "kim@x\r\nBcc: y@z", "a@b>, <c@d", "a b@c", "a@b,c@d", "kim@m\xc3\xa4il.example"})
        EXPECT_THROW(to_message({address, "Kim", "S", "T"}, {"p@x.example", ""}, "id", 0), app::MailTrouble) << address;
}

TEST(Outbound, SecretsGoOnlyWhereNobodyListens) {
    for (const char* good : {"https://id.example", "http://127.0.0.1:80/x", "http://localhost", "http://[::1]:8/x"})
        EXPECT_TRUE(is_private_enough(good)) << good;
    for (const char* bad : {"http://id.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
                            "http://localhost@evil.example", "ftp://127.0.0.1", "file:///etc/passwd", "",
                            "http://127.0.0.1:80@evil.example/"})
        EXPECT_FALSE(is_private_enough(bad)) << bad;
    EXPECT_THROW(ask({"file:///etc/hostname"}), OutboundTrouble);
    EXPECT_EQ(form_text({{"a b", "c&d=é"}}), "a%20b=c%26d%3D%C3%A9");
}

}  // namespace
}  // namespace praxis::testing
