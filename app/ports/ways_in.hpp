// The registers of ways in. Each is used inside one transaction of the Registry that gave it. Secrets arrive here as
// fingerprints only. Errors: StoreTrouble.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/access/ways_in.hpp"
#include "core/people/lifetimes.hpp"

namespace praxis::app {

class Passwords {
public:
    virtual ~Passwords() = default;
    virtual std::optional<std::string> hash_of(const std::string& tenant, const std::string& person) = 0;
    virtual void keep(const std::string& tenant, const std::string& person, const std::string& hash,
                      std::int64_t now_ms) = 0;
};

class Sessions {
public:
    virtual ~Sessions() = default;
    virtual void open(const Session&) = 0;
    virtual std::optional<Session> find(const std::string& tenant, const std::string& fingerprint) = 0;
    virtual void seen(const std::string& tenant, const std::string& fingerprint, std::int64_t now_ms) = 0;
    virtual void close(const std::string& tenant, const std::string& fingerprint) = 0;
    virtual void close_all(const std::string& tenant, const std::string& person, const std::string& but) = 0;
    virtual std::vector<std::string> close_outside(const OutsideSessions&) = 0;  // whose they were, each once
};

class Links {
public:
    virtual ~Links() = default;
    virtual void add(const Link&) = 0;
    // Not used yet and not run out.
    virtual std::optional<Link> find(const std::string& tenant, const std::string& fingerprint,
                                     std::int64_t now_ms) = 0;
    // The same, and marks it as used: of two who come at once one gets it.
    virtual std::optional<Link> take(const std::string& tenant, const std::string& fingerprint,
                                     std::int64_t now_ms) = 0;
    // Unused ones of this purpose lose their force.
    virtual void revoke(const std::string& tenant, const std::string& person, LinkPurpose) = 0;
};

class Tokens {
public:
    virtual ~Tokens() = default;
    virtual void add(const Token&) = 0;
    virtual std::optional<Token> find(const std::string& tenant, const std::string& fingerprint) = 0;
    virtual std::optional<Token> with_id(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Token> list(const std::string& tenant, const std::string& person) = 0;
    virtual void revoke(const std::string& tenant, const std::string& id, std::int64_t now_ms) = 0;
    virtual void used(const std::string& tenant, const std::string& id, std::int64_t now_ms) = 0;
};

class Throttles {
public:
    virtual ~Throttles() = default;
    virtual people::Failures of(const std::string& key) = 0;
    // False when it is not `before` any more: of two who come at once one changes it.
    virtual bool change(const std::string& key, const people::Failures& before, const people::Failures& after) = 0;
};

class Departures {
public:
    virtual ~Departures() = default;
    virtual void add(const Departure&) = 0;
    // Once only.
    virtual std::optional<Departure> take(const std::string& fingerprint, std::int64_t now_ms) = 0;
};

}  // namespace praxis::app
