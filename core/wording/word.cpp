#include "core/wording/word.hpp"

#include <algorithm>

#include "core/wording/dress.hpp"
#include "core/wording/moment.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording {
namespace {

constexpr std::uint32_t kPlainJoinPercent = 45;

// The authored texts that say the move; null where it is all grammar.
const strategy::Texts* authored(const Moment& moment) {
    using enum BuyerMove;
    const auto* fact = fact_of(moment);
    const auto* objection = objection_of(moment);
    const auto* cause = cause_of(moment);
    const auto* question = question_of(moment);
    switch (moment.move().move) {
        case disclose: return fact ? &fact->fact.full : nullptr;
        case disclose_short:
            if (fact == nullptr) return nullptr;
            return fact->fact.brief.empty() ? &fact->fact.full : &fact->fact.brief;
        case object: return objection ? &objection->objection.says : nullptr;
        case object_again: return objection ? &objection->objection.again : nullptr;
        case object_cause: return cause ? &cause->cause.tell : nullptr;
        case resolved: return cause ? &cause->cause.settled : nullptr;
        case ask: return question ? &question->question.says : nullptr;
        default: return nullptr;
    }
}

// A fact that the scenario does not have cannot be told.
BuyerMove spoken_move(const Moment& moment) {
    const BuyerMove move = moment.move().move;
    const bool tells = move == BuyerMove::disclose || move == BuyerMove::disclose_short;
    return tells && fact_of(moment) == nullptr ? BuyerMove::vague : move;
}

Dressed last_resort(const Moment& moment) {
    const auto shorts = candidates(moment.grammar.shorts(spoken_move(moment)), moment, Draw::line);
    for (const Candidate& reply : shorts)
        if (!gives_away(moment, reply.text)) return {reply.text, {reply.key}};
    return {"Mm.", {}};
}

Dressed say(const Moment& moment, bool lead_allowed) {
    std::vector<Candidate> spent;
    if (const strategy::Texts* texts = authored(moment)) {
        spent = candidates(*texts, moment);
        if (const auto chosen = choose(spent, moment)) {
            Dressed dressed = dress(*chosen, moment, lead_allowed);
            if (!said_before(moment.memory, dressed.text)) return dressed;
            return {chosen->text, {chosen->key}};
        }
    }
    auto lines = candidates(moment.grammar.of(spoken_move(moment)), moment, Draw::line);
    if (const auto chosen = choose(lines, moment)) return {chosen->text, {chosen->key}};
    spent.insert(spent.end(), lines.begin(), lines.end());
    if (auto again = recombine(spent, moment)) return *again;
    return last_resort(moment);
}

// Greetings and other civilities stand by themselves.
bool is_civility(BuyerMove move) {
    using enum BuyerMove;
    return move == greet || move == permit || move == agree || move == small_talk;
}

// The word that ties this move to the one before it; empty where a full stop does.
std::string join_before(const Moment& moment, std::string_view so_far) {
    if (moment.index == 0 || moment.hurried() || moment.move().move == BuyerMove::disclose_short ||
        so_far.ends_with('?') || is_civility(moment.intention.moves[moment.index - 1].move) ||
        moment.luck(Draw::join, kPlainJoinPercent))
        return "";
    const Beat from = beat_of(moment.intention.moves[moment.index - 1].move);
    const auto joins = moment.grammar.joins(from, beat_of(moment.move().move));
    if (joins.empty()) return "";
    const auto at = pick(moment.draw(Draw::join_line), static_cast<std::uint32_t>(joins.size()));
    return joins[at];
}

bool opens_alike(std::string_view a, std::string_view b) {
    const auto x = words_of(a.substr(0, 40));
    const auto y = words_of(b.substr(0, 40));
    return !x.empty() && !y.empty() && x.front() == y.front();
}

void remember(const Moment& moment, const Dressed& dressed, std::string_view as_said) {
    WordingMemory& memory = moment.memory;
    for (const std::uint64_t key : dressed.keys) note_variant(memory, key);
    note_said(memory, dressed.text);
    if (as_said != dressed.text) note_said(memory, as_said);
    const BuyerMove move = moment.move().move;
    const bool tells = move == BuyerMove::disclose || move == BuyerMove::disclose_short;
    if (tells && fact_of(moment) != nullptr && moment.move().argument < kFactsMax)
        memory.told |= std::uint64_t{1} << moment.move().argument;
    if (const TopicId topic = topic_of(moment); !topic.none()) memory.last_topic = topic;
}

void append(Worded& reply, const Moment& moment) {
    std::string join = join_before(moment, reply.text);
    const Dressed dressed = say(moment, join.empty() && !has_phrase(reply.text, "well"));
    std::string own = dressed.text;
    const bool fits = moment.grammar.joinable(own) && !opens_alike(join, own) &&
                      !said_before(moment.memory, join + " " + moment.grammar.after_lead(own));
    if (!join.empty() && fits)
        own = moment.grammar.after_lead(own);
    else
        join.clear();
    if (!reply.text.empty()) reply.text += ' ';
    if (!join.empty()) reply.text += join + " ";
    const auto begin = static_cast<std::uint32_t>(reply.text.size());
    reply.text += own;
    reply.spans.push_back({begin, static_cast<std::uint32_t>(reply.text.size())});
    remember(moment, dressed, join.empty() ? own : join + " " + own);
}

}  // namespace

Worded word(const Intention& intention, const Observation& heard, std::uint32_t turn, const Speaker& speaker,
            const Grammar& grammar, WordingMemory& memory) {
    Worded reply;
    begin_turn(memory);
    Moment moment{intention, heard, turn, speaker, grammar, memory};
    for (std::uint32_t i = 0; i < intention.count; ++i) {
        moment.index = i;
        begin_move(memory, intention.moves[i].move);
        append(reply, moment);
    }
    const auto words = words_of(std::string_view(reply.text).substr(0, 40));
    if (!words.empty()) memory.last_opener = sentence_key(words.front());
    return reply;
}

}  // namespace praxis::wording
