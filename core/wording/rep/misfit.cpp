#include "core/wording/rep/misfit.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace praxis::wording::rep {
namespace {

using enum Act;

constexpr int kPurposeMissed = 40;
constexpr int kPurposeUnsure = 7;
constexpr int kTopicMissed = 20;
constexpr int kTopicNotFirst = 5;
constexpr int kFormMissed = 12;
constexpr int kActMissed = 10;
constexpr int kActUnsure = 3;
constexpr int kFlagMissed = 10;
constexpr int kFlagTooMany = 15;
constexpr int kFunctionTooMany = 6;
constexpr int kActTooMany = 3;
constexpr int kConductTooMany = 30;
constexpr int kTurnTooMany = 12;  // an act that takes the talk elsewhere

constexpr ActSet kForms{open_question, closed_question};
constexpr ActSet kElsewhere{permission,         agenda,     next_step, close,      sign_off,
                            discount_offer,     price_talk, rapport,   small_talk, objection_clarified,
                            objection_confirmed};

int forms(const Observation& means, const Observation& read) {
    if (means.acts.has(open_question)) return read.acts.has(open_question) ? 0 : kFormMissed;
    if (means.acts.has(closed_question)) return read.acts.has(open_question) ? kFormMissed : 0;
    return read.acts.any(kForms) ? kFormMissed : 0;
}

int too_many(ActSet acts) {
    const ActSet functions =
        acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify);
    const ActSet bad = acts_of(ActGroup::conduct) | acts_of(ActGroup::hostile);
    int points = 0;
    for (int i = 0; i < kActCount; ++i) {
        const auto act = static_cast<Act>(i);
        if (!acts.has(act) || kForms.has(act)) continue;
        points += bad.has(act)          ? kConductTooMany
                  : kElsewhere.has(act) ? kTurnTooMany
                  : functions.has(act)  ? kFunctionTooMany
                                        : kActTooMany;
    }
    return points;
}

int topics(const Wish& wish, const Observation& read) {
    if (wish.topic.none() || wish.kind == RepMove::admit_limit) return 0;  // a limit is the offer's, not the topic's
    const int n = std::min<int>(read.topic_count, Observation::kTopicsSeen);
    for (int i = 0; i < n; ++i)
        if (read.topics[static_cast<std::size_t>(i)] == wish.topic) return i == 0 ? 0 : kTopicNotFirst;
    return kTopicMissed;
}

int flags(const Observation& means, const Observation& read) {
    using Flag = bool Observation::*;
    constexpr std::array<Flag, 7> kWanted = {
        &Observation::limit_admitted, &Observation::trade,      &Observation::recommends,  &Observation::disqualifies,
        &Observation::names_owner,    &Observation::names_date, &Observation::quotes_price};
    constexpr std::array<Flag, 6> kUnwanted = {&Observation::limit_admitted, &Observation::trade,
                                               &Observation::disqualifies,   &Observation::overclaim,
                                               &Observation::disparages,     &Observation::wrong_recap};
    int points = 0;
    for (const Flag flag : kWanted) points += means.*flag && !(read.*flag) ? kFlagMissed : 0;
    for (const Flag flag : kUnwanted) points += read.*flag && !(means.*flag) ? kFlagTooMany : 0;
    if ((means.proofs & ~read.proofs) != 0) points += kFlagMissed;
    return points;
}

}  // namespace

std::optional<Act> purpose(const Wish& wish) {
    switch (wish.kind) {
        case RepMove::greet: return greeting;
        case RepMove::set_agenda: return agenda;
        case RepMove::hold_price: return competition_question;
        case RepMove::recap: return summary;
        case RepMove::sympathise: return empathy;
        case RepMove::clarify_objection: return objection_clarified;
        case RepMove::answer_objection: return objection_answered;
        case RepMove::name_price:
        case RepMove::quote: return price_talk;
        default: break;
    }
    const ActSet led_in{empathy, summary, objection_acknowledged};
    const ActSet named = wish.means.acts - kForms;
    const ActSet core = (named - led_in).empty() ? named : named - led_in;
    if (core.empty()) return std::nullopt;
    return static_cast<Act>(std::countr_zero(core.bits()));
}

int misfit(const Wish& wish, const Observation& understood) {
    const Observation& means = wish.means;
    const auto act = purpose(wish);
    int points = 0;
    if (act && !understood.sure.has(*act)) points = understood.acts.has(*act) ? kPurposeUnsure : kPurposeMissed;
    points += kActMissed * (means.acts - understood.acts - kForms).size();
    points += kActUnsure * ((means.acts & understood.acts) - understood.sure - kForms).size();
    points += too_many(understood.acts - means.acts);
    return points + forms(means, understood) + topics(wish, understood) + flags(means, understood);
}

}  // namespace praxis::wording::rep
