#include "server/auth/keeper.hpp"

#include <mutex>
#include <unordered_map>

#include "app/access/enter.hpp"
#include "app/access/identify.hpp"
#include "server/auth/cookies.hpp"

namespace praxis::auth {
namespace {

constexpr std::int64_t kRemember_ms = 5000;
constexpr std::size_t kRemembered = 20'000;
constexpr std::string_view kBearer = "Bearer ";

std::string token_in(const net::Request& request) {
    const std::string_view header = request.header("authorization");
    return header.starts_with(kBearer) ? std::string(header.substr(kBearer.size())) : std::string();
}

// Equal or not, it takes the same time.
bool same(std::string_view a, std::string_view b) {
    unsigned differing = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        differing |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return differing == 0;
}

}  // namespace

struct Keeper::Memory {
    struct Entry {
        people::Principal principal;
        std::int64_t at_ms = 0;
    };
    std::mutex mutex;
    std::unordered_map<std::string, Entry> entries;
    std::uint64_t forgotten = 0;  // rises with every forgetting: what was asked before is not remembered after
};

Keeper::Keeper(app::Office& office, net::Workers& workers)
    : office_(office), workers_(workers), memory_(std::make_unique<Memory>()) {}

Keeper::~Keeper() = default;

net::Task<Caller> Keeper::identify(const net::Request& request) {
    Caller caller;
    std::string token = token_in(request);
    if (!request.header("authorization").empty()) {
        if (!token.empty()) caller.principal = co_await look_up(std::move(token), true);
        caller.known = caller.principal ? Known::by_token : Known::bad_token;
        co_return caller;
    }
    std::string secret = session_secret_in(request);
    if (!secret.empty()) caller.principal = co_await look_up(std::move(secret), false);
    if (caller.principal) caller.known = Known::by_session;
    co_return caller;
}

net::Task<std::optional<people::Principal>> Keeper::look_up(std::string secret, bool token) {
    const std::string print = office_.secrecy.fingerprint(secret);
    const std::int64_t now = office_.clock.now_ms();
    std::uint64_t forgotten = 0;
    {
        const std::lock_guard guard(memory_->mutex);
        const auto found = memory_->entries.find(print);
        if (found != memory_->entries.end() && now >= found->second.at_ms && now - found->second.at_ms < kRemember_ms)
            co_return found->second.principal;
        forgotten = memory_->forgotten;
    }
    std::optional<people::Principal> principal = co_await workers_.run([&]() -> std::optional<people::Principal> {
        return token ? app::identify_token(office_, secret) : app::identify_session(office_, secret);
    });
    if (principal) {
        const std::lock_guard guard(memory_->mutex);
        if (memory_->entries.size() >= kRemembered) memory_->entries.clear();
        if (memory_->forgotten == forgotten) memory_->entries[print] = {*principal, now};
    }
    co_return principal;
}

bool Keeper::from_own_origin(const net::Request& request) const {
    const std::string_view origin = request.header("origin");
    if (origin.empty()) {
        const std::string_view site = request.header("sec-fetch-site");
        return site.empty() || site == "same-origin" || site == "none";
    }
    const std::string own = (request.secure ? "https://" : "http://") + std::string(request.header("host"));
    return origin == office_.settings.address || origin == own;
}

bool Keeper::is_ours(const net::Request& request) {
    const std::string secret = session_secret_in(request);
    const std::string_view given = request.header(kCounterpartHeader);
    return from_own_origin(request) && !secret.empty() && same(given, app::counterpart_of(office_, secret));
}

void Keeper::forget(const std::string& secret) {
    const std::lock_guard guard(memory_->mutex);
    memory_->entries.erase(office_.secrecy.fingerprint(secret));
    ++memory_->forgotten;
}

void Keeper::forget_all() {
    const std::lock_guard guard(memory_->mutex);
    memory_->entries.clear();
    ++memory_->forgotten;
}

void Keeper::forget_person(const std::string& tenant, const std::string& person) {
    const std::lock_guard guard(memory_->mutex);
    std::erase_if(memory_->entries, [&](const auto& entry) {
        return entry.second.principal.tenant == tenant && entry.second.principal.person == person;
    });
    ++memory_->forgotten;
}

}  // namespace praxis::auth
