#include "core/coaching/hindsight.hpp"

#include "core/behaviour/course.hpp"
#include "core/buyer/buyer.hpp"

namespace praxis::coaching {

using conversation::BuyerSaid;
using conversation::RepSaid;
using foresight::marks::Judgement;
using foresight::marks::PlayedTurn;
using foresight::marks::RealAnswer;
using foresight::marks::RealTurn;

namespace {

constexpr std::size_t kTurnsOfARehearsal = 30;
constexpr std::uint16_t kWordsOfANod = 3;

bool is_nod(const Reading& reading) {
    return reading.acts.empty() && reading.observation.words <= kWordsOfANod;
}

// The last word counts, but what follows on a pain leaves it one.
void add(RealAnswer& answer, const BuyerSaid& said) {
    const bool stays =
        said.kind == PreviousKind::none || (answer.kind == PreviousKind::pain && said.kind == PreviousKind::info);
    if (!stays) answer.kind = said.kind;
    for (const TopicSeen& seen : said.topics)
        if (answer.topic_count < answer.topics.size()) answer.topics[answer.topic_count++] = seen.topic;
    for (const Amount& amount : said.amounts) answer.figure |= amount.kind != AmountKind::date;
}

std::optional<Judgement> look_back_on_call(const conversation::Conversation& call, const strategy::Scenario& scenario,
                                           foresight::marks::Effort effort) {
    const auto turns = real_turns(call, scenario);
    const auto made = buyer::make_scene(scenario);
    if (!made) return std::nullopt;
    const buyer::Scene scene = foresight::marks::stretched(*made, turns.size());
    const Seed seed = call.header.seed;
    const auto tracked = foresight::marks::track(turns, scene, seed);
    const std::size_t followed = tracked.passages.size();
    if (followed < kTurnsToFollow) return std::nullopt;
    const auto share = [&](std::uint32_t rollouts) {
        return followed <= kTurnsOfARehearsal ? rollouts
                                              : static_cast<std::uint32_t>(rollouts * kTurnsOfARehearsal / followed);
    };
    effort.search = share(effort.search);
    effort.compare = share(effort.compare);
    Judgement judgement = foresight::marks::judge(tracked.passages, scene, seed, effort);
    judgement.lost_at = tracked.lost_at;
    return judgement;
}

}  // namespace

std::vector<RealTurn> real_turns(const conversation::Conversation& call, const strategy::Scenario& scenario) {
    const behaviour::Course course = behaviour::follow(call, scenario);
    std::vector<RealTurn> turns;
    for (std::size_t i = 0; i < call.events.size(); ++i) {
        const auto& body = call.events[i].body;
        if (const auto* said = std::get_if<BuyerSaid>(&body); said && !turns.empty()) add(turns.back().answer, *said);
        const auto* rep = std::get_if<RepSaid>(&body);
        if (!rep || is_nod(rep->reading)) continue;
        turns.push_back({call.events[i].turn, rep->reading.observation, behaviour::understood(call, course, i), {}});
    }
    return turns;
}

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
    if (behaviour::follow(conversation, scenario).real) return look_back_on_call(conversation, scenario, effort);
    if (!std::holds_alternative<conversation::Ended>(conversation.events.back().body)) return std::nullopt;
    const auto turns = played_turns(conversation, scenario);
    const auto scene = buyer::make_scene(scenario);
    if (!scene || turns.empty()) return std::nullopt;
    const Seed seed = conversation.header.seed;
    const auto passages = foresight::marks::replay(*scene, buyer::open(*scene, seed), seed, turns);
    return foresight::marks::judge(passages, *scene, seed, effort);
}

}  // namespace praxis::coaching
