#include "tests/conversations/observe.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>

namespace praxis::conversations {
namespace {

using conversation::BuyerSaid;
using conversation::RepSaid;
using conversation::Standing;
using foresight::marks::Judged;
using foresight::marks::Judgement;

// "won|advanced" is either.
bool is_one_of(const std::string& alternatives, std::string_view name) {
    std::size_t begin = 0;
    while (begin <= alternatives.size()) {
        const std::size_t end = std::min(alternatives.find('|', begin), alternatives.size());
        if (std::string_view(alternatives).substr(begin, end - begin) == name) return true;
        begin = end + 1;
    }
    return false;
}

Finding not_understood(const std::string& what) {
    return {false, {}, what};
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

const BuyerSaid& said_by_buyer(const TurnSeen& turn) {
    return std::get<BuyerSaid>(turn.buyer.body);
}

std::string moves_text(const TurnSeen& turn) {
    const auto& plan = said_by_buyer(turn).intention;
    std::string text;
    for (int i = 0; plan && i < plan->count; ++i) text += (i ? ", " : "") + std::string(name(plan->moves[i].move));
    return text + ": " + turn.buyer.text;
}

template <class Wanted>
bool any_move(const TurnSeen& turn, Wanted wanted) {
    const auto& plan = said_by_buyer(turn).intention;
    for (int i = 0; plan && i < plan->count; ++i)
        if (wanted(plan->moves[i])) return true;
    return false;
}

Finding act(const std::vector<std::string>& words, const TurnSeen& turn) {
    const Reading& reading = std::get<RepSaid>(turn.rep.body).reading;
    std::string got;
    bool seen = false, about = words.size() < 4;
    for (const ActSeen& found : reading.acts) {
        if (!found.credited) continue;
        got += (got.empty() ? "" : " ") + std::string(name(found.act));
        seen = seen || is_one_of(words[1], name(found.act));
    }
    got += " about";
    for (const TopicSeen& topic : reading.topics) {
        const std::string& slug = turn.rehearsal.scenario().topics[topic.topic.value].id;
        got += " " + slug;
        about = about || is_one_of(words[3], slug);
    }
    return {seen && about, got, {}};
}

Finding discloses(const std::vector<std::string>& words, const TurnSeen& turn) {
    std::string got;
    bool held = false;
    for (const FactId fact : said_by_buyer(turn).disclosed) {
        const std::string& slug = turn.rehearsal.scenario().facts[fact.value].fact.id;
        got += (got.empty() ? "" : " ") + slug;
        held = held || words.size() < 3 || is_one_of(words[2], slug);
    }
    return {held, (got.empty() ? "nothing" : got) + " [" + moves_text(turn) + "]", {}};
}

Finding about_objection(const std::vector<std::string>& words, const TurnSeen& turn,
                        std::initializer_list<BuyerMove> moves) {
    const auto& objections = turn.rehearsal.scenario().objections;
    const bool held = any_move(turn, [&](const PlannedMove& planned) {
        if (std::find(moves.begin(), moves.end(), planned.move) == moves.end()) return false;
        return words.size() < 3 ||
               (planned.argument < objections.size() && is_one_of(words[2], objections[planned.argument].objection.id));
    });
    return {held, moves_text(turn), {}};
}

Finding accepts(const std::vector<std::string>& words, const TurnSeen& turn) {
    const std::map<std::string, BuyerMove> kinds = {
        {"step", BuyerMove::accept_step}, {"order", BuyerMove::accept_order}, {"trade", BuyerMove::accept_trade}};
    const bool held = any_move(turn, [&](const PlannedMove& planned) {
        return std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) {
            return kind.second == planned.move && (words.size() < 3 || is_one_of(words[2], kind.first));
        });
    });
    return {held, moves_text(turn), {}};
}

Finding does(const std::vector<std::string>& words, const TurnSeen& turn) {
    if (words.size() < 3) return not_understood("which move?");
    if (words[2].find('|') == std::string::npos && !buyer_move_named(words[2]))
        return not_understood("there is no buyer move '" + words[2] + "'");
    return {any_move(turn, [&](const PlannedMove& planned) { return is_one_of(words[2], name(planned.move)); }),
            moves_text(turn),
            {}};
}

Finding level(const std::vector<std::string>& words, const TurnSeen& turn) {
    static const std::map<std::string, std::uint8_t Standing::*> kLevels = {
        {"trust", &Standing::trust}, {"interest", &Standing::interest}, {"patience", &Standing::patience},
        {"value", &Standing::value}, {"clarity", &Standing::clarity},   {"urgency", &Standing::urgency}};
    const auto member = kLevels.find(words[1]);
    if (member == kLevels.end() || words.size() < 3) return not_understood("buyer " + words[1] + " what?");
    const int before = turn.before.*member->second;
    const int after = said_by_buyer(turn).standing.*member->second;
    const std::string got = words[1] + " from " + std::to_string(before) + " to " + std::to_string(after);
    if (words[2] == "rises") return {after > before, got, {}};
    if (words[2] == "falls") return {after < before, got, {}};
    if (words[2] == "holds") return {after == before, got, {}};
    return not_understood(words[1] + " rises, falls or holds?");
}

Finding buyer(const std::vector<std::string>& words, const TurnSeen& turn) {
    using enum BuyerMove;
    const std::string& verb = words[1];
    if (verb == "discloses") return discloses(words, turn);
    if (verb == "objects") return about_objection(words, turn, {object, object_again});
    if (verb == "explains") return about_objection(words, turn, {object_cause});
    if (verb == "settles") return about_objection(words, turn, {resolved});
    if (verb == "accepts") return accepts(words, turn);
    if (verb == "does") return does(words, turn);
    if (verb == "walks") return does({"buyer", "does", "walk_out"}, turn);
    if (verb == "asks") return does({"buyer", "does", "ask|ask_price|ask_discount"}, turn);
    if (verb == "ends")
        return {said_by_buyer(turn).intention && said_by_buyer(turn).intention->ends, moves_text(turn), {}};
    if (verb == "says" && words.size() > 2)
        return {lower(turn.buyer.text).find(lower(words[2])) != std::string::npos, turn.buyer.text, {}};
    return level(words, turn);
}

Finding behaviour_verdict(const std::vector<std::string>& words,
                          const std::vector<behaviour::BehaviourVerdict>& verdicts) {
    if (words.size() < 3) return not_understood("behaviour ID VERDICT");
    std::string known;
    for (const auto& verdict : verdicts) {
        known += " " + verdict.behaviour;
        if (verdict.behaviour == words[1])
            return {is_one_of(words[2], behaviour::name(verdict.verdict)),
                    std::string(behaviour::name(verdict.verdict)),
                    {}};
    }
    return {words[2] == "not_applicable", "no such criterion here; the criteria are:" + known, {}};
}

Finding disclosed_ever(const std::vector<std::string>& words, const app::Rehearsal& rehearsal) {
    std::string got;
    bool held = false;
    for (const auto& event : rehearsal.conversation.events)
        if (const auto* said = std::get_if<BuyerSaid>(&event.body))
            for (const FactId fact : said->disclosed) {
                const std::string& slug = rehearsal.scenario().facts[fact.value].fact.id;
                got += (got.empty() ? "" : " ") + slug;
                held = held || (words.size() > 1 && is_one_of(words[1], slug));
            }
    return {held, got.empty() ? "nothing" : got, {}};
}

std::string whole_percent(double share) {
    return std::to_string(std::lround(100 * share));
}

// value above|below PERCENT
Finding value_of(const std::vector<std::string>& words, const foresight::Value& value) {
    int bound = 0;
    const bool above = words.size() > 1 && words[1] == "above";
    const std::string& number = words.back();
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bound);
    if (words.size() != 3 || (!above && words[1] != "below") || error != std::errc{} ||
        end != number.data() + number.size())
        return not_understood("value above|below PERCENT");
    const double share = 100 * value.worth().share;
    return {above ? share > bound : share < bound, whole_percent(value.worth().share), {}};
}

