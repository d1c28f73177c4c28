#include "core/behaviour/indicator.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace praxis::behaviour {
namespace {

using strategy::EventPattern;
using strategy::Indicator;
using strategy::Operator;

constexpr std::size_t kQuotesMax = 3;

using Found = std::vector<const Moment*>;

Found find(const EventPattern& pattern, const Record& record, bool possible_too) {
    Found found;
    for (const Moment& moment : record.moments)
        if ((moment.certain || possible_too) &&
            matches(pattern, moment, record.course.before[moment.event], record.scenario))
            found.push_back(&moment);
    return found;
}

// What `before`, `after` and `within` leave open; `anchors_too` takes anchors that were only possible for real.
class Window {
public:
    Window(const Indicator& indicator, const Record& record, bool anchors_too) : within_(indicator.within) {
        if (indicator.before) {
            const Found ends = find(*indicator.before, record, anchors_too);
            if (!ends.empty()) end_ = ends.front();
        }
        if (indicator.after) starts_ = find(*indicator.after, record, anchors_too);
        after_ = indicator.after.has_value();
        before_ = indicator.before.has_value();
    }

    bool closed() const { return after_ && starts_.empty(); }

    bool open_at(const Moment& moment) const {
        if (end_ && !earlier(moment, *end_)) return false;
        if (after_) return started(moment);
        if (!within_) return true;
        if (!before_) return static_cast<int>(moment.turn) <= *within_;
        return !end_ || static_cast<int>(end_->turn - moment.turn) <= *within_;
    }

    // Both sides of a ratio end where `before` says; only what is counted is bound by `after`.
    bool ended_at(const Moment& moment) const { return end_ && !earlier(moment, *end_); }

private:
    bool started(const Moment& moment) const {
        return std::any_of(starts_.begin(), starts_.end(), [&](const Moment* start) {
            return earlier(*start, moment) && (!within_ || static_cast<int>(moment.turn - start->turn) <= *within_);
        });
    }

    std::optional<int> within_;
    bool before_ = false, after_ = false;
    const Moment* end_ = nullptr;
    Found starts_;
};

struct Count {
    Verdict verdict{};
    Grounds grounds{};
    int counted = 0, needed = 0;
    Found shown;
    int misheard = 0;  // turns in the window that may hold what is missing
};

Count counted(const Indicator& indicator, Found shown) {
    const int n = static_cast<int>(shown.size());
    Count count{Verdict::pass, {}, n, indicator.n, std::move(shown)};
    const auto decide = [&](bool good, Grounds yes, Grounds no) {
        count.verdict = good ? Verdict::pass : Verdict::fail;
        count.grounds = good ? yes : no;
    };
    switch (indicator.op) {
        case Operator::at_least: decide(n >= indicator.n, Grounds::enough, Grounds::too_few); break;
        case Operator::at_most: decide(n <= indicator.n, Grounds::few_enough, Grounds::too_many); break;
        case Operator::absent:
            count.needed = 0;
            decide(n == 0, Grounds::kept_off, Grounds::happened);
            break;
        case Operator::ratio: break;
    }
    return count;
}

Count of_ratio(const Indicator& indicator, const Record& record, const Window& window, Found shown, bool possible_too) {
    Count count{Verdict::not_applicable, Grounds::nothing_to_count, 0,
                static_cast<int>(std::lround(indicator.value * 100)), std::move(shown)};
    if (!indicator.per) return count;
    const Found per = find(*indicator.per, record, possible_too);
    const auto all = std::count_if(per.begin(), per.end(), [&](const Moment* each) { return !window.ended_at(*each); });
    if (all == 0) return count;
    const double ratio = static_cast<double>(count.shown.size()) / static_cast<double>(all);
    const bool good = ratio + 1e-9 >= indicator.value;
    count.verdict = good ? Verdict::pass : Verdict::fail;
    count.grounds = good ? Grounds::ratio_reached : Grounds::ratio_missed;
    count.counted = static_cast<int>(std::lround(ratio * 100));
    return count;
}

int misheard_in(const Window& window, const Record& record) {
    return static_cast<int>(std::count_if(record.misheard.begin(), record.misheard.end(), [&](std::size_t event) {
        Moment moment;
        moment.event = event;
        moment.turn = record.conversation.events[event].turn;
        return window.open_at(moment);
    }));
}

Count count_with(const Indicator& indicator, const Record& record, bool possible_too, bool anchors_too) {
    const Window window(indicator, record, anchors_too);
    if (window.closed()) return {Verdict::not_applicable, Grounds::no_anchor, 0, indicator.n, {}};
    Found shown = find(indicator.of, record, possible_too);
    std::erase_if(shown, [&](const Moment* moment) { return !window.open_at(*moment); });
    Count count = indicator.op == Operator::ratio ? of_ratio(indicator, record, window, std::move(shown), possible_too)
                                                  : counted(indicator, std::move(shown));
    if (indicator.of.by == strategy::By::rep) count.misheard = misheard_in(window, record);
    return count;
}

// Would the misheard turns suffice to turn the fail into a pass?
bool misheard_decides(const Indicator& indicator, const Count& sure) {
    if (sure.verdict != Verdict::fail || sure.misheard == 0) return false;
    if (indicator.op == Operator::ratio) return true;
    return indicator.op == Operator::at_least && sure.counted + sure.misheard >= indicator.n;
}

std::vector<Evidence> quotes(const Found& shown, const Record& record) {
    std::vector<Evidence> evidence;
    for (const Moment* moment : shown) {
        Evidence each = evidence_of(record.conversation.events[moment->event], moment->span);
        if (evidence.size() < kQuotesMax && std::find(evidence.begin(), evidence.end(), each) == evidence.end())
            evidence.push_back(std::move(each));
    }
    return evidence;
}

}  // namespace

