#include "app/access/tokens.hpp"

#include <algorithm>

#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kTokensMost = 50;

void require_sound(const TokenWish& wish) {
    Problems faults;
    add_faults_of_name(wish.name, "/name", faults);
    if (wish.scopes.empty())
        faults.push_back({Severity::error, {"/scopes", 0, 0}, "no scope is given", "name what the token is for"});
    const auto known = people::scopes();
    for (std::size_t i = 0; i < wish.scopes.size(); ++i)
        if (std::find(known.begin(), known.end(), wish.scopes[i]) == known.end())
            faults.push_back(
                {Severity::error, {"/scopes/" + std::to_string(i), 0, 0}, "is no scope", "take a known one"});
    if (wish.days < 1 || wish.days > people::kTokenDaysMost)
        faults.push_back({Severity::error, {"/days", 0, 0}, "must be from 1 to 365", "take fewer"});
    if (!faults.empty()) throw Refusal(Refused::invalid, "This token cannot be made.", std::move(faults));
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

TokenMade make_token(Office& office, const people::Principal& who, const TokenWish& wish) {
    require(who, people::Verb::manage_tokens, people::own(who));
    require_sound(wish);
    TokenMade made;
    made.secret = new_secret(office, who.tenant, kTokenBefore);
    const std::int64_t now = office.clock.now_ms();
    made.token = {who.tenant,
                  office.chance.next_id(),
                  office.secrecy.fingerprint(made.secret),
                  who.person,
                  wish.name,
                  wish.scopes,
                  now,
                  now + wish.days * people::kDay_ms,
                  std::nullopt,
                  std::nullopt};
    std::sort(made.token.scopes.begin(), made.token.scopes.end());
    made.token.scopes.erase(std::unique(made.token.scopes.begin(), made.token.scopes.end()), made.token.scopes.end());
    office.registry.write([&](Registers& registers) {
        if (registers.tokens.list(who.tenant, who.person).size() >= kTokensMost)
            throw Refusal(Refused::conflict, "You have 50 tokens. Revoke some first.");
        registers.tokens.add(made.token);
        write_down(office, registers, {who.tenant, who.person, "token.made", made.token.id, joined(made.token.scopes)});
    });
    return made;
}

std::vector<Token> list_tokens(Office& office, const people::Principal& who) {
    require(who, people::Verb::manage_tokens, people::own(who));
    std::vector<Token> tokens;
    office.registry.read([&](Registers& registers) { tokens = registers.tokens.list(who.tenant, who.person); });
    return tokens;
}

std::string revoke_token(Office& office, const people::Principal& who, const std::string& id) {
    std::string owner;
    office.registry.write([&](Registers& registers) {
        const auto token = registers.tokens.with_id(who.tenant, id);
        require(who, people::Verb::manage_tokens,
                {who.tenant, token ? token->person : std::string("nobody"), false, false});
        if (!token) throw Refusal(Refused::missing, "There is no such token.");
        registers.tokens.revoke(who.tenant, id, office.clock.now_ms());
        write_down(office, registers, {who.tenant, who.person, "token.revoked", id, {}});
        owner = token->person;
    });
    return owner;
}

}  // namespace praxis::app