Finding mark_of(const std::vector<std::string>& words, const Judged& judged) {
    if (words.size() < 2) return not_understood("which mark?");
    if (words[1].find('|') == std::string::npos && !foresight::marks::mark_named(words[1]))
        return not_understood("there is no mark '" + words[1] + "'");
    if (!judged.marked) return {false, "no mark: the turn was not understood", {}};
    const bool turned = judged.turning && is_one_of(words[1], name(foresight::marks::Mark::turning_point));
    return {turned || is_one_of(words[1], name(judged.mark)), judged_text(judged), {}};
}

}  // namespace

Finding observe(const Expectation& expectation, const TurnSeen& turn) {
    const auto& words = expectation.words;
    if (words[0] == "act" && words.size() > 1) return act(words, turn);
    if (words[0] == "buyer" && words.size() > 1) return buyer(words, turn);
    if (words[0] == "stage" && words.size() > 1) {
        const auto stage = strategy::name(said_by_buyer(turn).standing.stage);
        return {is_one_of(words[1], stage), std::string(stage), {}};
    }
    return not_understood("'" + words[0] + "' is none of: act, buyer, mark, stage, value");
}

std::string judged_text(const Judged& judged) {
    const auto& by = judged.grounds;
    std::string text = "turn " + std::to_string(judged.turn) + ": value " + whole_percent(judged.before.worth().share) +
                       " to " + whole_percent(judged.after.worth().share);
    if (!judged.marked) return text + ", not understood";
    text += ", " + std::string(name(judged.mark));
    if (judged.turning && judged.mark != foresight::marks::Mark::turning_point) text += " and a turning point";
    return text + ", loss " + whole_percent(by.loss.share) + " against " + std::string(name(judged.instead.kind)) +
           ", gain " + whole_percent(by.gain.share);
}

bool looks_ahead(const Expectation& expectation) {
    return expectation.words[0] == "mark" || expectation.words[0] == "value";
}

Finding observe_ahead(const Expectation& expectation, std::uint32_t turn, const Judgement& judgement) {
    for (const Judged& judged : judgement.turns)
        if (judged.turn == turn)
            return expectation.words[0] == "mark" ? mark_of(expectation.words, judged)
                                                  : value_of(expectation.words, judged.after);
    return {false, "no such turn", {}};
}

Finding observe_end(const Expectation& expectation, const EndSeen& seen) {
    const auto& words = expectation.words;
    const app::Rehearsal& rehearsal = seen.rehearsal;
    const conversation::Ended& ended = rehearsal.ended();
    const std::string got = std::string(strategy::name(ended.level)) + " (" +
                            std::string(conversation::name(ended.reason)) + " in turn " +
                            std::to_string(rehearsal.turn) + ")";
    if (words.size() < 2) return not_understood("this says too little");
    if (words[0] == "outcome") return {is_one_of(words[1], strategy::name(ended.level)), got, {}};
    if (words[0] == "reason") return {is_one_of(words[1], conversation::name(ended.reason)), got, {}};
    if (words[0] == "behaviour") return behaviour_verdict(words, seen.verdicts);
    if (words[0] == "disclosed") return disclosed_ever(words, rehearsal);
    if (words[0] == "value") return value_of(words, seen.judgement.ended);
    return not_understood("'" + words[0] + "' is none of: outcome, reason, behaviour, disclosed, value");
}

}  // namespace praxis::conversations
