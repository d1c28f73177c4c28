// The door over TLS, with a certificate made for the occasion.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <filesystem>

#include "tests/http/door.hpp"

namespace praxis::tests {
namespace {

using std::chrono::milliseconds;

// A self-signed certificate for 127.0.0.1 and its key, as PEM files in a folder of their own.
class SelfMade {
public:
    SelfMade() {
        char name[] = "/tmp/praxis-tls-XXXXXX";
        folder_ = mkdtemp(name);
        make();
    }
    ~SelfMade() { std::filesystem::remove_all(folder_); }
    void make() {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial_);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_NAME* subject = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1,
                                   -1, 0);
        X509_set_issuer_name(certificate, subject);
        X509_sign(certificate, key, EVP_sha256());
        std::FILE* file = std::fopen(chain().c_str(), "w");
        PEM_write_X509(file, certificate);
        std::fclose(file);
        file = std::fopen(this->key().c_str(), "w");
        PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    std::string chain() const { return folder_ + "/chain.pem"; }
    std::string key() const { return folder_ + "/key.pem"; }
    net::Certificate files() const { return {chain(), key()}; }

private:
    std::string folder_;
    int serial_ = 0;
};

TEST(Tls, ServesRequestsAndConversations) {
    const SelfMade certificate;
    const Door door({}, certificate.files());
    RawClient client(door.listener->port(), 0, certificate.chain());
    EXPECT_EQ(client.get("/echo")->body, "GET /echo  secure 127.0.0.1 ");
    EXPECT_EQ(client.get("/big")->body.size(), 1U << 20);
    ASSERT_EQ(client.open_socket("/echo")->status, 101);
    client.send_frame(1, "hello");
    EXPECT_EQ(client.read_frame()->bytes, "hello");
    EXPECT_EQ(door.listener->stop(milliseconds(5000)), 0U);
}

TEST(Tls, IsNotSpokenByEverybody) {
    net::Limits limits;
    limits.header_time = milliseconds(300);
    const SelfMade certificate;
    const Door door(limits, certificate.files());
    RawClient plain = door.client();
    plain.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(plain.closed_within(milliseconds(3000)));
    RawClient slow = door.client();
    slow.send("\x16\x03\x01");
    EXPECT_TRUE(slow.closed_within(milliseconds(3000)));
    RawClient good(door.listener->port(), 0, certificate.chain());
    EXPECT_TRUE(good.get("/echo"));
    EXPECT_EQ(door.site.answered, 1);
}

TEST(Tls, TakesARenewedCertificateWithoutAStop) {
    SelfMade certificate;
    const Door door({}, certificate.files());
    RawClient before(door.listener->port(), 0, certificate.chain());
    certificate.make();
    EXPECT_THROW(RawClient(door.listener->port(), 0, certificate.chain()), std::runtime_error);
    door.listener->renew_certificate();
    RawClient after(door.listener->port(), 0, certificate.chain());
    EXPECT_TRUE(after.get("/echo"));
    EXPECT_TRUE(before.get("/echo"));
    std::filesystem::remove(certificate.key());
    EXPECT_THROW(door.listener->renew_certificate(), std::runtime_error);
    RawClient still(door.listener->port(), 0, certificate.chain());
    EXPECT_TRUE(still.get("/echo"));
}

TEST(Tls, CertificatesThatDoNotFitAreRefused) {
    const SelfMade one, other;
    for (const net::Certificate& bad :
         {net::Certificate{one.chain(), other.key()}, net::Certificate{one.chain(), "/none"},
          net::Certificate{"/none", one.key()}, net::Certificate{one.key(), one.chain()}})
        EXPECT_THROW(Door({}, bad), std::runtime_error) << bad.chain;
}

TEST(Listening, OnATakenPortOrAnUnknownNameIsRefused) {
    const Door door;
    EchoSite site;
    net::ListenerSettings settings;
    settings.address.port = door.listener->port();
    EXPECT_THROW(net::Listener(settings, site), std::runtime_error);
    settings.address = {"no-such-name.invalid", 0};
    EXPECT_THROW(net::Listener(settings, site), std::runtime_error);
    settings.address = {"localhost", 0};
    EXPECT_NO_THROW(net::Listener(settings, site));
}

}  // namespace
}  // namespace praxis::tests
