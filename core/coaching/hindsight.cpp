#include "core/coaching/hindsight.hpp"

#include "core/behaviour/course.hpp"
#include "core/buyer/buyer.hpp"

namespace praxis::coaching {

using conversation::BuyerSaid;
using conversation::RepSaid;
using foresight::marks::Judgement;
using foresight::marks::PlayedTurn;

std::vector<PlayedTurn> played_turns(const conversation::Conversation& conversation,
                                     const strategy::Scenario& scenario) {
    const behaviour::Course course = behaviour::follow(conversation, scenario);
    std::vector<PlayedTurn> turns;
    for (std::size_t i = 0; i < conversation.events.size(); ++i) {
        const auto* rep = std::get_if<RepSaid>(&conversation.events[i].body);
        if (!rep || !course.before[i].answer) continue;
        const auto& answer = std::get<BuyerSaid>(conversation.events[*course.before[i].answer].body);
        if (!answer.intention) continue;
        turns.push_back({conversation.events[i].turn, rep->reading.observation, *answer.intention, answer.heard_moves,
                         behaviour::understood(conversation, course, i)});
    }
    return turns;
}

std::optional<Judgement> look_back(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                                   const foresight::marks::Effort& effort) {
    if (conversation.events.empty()) return std::nullopt;
    if (!std::holds_alternative<conversation::Ended>(conversation.events.back().body)) return std::nullopt;
    const auto turns = played_turns(conversation, scenario);
    const auto scene = buyer::make_scene(scenario);
    if (!scene || turns.empty()) return std::nullopt;
    const Seed seed = conversation.header.seed;
    const auto passages = foresight::marks::replay(*scene, buyer::open(*scene, seed), seed, turns);
    return foresight::marks::judge(passages, *scene, seed, effort);
}

}  // namespace praxis::coaching
