#include "core/foresight/move.hpp"

#include <array>
#include <bit>

namespace praxis::foresight {
namespace {

using buyer::Mark;
using buyer::Scene;
using buyer::State;
using strategy::Resolution;
using enum Act;

struct Question {
    MoveKind kind;
    Act function;
    bool topical;  // means something else about every topic
};
constexpr std::array<Question, 11> kQuestions = {{
    {MoveKind::ask_situation, situation_question, true},
    {MoveKind::ask_problem, problem_question, true},
    {MoveKind::ask_implication, implication_question, true},
    {MoveKind::ask_payoff, need_payoff_question, true},
    {MoveKind::ask_budget, budget_question, false},
    {MoveKind::ask_authority, authority_question, false},
    {MoveKind::ask_criteria, criteria_question, false},
    {MoveKind::ask_timeline, timeline_question, false},
    {MoveKind::ask_process, decision_process_question, false},
    {MoveKind::ask_competition, competition_question, false},
    {MoveKind::ask_stakeholders, stakeholder_mapping, false},
}};

constexpr std::int64_t kPercentMilli = 1000;  // amounts are in thousandths
constexpr std::int64_t kDiscountPercent = 10;

Observation say(ActSet acts, TopicId topic = {}) {
    Observation said;
    said.acts = said.sure = acts;
    for (int group = 0; group < kActGroupCount; ++group)
        if (acts.any(acts_of(static_cast<ActGroup>(group)))) said.groups[static_cast<std::size_t>(group)] = 95;
    if (!topic.none()) said.topics[said.topic_count++] = topic;
    said.open_questions = acts.has(open_question) ? 1 : 0;
    said.closed_questions = acts.has(closed_question) ? 1 : 0;
    said.words = 18;
    said.sentences = 2;
    return said;
}

void add_amount(Observation& said, AmountKind kind, std::int64_t milli) {
    said.amounts[said.amount_count++] = {kind, milli, {}, false};
}

// One state's moves, made up one after the other.
class Writer {
public:
    Writer(const State& state, const Scene& scene, MoveVisitor& visitor)
        : state_(state), scene_(scene), visitor_(visitor) {}

    void frame() {
        if (!state_.marks.has(Mark::met)) take(MoveKind::greet, say({greeting, rapport, permission, closed_question}));
        if (state_.marks.has(Mark::agenda_known)) return;
        Observation agenda_for_today = say({agenda, closed_question});
        agenda_for_today.yes_no = true;
        take(MoveKind::set_agenda, agenda_for_today);
    }

    void ask() {
        for (const Question& question : kQuestions) {
            if (!question.topical) ask_about({}, question);
            for (std::uint8_t i = 0; question.topical && i < scene_.topic_count; ++i) ask_about({i}, question);
        }
    }

    void listen() {
        if (state_.disclosed != 0) {
            for_topics_told([&](TopicId topic) {
                Observation recap = say({summary}, topic);
                recap.overlap = 40;
                take(MoveKind::recap, recap, topic);
            });
        }
        take(MoveKind::sympathise, say({empathy}));
        Observation limit = say({}, state_.last_topic);
        limit.limit_admitted = true;
        take(MoveKind::admit_limit, limit, state_.last_topic);
    }

    void pitch() {
        for_topics_told([&](TopicId topic) {
            take(MoveKind::give_figures, say({quantified_value}, topic), topic);
            take(MoveKind::give_benefit, say({value_statement}, topic), topic);
        });
        for (std::uint8_t i = 0; i < scene_.topic_count; ++i)
            if (scene_.pain_topics.has({i})) take(MoveKind::give_insight, say({insight}, {i}), {i});
        for (std::uint8_t i = 0; i < scene_.proof_count; ++i) {
            Observation proof = say({social_proof}, scene_.proofs[i].topic);
            proof.proofs = static_cast<std::uint16_t>(1U << i);
            take(MoveKind::bring_proof, proof, scene_.proofs[i].topic);
        }
    }

    void meet_objection() {
        if (state_.open.none()) return;
        const buyer::SceneObjection& objection = scene_.objections[state_.open.value];
        take(MoveKind::clarify_objection,
             say({objection_acknowledged, objection_clarified, open_question}, objection.topic), objection.topic, true);
        const bool known = state_.handling(state_.open).has(buyer::Handled::cause_told);
        for (std::uint8_t i = 0; i < objection.cause_count; ++i)
            if (!known || i == state_.causes[state_.open.value]) answer(objection.causes[i]);
    }

