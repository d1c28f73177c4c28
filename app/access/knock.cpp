#include "app/access/knock.hpp"

#include <algorithm>

namespace praxis::app {
namespace {

constexpr int kTriesMax = 16;

Refusal come_back_in(std::int64_t wait_ms) {
    Refusal refusal(Refused::too_often, "That was tried too often. Wait a little, then try again.");
    refusal.retry_after_s = static_cast<int>(std::max<std::int64_t>(1, (wait_ms + 999) / 1000));
    return refusal;
}

void pass(Office& office, Registers& registers, const Gate& gate) {
    for (int i = 0; i < kTriesMax; ++i) {
        const people::Failures before = registers.throttles.of(gate.key);
        const std::int64_t now = office.clock.now_ms();
        const std::int64_t wait = people::wait_ms(gate.rule, before, now);
        if (wait > 0) throw come_back_in(wait);
        if (registers.throttles.change(gate.key, before, people::one_more(gate.rule, before, now))) return;
    }
    throw come_back_in(people::kSecond_ms);
}

}  // namespace

Gates log_in_gates(Office& office, const std::string& account, const std::string& address) {
    const std::string print = office.secrecy.fingerprint(account);
    return {{"account " + print + " at " + address, people::kAccountAtAddress},
            {"account " + print, people::kAccount},
            {"address " + address, people::kAddress, true}};
}

Gates mail_gates(Office& office, const std::string& account, const std::string& address) {
    return {{"mail to " + office.secrecy.fingerprint(account), people::kMailToAccount},
            {"mail from " + address, people::kMailFromAddress}};
}

void knock(Office& office, const Gates& gates) {
    office.registry.write([&](Registers& registers) {
        for (const Gate& gate : gates) pass(office, registers, gate);
    });
}

void proved_right(Office& office, Registers& registers, const Gates& gates) {
    for (const Gate& gate : gates)
        for (int i = 0; i < kTriesMax; ++i) {
            const people::Failures before = registers.throttles.of(gate.key);
            const people::Failures after =
                gate.one_off ? people::one_less(gate.rule, before, office.clock.now_ms()) : people::Failures{};
            if (registers.throttles.change(gate.key, before, after)) break;
        }
}

}  // namespace praxis::app
