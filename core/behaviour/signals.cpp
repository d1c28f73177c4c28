#include "core/behaviour/signals.hpp"

#include <algorithm>
#include <cctype>

namespace praxis::behaviour {
namespace {

using conversation::BuyerSaid;
using conversation::Conversation;
using conversation::Event;
using conversation::RepSaid;

constexpr std::int64_t kOverlapMs = 250;  // shorter overlaps are the ordinary meeting of turns
constexpr int kBackchannelWords = 2;      // "mm, right" over the other's words is listening
constexpr double kMsPerSecond = 1000.0;
constexpr std::size_t kTurnsToCompare = 3;  // microphones take a while to level themselves

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80 || (c == '\'' && !word.empty())) {
            word += static_cast<char>(std::tolower(byte));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool speaks(const Event& event) {
    return std::holds_alternative<RepSaid>(event.body) || std::holds_alternative<BuyerSaid>(event.body);
}

bool by_rep(const Event& event) {
    return std::holds_alternative<RepSaid>(event.body);
}

double seconds(std::int64_t ms) {
    return static_cast<double>(ms) / kMsPerSecond;
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<double> percent(double part, double all) {
    if (all <= 0) return std::nullopt;
    return 100 * part / all;
}

int fillers_in(const std::vector<std::string>& said, std::span<const std::string> fillers) {
    int count = 0;
    for (const std::string& filler : fillers) {
        const std::vector<std::string> phrase = words_of(filler);
        if (phrase.empty()) continue;
        for (auto at = said.begin(); (at = std::search(at, said.end(), phrase.begin(), phrase.end())) != said.end();
             at += static_cast<std::ptrdiff_t>(phrase.size()))
            ++count;
    }
    return count;
}

bool names_price(const Reading& reading) {
    const bool talks = std::any_of(reading.acts.begin(), reading.acts.end(),
                                   [](const ActSeen& seen) { return seen.credited && seen.act == Act::price_talk; });
    return talks && reading.observation.quotes_price;
}

class Meter {
public:
    explicit Meter(std::span<const std::string> fillers) : fillers_(fillers) {}

    void hear(const Event& event) {
        const std::vector<std::string> words = words_of(event.text);
        if (words.empty()) return;
        const std::optional<conversation::Timing> timing = event.timing;
        if (by_rep(event)) answer_was_heard(std::get<RepSaid>(event.body));
        Side& side = by_rep(event) ? signals_.rep : signals_.customer;
        const bool changed = last_ && by_rep(*last_) != by_rep(event);
        if (changed) ++signals_.switches;
        if (!last_ || changed) {
            run_words_ = 0;
            run_begin_ms_ = timing ? timing->begin_ms : 0;
            ++side.turns;
        }
        count_words(event, side, static_cast<int>(words.size()));
        count_time(event, timing, side);
        if (last_) meet(event, side, static_cast<int>(words.size()), changed);
        if (by_rep(event))
            rep(event, words);
        else
            customer(event);
        last_ = &event;
        last_timing_ = timing;
    }

    Signals total() {
        const int words = signals_.rep.words + signals_.customer.words;
        signals_.talk_share_percent = percent(signals_.rep.words, words);
        if (signals_.rep.speaking_seconds && signals_.customer.speaking_seconds)
            signals_.talk_share_time_percent = percent(
                *signals_.rep.speaking_seconds, *signals_.rep.speaking_seconds + *signals_.customer.speaking_seconds);
        signals_.open_share_percent = percent(open_, signals_.rep.questions);
        if (!fillers_.empty()) signals_.fillers_per_100_words = percent(filled_, signals_.rep.words);
        if (heard_ && signals_.rep.speaking_seconds)
            signals_.pause_share_percent = percent(seconds(paused_ms_), *signals_.rep.speaking_seconds);
        signals_.pitch_range_semitones = median(melody_);
        if (loudness_.size() >= kTurnsToCompare) {
            const auto [softest, loudest] = std::minmax_element(loudness_.begin(), loudness_.end());
            signals_.loudness_range_decibels = *loudest - *softest;
        }
        signals_.patience_seconds = median(pauses_);
        signals_.silence_after_price_seconds = median(price_pauses_);
        pace(signals_.rep, timed_rep_words_);
        pace(signals_.customer, timed_customer_words_);
        return signals_;
    }

private:
    void count_words(const Event& event, Side& side, int words) {
        side.words += words;
        run_words_ += words;
        if (run_words_ <= side.longest_monologue_words) return;
        side.longest_monologue_words = run_words_;
        side.longest_monologue_turn = event.turn;
    }

    // In a rehearsal the customer's times are known afterwards only: as the rep's next words are kept.
    void answer_was_heard(const RepSaid& said) {
        if (!said.delivery || !said.delivery->answer_heard || !last_ || by_rep(*last_) || last_timing_) return;
        last_timing_ = said.delivery->answer_heard;
        run_begin_ms_ = last_timing_->begin_ms;
        count_time(*last_, last_timing_, signals_.customer);
    }

    void count_time(const Event& event, const std::optional<conversation::Timing>& timing, Side& side) {
        if (!timing || timing->end_ms <= timing->begin_ms) return;
        side.speaking_seconds = side.speaking_seconds.value_or(0) + seconds(timing->end_ms - timing->begin_ms);
        const double run = seconds(timing->end_ms - run_begin_ms_);
        side.longest_monologue_seconds = std::max(side.longest_monologue_seconds.value_or(0), run);
        (by_rep(event) ? timed_rep_words_ : timed_customer_words_) += static_cast<int>(words_of(event.text).size());
    }

    void meet(const Event& event, Side& side, int words, bool changed) {
        if (!changed || !event.timing || !last_timing_) return;
        const std::int64_t gap = event.timing->begin_ms - last_timing_->end_ms;
        if (gap < -kOverlapMs && words > kBackchannelWords) ++side.interruptions;
        const double pause = std::max(0.0, seconds(gap));
        if (by_rep(event)) pauses_.push_back(pause);
        if (const auto* spoke = std::get_if<RepSaid>(&last_->body); spoke && names_price(spoke->reading))
            price_pauses_.push_back(pause);
    }

    void rep(const Event& event, const std::vector<std::string>& words) {
        const Reading& reading = std::get<RepSaid>(event.body).reading;
        signals_.rep.questions += reading.observation.open_questions + reading.observation.closed_questions;
        open_ += reading.observation.open_questions;
        filled_ += fillers_in(words, fillers_);
        const bool cut = std::any_of(reading.acts.begin(), reading.acts.end(), [](const ActSeen& seen) {
            return seen.credited && seen.act == Act::interruption;
        });
        if (cut && !event.timing) ++signals_.rep.interruptions;
        if (const auto& delivery = std::get<RepSaid>(event.body).delivery) {
            paused_ms_ += delivery->pause_ms;
            if (delivery->loudness) loudness_.push_back(*delivery->loudness);
            if (delivery->pitch_semitones) melody_.push_back(*delivery->pitch_semitones);
            heard_ = true;
        }
    }

    void customer(const Event& event) {
        const auto& said = std::get<BuyerSaid>(event.body);
        const auto marks = static_cast<int>(std::count(event.text.begin(), event.text.end(), '?'));
        signals_.customer.questions += std::max(marks, said.kind == PreviousKind::question ? 1 : 0);
        if (said.intention && said.intention->has(BuyerMove::cut_in) && !event.timing)
            ++signals_.customer.interruptions;
    }

    static void pace(Side& side, int words) {
        if (side.speaking_seconds && *side.speaking_seconds > 0)
            side.words_per_minute = 60.0 * words / *side.speaking_seconds;
    }

    std::span<const std::string> fillers_;
    Signals signals_;
    const Event* last_ = nullptr;
    int run_words_ = 0, open_ = 0, filled_ = 0, timed_rep_words_ = 0, timed_customer_words_ = 0;
    std::int64_t run_begin_ms_ = 0, paused_ms_ = 0;
    bool heard_ = false;
    std::optional<conversation::Timing> last_timing_;
    std::vector<double> pauses_, price_pauses_, loudness_, melody_;
};

}  // namespace

Signals measure(const Conversation& conversation, std::span<const std::string> fillers) {
    Meter meter(fillers);
    for (const Event& event : conversation.events)
        if (speaks(event)) meter.hear(event);
    return meter.total();
}

}  // namespace praxis::behaviour