    void answer_question() {
        if (state_.pending.none()) return;
        const buyer::SceneQuestion& question = scene_.questions[state_.pending.value];
        const ActSet fitting = question.answered_by;
        Observation said = say({}, question.topic);
        if (!fitting.empty()) said = say({static_cast<Act>(std::countr_zero(fitting.bits()))}, question.topic);
        take(MoveKind::answer_question, said, question.topic);
    }

    void talk_money() {
        if (scene_.request.list > 0 && scene_.rules.quote_wins) quote();
        if (scene_.price.list <= 0) return;
        Observation price = say({price_talk});
        price.quotes_price = true;
        add_amount(price, AmountKind::money, scene_.price.list);
        take(MoveKind::name_price, price);
        if (!state_.marks.has(Mark::price_heard)) return;
        take(MoveKind::hold_price, say({competition_question, open_question}));
        Observation trade = say({discount_offer});
        trade.trade = true;
        add_amount(trade, AmountKind::percent, kDiscountPercent * kPercentMilli);
        take(MoveKind::offer_trade, trade);
        Observation gift = say({discount_offer});
        add_amount(gift, AmountKind::percent, kDiscountPercent * kPercentMilli);
        take(MoveKind::give_discount, gift);
    }

    void advance() {
        Observation step = say({next_step, closed_question});
        step.names_date = step.names_owner = step.yes_no = step.recommends = true;
        take(MoveKind::propose_step, step);
        Observation order = say({close, closed_question});
        order.recommends = order.yes_no = order.names_date = true;
        take(MoveKind::ask_for_order, order);
        Observation parting = say({sign_off});
        if (!state_.marks.has(Mark::step_taken)) parting.disqualifies = scene_.disqualify_right;
        take(MoveKind::part, parting);
    }

private:
    void take(MoveKind kind, const Observation& heard, TopicId topic = {}, bool listens = false) {
        Move move;
        move.kind = kind;
        move.topic = topic;
        move.listens = listens;
        move.heard = heard;
        visitor_.take(move);
    }

    void ask_about(TopicId topic, const Question& question) {
        const ActSet plain{question.function, open_question};
        take(question.kind, say(plain, topic), topic);
        const bool pain = state_.previous == PreviousKind::pain;
        if (!pain && state_.disclosed == 0) return;
        Observation led_in = say(plain | (pain ? ActSet{empathy} : ActSet{summary}), topic);
        led_in.overlap = pain ? 0 : 40;
        take(question.kind, led_in, topic, true);
    }

    void answer(const buyer::SceneCause& cause) {
        Observation said = say({objection_acknowledged, objection_answered}, cause.topic);
        said.proofs = cause.proofs;
        if (cause.proofs != 0) said.acts.insert(social_proof);
        if (cause.resolve == Resolution::outweigh) said.acts.insert(quantified_value);
        said.limit_admitted = cause.resolve == Resolution::accept;
        said.names_owner = cause.resolve == Resolution::involve;
        said.trade = cause.resolve == Resolution::trade;
        said.sure = said.acts;
        take(MoveKind::answer_objection, said, cause.topic, true);
    }

    void quote() {
        Observation said = say({summary, price_talk}, state_.last_topic);
        said.quotes_price = said.names_date = true;
        said.overlap = 45;
        add_amount(said, AmountKind::money, (scene_.request.list * 3 + scene_.request.floor) / 4);
        add_amount(said, AmountKind::date, 0);
        take(MoveKind::quote, said);
    }

    template <class Take>
    void for_topics_told(Take taken) {
        for (std::uint8_t i = 0; i < scene_.topic_count; ++i)
            if ((scene_.facts_of_topic[i] & state_.disclosed) != 0) taken(TopicId{i});
    }

    const State& state_;
    const Scene& scene_;
    MoveVisitor& visitor_;
};

}  // namespace

void visit_moves(const State& state, const Scene& scene, MoveVisitor& visitor) {
    Writer writer(state, scene, visitor);
    writer.frame();
    writer.meet_objection();
    writer.answer_question();
    writer.ask();
    writer.listen();
    writer.pitch();
    writer.talk_money();
    writer.advance();
}

}  // namespace praxis::foresight
