#include <algorithm>

#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::DiscountRule;

namespace {

// The price a turn names, in thousandths; 0 when it names none.
std::int64_t price_named(const Observation& heard) {
    if (!heard.quotes_price) return 0;
    for (int i = heard.amount_count - 1; i >= 0; --i)
        if (i < Observation::kAmountsSeen && heard.amounts[i].kind == AmountKind::money) return heard.amounts[i].milli;
    return 0;
}

void lower_to(State& state, std::int64_t milli) {
    if (milli <= 0) return;
    state.offer_milli = milli;
    state.lowest_milli = state.lowest_milli == 0 ? milli : std::min(state.lowest_milli, milli);
}

bool names_delivery(const Observation& heard) {
    for (int i = 0; i < heard.amount_count && i < Observation::kAmountsSeen; ++i)
        if (heard.amounts[i].kind == AmountKind::date || heard.amounts[i].kind == AmountKind::duration) return true;
    return heard.names_date;
}

bool repeats_request(const Turn& turn) {
    if (turn.has(summary) || turn.heard.overlap >= kEchoPercent) return true;
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    for (int i = 0; i < n; ++i) {
        const TopicId topic = turn.heard.topics[i];
        if (topic.value < kTopicsMax && turn.knows(turn.scene.facts_of_topic[topic.value] & turn.scene.kinds.request))
            return true;
    }
    return std::any_of(turn.heard.amounts.begin(), turn.heard.amounts.end(),
                       [](const HeardAmount& amount) { return amount.matches_fact; });
}

// The amount that can be the unit price of the request: one between floor and list, else the first money figure.
std::int64_t quote_of(const Turn& turn) {
    if (!turn.heard.quotes_price) return 0;
    std::int64_t first = 0;
    for (int i = 0; i < turn.heard.amount_count && i < Observation::kAmountsSeen; ++i) {
        const HeardAmount& amount = turn.heard.amounts[i];
        if (amount.kind != AmountKind::money) continue;
        if (amount.milli >= turn.scene.request.floor && amount.milli <= turn.scene.request.list) return amount.milli;
        if (first == 0) first = amount.milli;
    }
    return first;
}

void judge_quote(Turn& turn, std::int64_t quote) {
    turn.mark(Mark::price_heard);
    turn.unmark(Mark::price_asked);
    lower_to(turn.after, quote);
    if (quote > turn.scene.request.list) {
        turn.feel(effect::kDearQuote);
        turn.plan.push(BuyerMove::ask_discount);
    } else if (quote < turn.scene.request.floor) {
        turn.feel(effect::kCheapQuote);
        turn.unmark(Mark::quoted_well);
        turn.plan.push(BuyerMove::not_yet);
    } else if (!turn.is(Mark::quoted_well)) {
        turn.mark(Mark::quoted_well);
        turn.feel_part(effect::kGoodQuote, turn.after.turn <= turn.scene.rules.quote_within ? 100 : 40);
    }
}

}  // namespace

// A spot buyer takes a fast quote that repeats what was asked for and says when it comes.
void hear_quote(Turn& turn) {
    if (turn.done || !turn.scene.rules.quote_wins || turn.soured) return;
    if (const std::int64_t quote = quote_of(turn); quote > 0) judge_quote(turn, quote);
    if (!turn.is(Mark::quoted_well)) return;
    const bool read_back = turn.after.seen.has(DerivedEvent::recap_right);
    if (read_back || repeats_request(turn)) turn.mark(Mark::quote_recapped);
    if (names_delivery(turn.heard)) turn.mark(Mark::quote_delivery);
    const bool complete = turn.is(Mark::quote_recapped) && turn.is(Mark::quote_delivery);
    const bool fast = turn.after.turn <= turn.scene.rules.quote_within + 1;
    const bool asked = turn.sure(close) || turn.sure(next_step);
    const bool nothing_open =
        (turn.before.open.none() || turn.plan.has(BuyerMove::resolved)) && !turn.plan.has(BuyerMove::object);
    if (complete && (fast || asked) && nothing_open) turn.plan.push(BuyerMove::accept_order);
}

void hear_price(Turn& turn) {
    if (turn.done || turn.scene.rules.quote_wins || turn.has(discount_offer)) return;
    if (!turn.has(price_talk) && !turn.heard.quotes_price) return;
    const bool requested = turn.before.marks.has(Mark::price_asked);
    if (!turn.before.marks.has(Mark::discount_asked)) lower_to(turn.after, price_named(turn.heard));
    turn.mark(Mark::price_heard);
    turn.unmark(Mark::price_asked);
    if (turn.heard.quotes_price && !turn.asks) turn.saw(DerivedEvent::silence_after_price);
    if (requested) return turn.feel(effect::kPriceOnRequest);
    if (!turn.met(turn.scene.rules.price_needs)) turn.feel(effect::kPriceTooSoon);
}

namespace {

void take_lower_price(Turn& turn) {
    State& state = turn.after;
    if (const std::int64_t named = price_named(turn.heard); named > 0) return lower_to(state, named);
    const std::int64_t from = state.offer_milli > 0 ? state.offer_milli : turn.scene.price.list;
    for (int i = 0; i < turn.heard.amount_count && i < Observation::kAmountsSeen; ++i) {
        const HeardAmount& amount = turn.heard.amounts[i];
        const bool share = amount.kind == AmountKind::percent && amount.milli > 0 && amount.milli < 100'000;
        if (share) return lower_to(state, from / 100'000 * (100'000 - amount.milli));
    }
}

void take_gift(Turn& turn) {
    const bool valued = turn.before.feels.value >= kValueBuilt;
    turn.mark(Mark::gave_in);
    count(turn.after.tally.discounts);
    if (turn.scene.rules.discount == DiscountRule::never) turn.feel(effect::kDiscountForbidden);
    if (turn.scene.rules.discount != DiscountRule::free || turn.before.tally.discounts > 0)
        turn.feel(valued ? effect::kDiscountGiven : effect::kDiscountBeforeValue);
    // What came for nothing can come again.
    if (turn.after.tally.nibbles < kNibblesMax) turn.plan.push(BuyerMove::ask_discount);
}

}  // namespace

void hear_concession(Turn& turn) {
    if (turn.done) return;
    const bool gives = turn.has(discount_offer);
    if (turn.heard.trade) {
        turn.saw(DerivedEvent::trade);
        turn.feel(effect::kTraded);
        take_lower_price(turn);
        const bool welcome = turn.after.feels.value >= kValueBuilt || turn.after.feels.trust >= 50;
        if (welcome && turn.before.open.none() && !turn.soured &&
            (gives || turn.before.marks.has(Mark::discount_asked)))
            turn.plan.push(BuyerMove::accept_trade);
        return;
    }
    if (!gives) return;
    take_lower_price(turn);
    take_gift(turn);
}

// Asked for less, the rep neither gave nor gave up.
void see_price_held(Turn& turn) {
    if (turn.done || !turn.before.marks.has(Mark::discount_asked)) return;
    if (turn.has(discount_offer) || turn.heard.trade || turn.acts.empty()) return;
    turn.unmark(Mark::discount_asked);
    turn.saw(DerivedEvent::price_held);
    turn.feel(effect::kPriceHeld);
    const bool looked_into = turn.acts.any({competition_question, objection_clarified});
    if (turn.is(Mark::bluffs) && looked_into && !turn.is(Mark::bluff_called)) {
        turn.mark(Mark::bluff_called);
        turn.feel(effect::kBluffCalled);
    }
}

}  // namespace praxis::buyer::rules
