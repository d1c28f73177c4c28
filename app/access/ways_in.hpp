// How people and programs get in: sessions of browsers, links sent by mail, tokens of programs. Plain values. Their
// secrets are kept as fingerprints only; the text given out begins with the tenant it belongs to, "TENANT.SECRET".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::app {

struct Session {
    std::string tenant, fingerprint, person;
    std::int64_t created_ms = 0, seen_ms = 0;
    std::string way = {};      // the id of the identity provider it came by; empty: none
    std::string outside = {};  // the fingerprint of the provider's own session, where it told of one
};

// Sessions that came by way of an identity provider.
struct OutsideSessions {
    std::string tenant, way;
    std::string person, outside;       // empty: anybody's; any. Of a known person also those of which none is known
    std::int64_t opened_until_ms = 0;  // later ones are others
};

enum class LinkPurpose : std::uint8_t { first_admin, invitation, password_reset };
std::string_view name(LinkPurpose);
std::optional<LinkPurpose> link_purpose_named(std::string_view);

struct Link {
    std::string tenant;  // empty: of the installation, when it has none yet
    std::string fingerprint, person;
    LinkPurpose purpose = LinkPurpose::invitation;
    std::int64_t created_ms = 0, expires_ms = 0;
};

struct Token {
    std::string tenant, id, fingerprint, person;
    std::string name;
    std::vector<std::string> scopes;
    std::int64_t created_ms = 0, expires_ms = 0;
    std::optional<std::int64_t> used_ms, revoked_ms;
};

// What an identity provider is waited for with: one departure to it, kept until the person comes back.
struct Departure {
    std::string fingerprint;          // of the state that travels
    std::string browser_fingerprint;  // of the cookie that the same browser must bring back
    std::string nonce, verifier;      // PKCE's
    std::string return_to;
    std::int64_t expires_ms = 0;
};

}  // namespace praxis::app