Record make_record(const conversation::Conversation& conversation, const strategy::Scenario& scenario) {
    Record record{conversation, scenario, follow(conversation, scenario), {}, {}};
    record.moments = moments(conversation, scenario, record.course);
    for (std::size_t i = conversation.events.size(); i-- > 0;) {
        if (!std::holds_alternative<conversation::RepSaid>(conversation.events[i].body)) continue;
        record.first_rep_event = i;
        record.any_rep = true;
        if (!understood(conversation, record.course, i)) record.misheard.insert(record.misheard.begin(), i);
    }
    return record;
}

IndicatorVerdict judge_indicator(const Indicator& indicator, const Record& record) {
    IndicatorVerdict verdict{
        indicator.id, indicator.says, Verdict::not_applicable, Grounds::unknowable, {}, {}, 0, indicator.n, {}};
    if (const auto why = not_applicable(indicator, record)) {
        verdict.grounds = *why;
        return verdict;
    }
    const Count sure = count_with(indicator, record, false, false);
    const std::array<Count, 3> others = {count_with(indicator, record, true, false),
                                         count_with(indicator, record, false, true),
                                         count_with(indicator, record, true, true)};
    verdict.verdict = sure.verdict;
    verdict.grounds = sure.grounds;
    verdict.counted = sure.counted;
    verdict.needed = sure.needed;
    verdict.evidence = quotes(sure.shown, record);
    const auto other =
        std::find_if(others.begin(), others.end(), [&](const Count& count) { return count.verdict != sure.verdict; });
    if (sure.verdict != Verdict::not_applicable && other != others.end()) {
        verdict.verdict = Verdict::uncertain;
        verdict.grounds = Grounds::only_possible;
        verdict.evidence = quotes(other->shown, record);
    } else if (misheard_decides(indicator, sure)) {
        verdict.verdict = Verdict::uncertain;
        verdict.grounds = Grounds::not_understood;
        verdict.nearest = evidence_of(record.conversation.events[record.misheard.front()], {});
    }
    const bool missing = indicator.op == Operator::at_least || indicator.op == Operator::ratio;
    if (verdict.verdict == Verdict::fail && missing) verdict.nearest = nearest(indicator, record);
    return verdict;
}

}  // namespace praxis::behaviour
