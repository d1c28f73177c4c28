#include "core/behaviour/derive.hpp"

#include <algorithm>
#include <tuple>

#include "core/behaviour/derivation.hpp"

namespace praxis::behaviour {

std::vector<DerivedSeen> derive(const conversation::Conversation& conversation, const strategy::Scenario& scenario) {
    return derive(conversation, scenario, follow(conversation, scenario));
}

std::vector<DerivedSeen> derive(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                                const Course& course) {
    Derivation derivation{conversation, scenario, course, {}};
    for (std::size_t i = 0; i < conversation.events.size(); ++i) {
        const auto& body = conversation.events[i].body;
        if (const auto* rep = std::get_if<conversation::RepSaid>(&body)) derive_rep(derivation, i, rep->reading);
        const auto* buyer = std::get_if<conversation::BuyerSaid>(&body);
        if (!buyer) continue;
        if (buyer->intention)
            derive_rehearsed_buyer(derivation, i, *buyer);
        else
            derive_real_customer(derivation, i, *buyer);
    }
    std::stable_sort(derivation.found.begin(), derivation.found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.index, a.span.begin) < std::tie(b.index, b.span.begin);
    });
    return std::move(derivation.found);
}

}  // namespace praxis::behaviour
