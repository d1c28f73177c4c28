#include "core/buyer/rep_model.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace praxis::buyer {
namespace {

using enum Act;
using strategy::FactLayer;

constexpr std::array<std::string_view, kRepKindCount> kNames = {
    "discoverer", "pitcher", "flatterer", "discounter", "checklist_reader", "quoter", "hostile", "random"};

constexpr ActSet kOpen{open_question};
constexpr ActSet kClosed{closed_question};

Observation say(ActSet acts, TopicId topic = {}) {
    Observation said;
    said.acts = said.sure = acts;
    for (int group = 0; group < kActGroupCount; ++group)
        said.groups[static_cast<std::size_t>(group)] = acts.any(acts_of(static_cast<ActGroup>(group))) ? 95 : 0;
    if (!topic.none()) said.topics[said.topic_count++] = topic;
    said.open_questions = acts.has(open_question) ? 1 : 0;
    said.closed_questions = acts.has(closed_question) ? 1 : 0;
    said.words = 18;
    said.sentences = 2;
    return said;
}

void add_topic(Observation& said, TopicId topic) {
    if (!topic.none() && said.topic_count < Observation::kTopicsSeen) said.topics[said.topic_count++] = topic;
}

void add_amount(Observation& said, AmountKind kind, std::int64_t milli) {
    if (said.amount_count < Observation::kAmountsSeen) said.amounts[said.amount_count++] = {kind, milli, {}, false};
}

// The rep's side of the table: what has been said so far and what the strategy prints.
struct Desk {
    const State& state;
    const Scene& scene;
    Seed seed;
    std::uint32_t turn;

