#include "tests/rep_lines/cross_check.hpp"

#include <algorithm>
#include <map>

#include "app/rehearsal/say_move.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/foresight/competent_rep.hpp"
#include "core/foresight/search.hpp"
#include "core/wording/rep/misfit.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::rep_lines {
namespace {

using namespace wording;
using foresight::Move;
using foresight::MoveKind;

constexpr int kTurns = 16;
constexpr std::uint64_t kSteps = 600;  // enough to sort out what is worth considering

class Collector final : public foresight::MoveVisitor {
public:
    void take(const Move& move) override { moves.push_back(move); }
    std::vector<Move> moves;
};

class Check {
public:
    Check(const app::Rehearsal& talk, bool unheard, const WordingMemory& memory)
        : talk_(talk),
          unheard_(unheard),
          memory_(memory),
          weighed_(foresight::weigh_moves({talk.state, *talk.play.scene, talk.seed()}, {kSteps})) {}

    rep::Way say(const Move& move) const {
        const app::Point at = app::point_of(talk_);
        if (!unheard_) {
            WordingMemory memory = memory_;
            const auto line = app::say_move(at, move, memory);
            if (!line) return {};
            return {line->text,
                    {memory.variants.begin() + static_cast<long>(memory_.variants.size()), memory.variants.end()}};
        }
        const rep::Recall heard = rep::recall(at.conversation, talk_.scenario(), at.turn);
        const Speaker speaker{talk_.scenario(), talk_.person(), talk_.casting.causes, talk_.seed()};
        auto ways = rep::ways(app::wish_for(move, talk_.state), {speaker, heard, at.turn}, *at.play.tongue.rep_lines,
                              memory_, 1);
        return ways.empty() ? rep::Way{} : std::move(ways.front());
    }

    Checked check(const Move& move) const {
        Checked checked{talk_, move, say(move)};
        checked.considered = considered(move);
        const std::string& text = checked.way.text;
        if (text.empty()) return checked;
        app::Rehearsal other = talk_;
        const auto taken = app::take_turn(other, text);
        const auto& heard = std::get<conversation::RepSaid>(other.conversation.events[taken.first_event].body);
        const auto& said = std::get<conversation::BuyerSaid>(other.conversation.events[taken.first_event + 1].body);
        checked.acts = heard.reading.observation.acts;
        const auto function = rep::purpose(app::wish_for(move, talk_.state));
        checked.function = !function || checked.acts.has(*function);
        if (move.kind == MoveKind::admit_limit) checked.function = heard.reading.observation.limit_admitted;
        checked.topic = move.topic.none() || move.kind == MoveKind::admit_limit ||
                        heard_about(heard.reading.observation, move.topic);
        checked.fact_free = !gives_away(text) && !heard.reading.observation.overclaim;
        checked.meant = buyer::step(talk_.state, move.heard, *talk_.play.scene, talk_.seed()).intention;
        checked.got = *said.intention;
        const PlannedMove meant = main_move(checked.meant), got = main_move(checked.got);
        checked.same_move = meant.move == got.move;
        checked.same_answer = meant == got;
        return checked;
    }

private:
    bool considered(const Move& move) const {
        const auto moves = weighed_.moves();
        return std::any_of(moves.begin(), moves.end(), [&](const foresight::Weighed& other) {
            return other.move.kind == move.kind && other.move.topic == move.topic && other.move.listens == move.listens;
        });
    }

    static bool heard_about(const Observation& heard, TopicId topic) {
        const int n = std::min<int>(heard.topic_count, Observation::kTopicsSeen);
        return std::find(heard.topics.begin(), heard.topics.begin() + n, topic) != heard.topics.begin() + n;
    }

    bool gives_away(const std::string& text) const {
        const auto& scenario = talk_.scenario();
        for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
            if (talk_.state.told({static_cast<std::uint8_t>(i)})) continue;
            for (const std::string& key : scenario.facts[i].fact.key)
                if (has_phrase(text, key)) return true;
        }
        for (std::size_t i = 0; i < scenario.objections.size(); ++i) {
            const ObjectionId id{static_cast<std::uint8_t>(i)};
            if (talk_.state.handling(id).has(buyer::Handled::cause_told)) continue;
            for (const auto& cause : scenario.objections[i].causes) {
                if (text.find(cause.cause.answer) != std::string::npos) return true;
                for (const std::string& tell : cause.cause.tell)
                    for (const std::string_view sentence : sentences_of(tell))
                        if (words_of(sentence).size() > kRepeatableWords && has_phrase(text, sentence)) return true;
            }
        }
        return false;
    }

    const app::Rehearsal& talk_;
    bool unheard_;
    const WordingMemory& memory_;
    foresight::Weighing weighed_;
};

Move practised(const app::Rehearsal& talk) {
    Move move;
    move.heard = foresight::next_of_competent(talk.state, *talk.play.scene, talk.seed(), 0);
    if (move.heard.topic_count > 0) move.topic = move.heard.topics[0];
    return move;
}

std::vector<Move> some_moves(const app::Rehearsal& talk, int per_kind) {
    Collector all;
    foresight::visit_moves(talk.state, *talk.play.scene, all);
    std::map<MoveKind, std::vector<Move>> by_kind;
    for (const Move& move : all.moves) by_kind[move.kind].push_back(move);
    std::vector<Move> some;
    for (auto& [kind, moves] : by_kind)
        for (int n = 0; n < per_kind && !moves.empty(); ++n) {
            const auto at = pick(chance(talk.seed(), 7, talk.turn, static_cast<std::uint32_t>(kind) * 8U + n),
                                 static_cast<std::uint32_t>(moves.size()));
            some.push_back(moves[at]);
            moves.erase(moves.begin() + at);
        }
    some.push_back(practised(talk));
    return some;
}

}  // namespace

PlannedMove main_move(const Intention& intention) {
    for (int i = 0; i < intention.count; ++i)
        if (wording::beat_of(intention.moves[static_cast<std::size_t>(i)].move) != Beat::react)
            return intention.moves[static_cast<std::size_t>(i)];
    return intention.count > 0 ? intention.moves[0] : PlannedMove{};
}

void cross_check(const app::Play& play, const Way_of_checking& how, const std::function<void(const Checked&)>& take) {
    app::Rehearsal talk = app::start_rehearsal(play, how.seed, app::Support::silent);
    WordingMemory memory;
    for (int turn = 0; turn < kTurns && !talk.over; ++turn) {
        const Check check(talk, how.unheard, memory);
        for (const Move& move : some_moves(talk, how.per_kind)) take(check.check(move));
        const rep::Way said = check.say(practised(talk));
        rep::note(memory, said);
        app::take_turn(talk, said.text.empty() ? "What else should I know?" : said.text);
    }
}

}  // namespace praxis::rep_lines
