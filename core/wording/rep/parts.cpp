#include "core/wording/rep/parts.hpp"

#include <algorithm>
#include <array>

namespace praxis::wording::rep {
namespace {

using enum Act;

struct Asking {
    Act function;
    RepMove move;
};
// Of several functions in one turn the first here is asked; the others would make it an interrogation.
constexpr std::array<Asking, 11> kAsking = {{
    {implication_question, RepMove::ask_implication},
    {need_payoff_question, RepMove::ask_payoff},
    {timeline_question, RepMove::ask_timeline},
    {decision_process_question, RepMove::ask_process},
    {authority_question, RepMove::ask_authority},
    {criteria_question, RepMove::ask_criteria},
    {budget_question, RepMove::ask_budget},
    {competition_question, RepMove::ask_competition},
    {stakeholder_mapping, RepMove::ask_stakeholders},
    {problem_question, RepMove::ask_problem},
    {situation_question, RepMove::ask_situation},
}};

class Taking {
public:
    Taking(const Wish& wish, const strategy::Scenario& scenario)
        : wish_(wish), acts_(wish.means.acts), quotes_(scenario.rules.quote_wins && scenario.request) {}

    std::vector<Part> apart() {
        when(greeting, RepMove::greet);
        when(agenda, RepMove::set_agenda);
        objection();
        listening();
        pitch();
        money();
        question();
        when(next_step, RepMove::propose_step);
        when(close, RepMove::ask_for_order);
        if (acts_.has(sign_off) || wish_.means.disqualifies) add(RepMove::part);
        if (parts_.empty()) add(RepMove::answer_question);
        return std::move(parts_);
    }

    // What leads into a move of its own kind.
    std::vector<Part> led_in() {
        if (acts_.has(objection_acknowledged)) add(Lead::acknowledge);
        if (acts_.has(empathy) && wish_.kind != RepMove::sympathise) add(Lead::sympathy);
        const bool restates = wish_.kind == RepMove::recap || wish_.kind == RepMove::quote;
        if (acts_.has(summary) && !restates) add(Lead::recap);
        add(wish_.kind);
        return std::move(parts_);
    }

private:
    void add(RepMove move) { parts_.push_back({std::nullopt, move}); }
    void add(Lead lead) { parts_.push_back({lead, {}}); }
    void when(Act act, RepMove move) {
        if (acts_.has(act)) add(move);
    }

    void objection() {
        if (!acts_.any({objection_acknowledged, objection_clarified, objection_answered})) return;
        if (acts_.has(objection_acknowledged)) add(Lead::acknowledge);
        when(objection_clarified, RepMove::clarify_objection);
        when(objection_answered, RepMove::answer_objection);
    }

    void listening() {
        const bool goes_on = (acts_ - ActSet{greeting, agenda, empathy, summary}).bits() != 0 ||
                             wish_.means.limit_admitted || wish_.means.disqualifies;
        if (acts_.has(empathy)) goes_on ? add(Lead::sympathy) : add(RepMove::sympathise);
        if (acts_.has(summary) && !quotes()) goes_on ? add(Lead::recap) : add(RepMove::recap);
    }

    void pitch() {
        when(insight, RepMove::give_insight);
        if (wish_.means.limit_admitted && !acts_.has(objection_answered)) add(RepMove::admit_limit);
        if (acts_.has(objection_answered)) return;
        when(value_statement, RepMove::give_benefit);
        when(quantified_value, RepMove::give_figures);
        when(social_proof, RepMove::bring_proof);
    }

    bool quotes() const { return quotes_ && wish_.means.quotes_price; }

    void money() {
        if (quotes())
            add(RepMove::quote);
        else
            when(price_talk, RepMove::name_price);
        if (acts_.has(discount_offer)) add(wish_.means.trade ? RepMove::offer_trade : RepMove::give_discount);
    }

    void question() {
        const auto asked =
            std::ranges::find_if(kAsking, [this](const Asking& asking) { return acts_.has(asking.function); });
        if (asked != kAsking.end()) add(asked->move);
    }

    const Wish& wish_;
    ActSet acts_;
    bool quotes_;
    std::vector<Part> parts_;
};

}  // namespace

std::vector<Part> parts_of(const Wish& wish, const strategy::Scenario& scenario) {
    Taking taking(wish, scenario);
    if (wish.kind == RepMove::as_practised) return taking.apart();
    if (wish.kind != RepMove::answer_question || wish.means.acts.empty()) return taking.led_in();
    std::vector<Part> parts = taking.apart();
    parts.insert(parts.begin(), {Lead::reply, {}});
    return parts;
}

}  // namespace praxis::wording::rep