    std::uint32_t choose(std::uint32_t n, std::uint32_t slot = 0) const {
        return pick(chance(seed, kRep.value, turn, slot), std::max(n, 1U));
    }
    bool told(FactSet facts) const { return (state.disclosed & facts) != 0; }
    // Was a fact of this layer told about the topic, or about what follows from it?
    bool told(TopicId topic, FactLayer layer) const {
        return topic.value < kTopicsMax &&
               told(scene.thread_of_topic[topic.value] & scene.facts_of_layer[static_cast<std::size_t>(layer)]);
    }
    bool valued(TopicId topic) const { return (state.valued[topic.value / 64] >> (topic.value % 64) & 1) != 0; }
    std::uint32_t pains() const { return scene.pain_count; }
    // The n-th pain topic of the segment, round and round; any topic where the strategy names no pain.
    TopicId pain_topic(std::uint32_t n) const {
        if (scene.pain_count > 0) return scene.pains[n % scene.pain_count];
        return scene.topic_count == 0 ? TopicId{} : TopicId{static_cast<std::uint8_t>(n % scene.topic_count)};
    }
    TopicId any_topic(std::uint32_t slot) const {
        return scene.topic_count == 0 ? TopicId{} : TopicId{static_cast<std::uint8_t>(choose(scene.topic_count, slot))};
    }
    std::int64_t list_price() const { return scene.price.list > 0 ? scene.price.list : 10'000'000; }
};

Observation quote_list_price(const Desk& desk) {
    Observation said = say({price_talk});
    said.quotes_price = true;
    add_amount(said, AmountKind::money, desk.list_price());
    return said;
}

Observation propose_step() {
    Observation said = say(ActSet{next_step} | kClosed);
    said.names_date = said.names_owner = said.yes_no = said.recommends = true;
    return said;
}

// ---- the discoverer

Observation handle_objection(const Desk& desk) {
    const ObjectionId id = desk.state.open;
    const SceneObjection& objection = desk.scene.objections[id.value];
    if (!desk.state.handling(id).has(Handled::cause_told))
        return say(ActSet{objection_acknowledged, objection_clarified} | kOpen, objection.topic);
    const SceneCause& cause = objection.causes[desk.state.causes[id.value]];
    Observation said = say({objection_acknowledged, objection_answered}, cause.topic);
    said.proofs = cause.proofs;
    if (cause.proofs != 0) said.acts.insert(social_proof);
    said.limit_admitted = cause.resolve == strategy::Resolution::accept;
    said.names_owner = cause.resolve == strategy::Resolution::involve;
    said.trade = cause.resolve == strategy::Resolution::trade;
    if (cause.resolve == strategy::Resolution::outweigh) said.acts.insert(quantified_value);
    said.sure = said.acts;
    return said;
}

std::optional<Observation> answer_the_buyer(const Desk& desk) {
    const State& state = desk.state;
    if (!state.open.none()) return handle_objection(desk);
    if (state.marks.has(Mark::price_asked)) return quote_list_price(desk);
    if (state.marks.has(Mark::discount_asked)) return say(ActSet{competition_question} | kOpen);
    if (state.pending.none()) return std::nullopt;
    const SceneQuestion& question = desk.scene.questions[state.pending.value];
    const auto first = static_cast<Act>(std::countr_zero(question.answered_by.bits() | (1ULL << kActCount)));
    return say(question.answered_by.empty() ? ActSet{} : ActSet{first}, question.topic);
}

// One more layer of one pain; nothing when its depth is reached.
std::optional<Observation> dig(const Desk& desk, TopicId topic) {
    if (topic.none()) return std::nullopt;
    const bool just_told = desk.state.previous == PreviousKind::pain;
    if (!desk.told(topic, FactLayer::problem)) return say(ActSet{problem_question} | kOpen, topic);
    if (!desk.told(topic, FactLayer::implication))
        return say(ActSet{implication_question} | kOpen | (just_told ? ActSet{empathy} : ActSet{summary}), topic);
    const bool brief = desk.scene.kind == strategy::ConversationKind::cold_call;
    if (!brief && just_told && !desk.told(topic, FactLayer::payoff)) {
        Observation said = say(ActSet{summary, need_payoff_question} | kOpen, topic);
        said.overlap = 40;
        return said;
    }
    if (!desk.valued(topic)) return say({quantified_value}, topic);
    return std::nullopt;
}

// What a rep does who was not told: shows that the rest was heard, admits a limit, comes at it from another side.
Observation earn_trust(const Desk& desk) {
    if (desk.turn % 3 == 0) {
        Observation said = say({summary}, desk.state.last_topic);
        said.limit_admitted = true;
        return said;
    }
    if (desk.turn % 3 == 1) return say(ActSet{summary, situation_question} | kOpen, desk.state.last_topic);
    return say(ActSet{insight, empathy}, desk.pain_topic(desk.turn));
}

// Asks until answered, where there is an answer to be had.
std::optional<Observation> learn_the_path(const Desk& desk) {
    const FactKinds& kinds = desk.scene.kinds;
    if (kinds.path != 0 && !desk.told(kinds.path))
        return say(ActSet{decision_process_question, authority_question} | kOpen);
    if (kinds.disqualifying != 0) return say(ActSet{timeline_question, problem_question, situation_question} | kOpen);
    return std::nullopt;
}

// Follows a thread while it yields, tries the next pain where it does not, and stops when one is worked out.
std::optional<Observation> go_deeper(const Desk& desk) {
    const std::uint32_t pains = std::max(desk.pains(), 1U);
    const bool late = desk.turn * 3 > static_cast<std::uint32_t>(desk.scene.rules.turns) * 2;
    if (late) return std::nullopt;
    std::uint32_t begun = pains;
    for (std::uint32_t n = 0; n < pains; ++n) {
        const TopicId topic = desk.pain_topic(n);
        if (topic.none() || !desk.told(topic, FactLayer::problem)) continue;
        if (desk.valued(topic)) return std::nullopt;
        begun = n;
    }
    const bool yields = begun < pains && (desk.state.previous == PreviousKind::pain || desk.turn % 3 != 0);
    return dig(desk, desk.pain_topic(yields ? begun : desk.turn));
}

bool wants_order(const Desk& desk) {
    return desk.scene.kind == strategy::ConversationKind::negotiation;
}

Observation advance(const Desk& desk) {
    if (!wants_order(desk)) return propose_step();
    if (!desk.state.marks.has(Mark::price_heard)) return quote_list_price(desk);
    Observation said = say(ActSet{close} | kClosed);
    said.recommends = said.yes_no = true;
    return said;
}

Observation begin(const Desk& desk) {
    if (desk.turn == 1) return say(ActSet{greeting, rapport, permission} | kClosed);
    const bool cold = desk.scene.kind == strategy::ConversationKind::cold_call;
    Observation said =
        cold ? say(ActSet{agenda, insight} | kClosed, desk.pain_topic(0)) : say(ActSet{agenda} | kClosed);
    said.yes_no = true;
    return said;
}

Observation discover(const Desk& desk) {
    if (desk.turn <= 2 && desk.state.open.none()) return begin(desk);
    if (desk.told(desk.scene.kinds.disqualifying)) {
        Observation parting = say({empathy, sign_off});
        parting.disqualifies = true;
        return parting;
    }
    if (desk.state.marks.has(Mark::step_taken)) return say({sign_off});
    if (const auto answer = answer_the_buyer(desk)) return *answer;
    const bool rebuffed = desk.state.previous == PreviousKind::brushoff || desk.state.marks.has(Mark::refused);
    if (rebuffed && desk.turn % 2 == 0) return earn_trust(desk);
    if (const auto question = go_deeper(desk)) return *question;
    if (const auto path = learn_the_path(desk)) return *path;
    return advance(desk);
}

// ---- the others

Observation pitch(const Desk& desk) {
    if (desk.turn == 1) return say({greeting, value_statement}, desk.pain_topic(0));
    if (desk.turn > 6 && desk.turn % 3 == 0) return propose_step();
    if (desk.turn > 7 && desk.turn % 3 == 1) return say(ActSet{close} | kClosed);
    constexpr std::array<Act, 5> kPitches = {value_statement, feature_dump, quantified_value, social_proof, insight};
    Observation said = say({kPitches[desk.choose(kPitches.size())]},
                           desk.choose(2, 1) ? desk.pain_topic(desk.turn) : desk.any_topic(2));
    said.words = 70;
    if (desk.choose(4, 3) == 0) said.acts.insert(monologue);
    if (!desk.state.open.none() && desk.choose(3, 4) == 0) said.acts.insert(objection_answered);
    said.sure = said.acts;
    return said;
}

Observation flatter(const Desk& desk) {
    if (desk.turn == 1) return say({greeting, rapport});
    if (desk.turn % 4 == 0) return propose_step();
    if (!desk.state.open.none()) return say({objection_acknowledged, empathy});
    constexpr std::array<ActSet, 5> kCharms = {ActSet{rapport}, ActSet{small_talk}, ActSet{rapport, empathy},
                                               ActSet{empathy}, ActSet{small_talk, rapport, hedging}};
    return say(kCharms[desk.choose(kCharms.size())]);
}

Observation give_discounts(const Desk& desk) {
    if (desk.turn == 1) return say({greeting, value_statement}, desk.pain_topic(0));
    if (desk.turn == 2) return quote_list_price(desk);
    if (desk.turn % 3 == 0) {
        Observation said = say({discount_offer});
        add_amount(said, AmountKind::percent, 10'000 * (1 + desk.turn / 3));
        return said;
    }
    if (desk.turn % 3 == 1) return say(ActSet{close, discount_offer} | kClosed);
    return propose_step();
}

Observation read_checklist(const Desk& desk) {
    if (desk.turn == 1) return say({greeting, agenda});
    constexpr std::array<Act, 12> kForm = {situation_question,   situation_question,   situation_question,
                                           situation_question,   budget_question,      authority_question,
                                           problem_question,     timeline_question,    decision_process_question,
                                           competition_question, implication_question, criteria_question};
    const std::uint32_t row = desk.turn - 2;
    if (row >= kForm.size()) return propose_step();
    const bool about_work = row < 4 || kForm[row] == problem_question || kForm[row] == implication_question;
    Observation said = say(ActSet{kForm[row]} | kClosed, about_work ? desk.any_topic(0) : TopicId{});
    said.yes_no = desk.choose(2, 1) == 0;
    return said;
}

Observation quote(const Desk& desk) {
    const bool all_told = (desk.scene.kinds.request & ~desk.state.disclosed) == 0;
    if (desk.turn == 1) return say(ActSet{greeting, agenda, situation_question} | kOpen);
    if (desk.scene.request.list <= 0) return desk.turn == 2 ? quote_list_price(desk) : propose_step();
    if (!desk.state.open.none()) return handle_objection(desk);
    if (!all_told && desk.turn < 4) return say(ActSet{criteria_question, situation_question} | kOpen);
    if (desk.state.offer_milli == 0 || desk.turn % 2 == 0) {
        Observation said = say({summary, price_talk}, desk.state.last_topic);
        said.quotes_price = said.names_date = true;
        said.overlap = 45;
        add_amount(said, AmountKind::money, (desk.scene.request.list * 3 + desk.scene.request.floor) / 4);
        add_amount(said, AmountKind::date, 0);
        return said;
    }
    Observation said = say(ActSet{close} | kClosed);
    said.names_date = said.yes_no = true;
    return said;
}

Observation attack(const Desk& desk) {
    constexpr std::array<ActSet, 6> kAttacks = {ActSet{disrespect}, ActSet{pressure, close},
                                                ActSet{steering},   ActSet{interruption, pressure},
                                                ActSet{off_topic},  ActSet{disrespect, close, closed_question}};
    return say(kAttacks[desk.choose(kAttacks.size())]);
}

Observation say_anything(const Desk& desk) {
    ActSet acts;
    const std::uint32_t n = desk.choose(4);
    for (std::uint32_t i = 0; i < n; ++i) acts.insert(static_cast<Act>(desk.choose(kActCount, 10 + i)));
    Observation said = say(acts);
    const std::uint32_t topics = desk.choose(3, 20);
    for (std::uint32_t i = 0; i < topics; ++i) add_topic(said, desk.any_topic(21 + i));
    const std::uint64_t flags = chance(desk.seed, kRep.value, desk.turn, 30);
    const auto flag = [flags](int i) { return (flags >> i & 7) == 0; };
    said.refers_back = flag(0);
    said.negated = flag(3);
    said.yes_no = flag(6);
    said.wrong_recap = flag(9);
    said.overclaim = flag(12);
    said.limit_admitted = flag(15);
    said.trade = flag(18);
    said.disparages = flag(21);
    said.recommends = flag(24);
    said.disqualifies = flag(27);
    said.names_owner = flag(30);
    said.names_date = flag(33);
    said.quotes_price = flag(36);
    said.proofs = static_cast<std::uint16_t>(flag(39) ? flags >> 42 : 0);
    said.words = static_cast<std::uint16_t>(desk.choose(60, 31));
    said.overlap = static_cast<std::uint8_t>(desk.choose(60, 32));
    if (said.quotes_price) add_amount(said, AmountKind::money, desk.choose(100'000'000, 33));
    return said;
}

}  // namespace

std::string_view name(RepKind kind) {
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<RepKind> rep_kind_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == wanted) return static_cast<RepKind>(i);
    return std::nullopt;
}

Observation next_observation(RepKind kind, const State& state, const Scene& scene, Seed seed, std::uint32_t turn) {
    const Desk desk{state, scene, seed, turn};
    switch (kind) {
        case RepKind::discoverer: return discover(desk);
        case RepKind::pitcher: return pitch(desk);
        case RepKind::flatterer: return flatter(desk);
        case RepKind::discounter: return give_discounts(desk);
        case RepKind::checklist_reader: return read_checklist(desk);
        case RepKind::quoter: return quote(desk);
        case RepKind::hostile: return attack(desk);
        case RepKind::random: return say_anything(desk);
    }
    return {};
}

}  // namespace praxis::buyer
