#include "core/coaching/phrases.hpp"
#include "core/coaching/report.hpp"

namespace praxis::coaching {
namespace {

using Names = std::vector<PhraseName>;

template <class... Parts>
void add(Names& names, bool required, Parts&&... parts) {
    names.push_back({(std::string() + ... + std::string(parts)), required});
}

template <class E>
void add_each(Names& names, bool required, std::string_view family, int count) {
    for (int i = 0; i < count; ++i) add(names, required, family, name(static_cast<E>(i)));
}

template <class E>
void add_kinds(Names& names, bool required, std::string_view family) {
    for (std::size_t i = 0; i < strategy::count<E>(); ++i)
        add(names, required, family, strategy::name(static_cast<E>(i)));
}

void add_list(Names& names, std::string_view family, std::initializer_list<std::string_view> lasts) {
    for (const std::string_view last : lasts) add(names, true, family, last);
}

// A phrase, and optionally the same in the manner of each style.
void add_styled(Names& names, const std::string& base) {
    names.push_back({base, true});
    add_kinds<strategy::Style>(names, false, base + ".");
}

void add_colleague(Names& names) {
    for (int i = 0; i < strategy::kMediumCount; ++i)
        add_styled(names, "colleague.met." + std::string(strategy::name(static_cast<strategy::Medium>(i))));
    for (const char* felt : {"warm", "fair", "cold", "hostile"})
        add_styled(names, std::string("colleague.felt.") + felt);
    for (const char* why : {"offended", "pressed", "steered", "overclaim", "ignored", "discount", "jargon", "monologue",
                            "pitch", "price_early", "limit", "challenge", "resolved", "recap", "questions"})
        add_styled(names, std::string("colleague.because.") + why);
    for (const char* told : {"deep", "some", "nothing"}) add_styled(names, std::string("colleague.told.") + told);
    add_styled(names, "colleague.open_objection");
    for (const char* end : {"walked_out", "order", "step", "parted", "vague", "time_up", "nothing"})
        add_styled(names, std::string("colleague.end.") + end);
}

void add_thoughts(Names& names) {
    add_list(names, "thought.", {"walked_out", "offended",   "out_of_role", "pressed",  "ordered",          "step",
                                 "parted",     "resolved",   "half_answer", "ignored",  "recap_wrong",      "overclaim",
                                 "disparaged", "payoff",     "impact",      "discount", "price_early",      "jargon",
                                 "monologue",  "objected",   "pitch",       "not_yet",  "promised_vaguely", "limit",
                                 "challenge",  "recap",      "pain",        "empathy",  "told_already",     "bored",
                                 "guarded",    "interested", "warmer",      "colder"});
}

void add_lines(Names& names) {
    for (const std::string_view family : {"line.", "instead."}) {
        add_each<Act>(names, false, family, kActCount);
        add_each<DerivedEvent>(names, false, family, kDerivedEventCount);
    }
    add_kinds<strategy::Skill>(names, true, "line.skill.");
    add_kinds<strategy::Skill>(names, true, "today.");
    add_kinds<strategy::Skill>(names, true, "focus.why.");
}

void add_reasons(Names& names) {
    using foresight::MoveKind;
    using foresight::marks::Why;
    for (int i = 0; i < foresight::marks::kWhyCount; ++i) {
        const auto why = static_cast<Why>(i);
        if (why != Why::nothing && why != Why::better_there) add(names, true, "why.", name(why));
    }
    add_each<MoveKind>(names, true, "why.better_there.", kRepMoveCount);
    add_list(names, "curve.", {"note", "left_early", "lost_sight", "not_followed", "followed"});
}

void add_page(Names& names) {
    add_list(names, "page.",
             {"goal", "colleague", "focus", "focus_many", "better", "today", "turning_points", "grid", "undiscovered",
              "undiscovered_part", "criteria", "marks", "curve", "signals", "challenge", "turn", "thought", "customer",
              "nearest"});
    add_each<Mark>(names, true, "mark.", kMarkCount);
    add_each<behaviour::Verdict>(names, true, "verdict.", 4);
}

Names all_names() {
    Names names;
    add_kinds<strategy::GoalLevel>(names, true, "level.");
    add_list(names, "level.", {"unfinished", "real_call"});
    for (int i = 0; i < 7; ++i) add(names, true, "ended.", conversation::name(static_cast<conversation::EndReason>(i)));
    add_each<behaviour::Grounds>(names, true, "reason.", behaviour::kGroundsCount);
    add_list(names, "times.", {"0", "1", "2", "3", "4", "5", "many"});
    add_each<DealItem>(names, true, "grid.", kDealItemCount);
    add_each<Known>(names, true, "grid.", 3);
    add_each<behaviour::Figure>(names, true, "signal.", behaviour::kFigureCount);
    add_each<behaviour::Figure>(names, true, "signal.value.", behaviour::kFigureCount);
    add_list(names, "signal.", {"usual", "note"});
    add_list(names, "focus.",
             {"none", "not_judged", "cost.trust", "cost.patience", "cost.value", "cost.interest", "cost.nothing"});
    add_list(names, "challenge.", {"undiscovered", "harder", "silent"});
    add_list(names, "missed.", {"objection", "pain"});
    add_list(names, "not_understood.", {"one", "many"});
    add_list(names, "unknowable.", {"standing", "times"});
    add_colleague(names);
    add_thoughts(names);
    add_reasons(names);
    add_lines(names);
    add_page(names);
    return names;
}

}  // namespace

const std::vector<PhraseName>& phrase_names() {
    static const Names kNames = all_names();
    return kNames;
}

}  // namespace praxis::coaching
