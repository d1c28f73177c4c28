#include "core/wording/choose.hpp"

#include <algorithm>
#include <bit>

#include "core/base/digest.hpp"
#include "core/wording/sentence.hpp"
#include "core/wording/slots.hpp"

namespace praxis::wording {
namespace {

// Penalties; the chance of a tie spreads over kChance, so that neighbouring cells mix.
constexpr int kUsed = 1000;
constexpr int kOtherStyle = 110;  // the line is for any style
constexpr int kOtherWarmth = 40;  // … for any warmth
constexpr int kLong = 150;        // too long for a hurry, or for a word before the matter
constexpr int kSameOpener = 90;
constexpr int kNamesAgain = 120;  // names the topic that is in the air already
constexpr int kUnconditional = 30;
constexpr int kPartlyFits = 100;
constexpr int kAnyQuestion = 200;  // would answer any question, where one could answer this very one
constexpr std::uint32_t kChance = 100;
constexpr int kAsksFirst = 400;  // a question that the rest of the reply runs over
constexpr int kHurriedWords = 8;
constexpr int kReactionWords = 6;
constexpr int kTerseWords = 6;

// Who wants to please stays polite when the mood is not.
Warmth shown_warmth(const Moment& moment) {
    const Warmth felt = warmth_of(moment.intention.mood);
    return moment.style() == strategy::Style::pleasing && felt == Warmth::cold ? Warmth::neutral : felt;
}

bool fits(const Cell& cell, const Moment& moment) {
    return (!cell.warmth || *cell.warmth == shown_warmth(moment)) && (!cell.style || *cell.style == moment.style());
}

std::uint64_t opener(std::string_view text) {
    const auto words = words_of(text.substr(0, 40));
    return words.empty() ? 0 : sentence_key(words.front());
}

bool reacts(const Moment& moment) {
    const Beat beat = beat_of(moment.move().move);
    return beat == Beat::react || beat == Beat::resist;
}

int length_penalty(int words, const Moment& moment) {
    int limit = 0xff;
    if (moment.hurried()) limit = kHurriedWords;
    if (reacts(moment) && moment.intention.count > 1) limit = kReactionWords;
    if (moment.style() == strategy::Style::terse) limit = kTerseWords;
    return words > limit ? kLong + words : 0;
}

// "Hello. Did you find somewhere to park?" waits for an answer.
bool waits(std::string_view text, const Moment& moment) {
    const bool last = moment.index + 1u == moment.intention.count;
    return !last && beat_of(moment.move().move) == Beat::react && text.ends_with('?');
}

bool in_the_air(const Moment& moment) {
    const TopicId topic = topic_of(moment);
    return topic == moment.memory.last_topic || (moment.heard.topic_count > 0 && moment.heard.topics[0] == topic);
}

int chance_of(const Moment& moment, Draw what, std::uint64_t key) {
    return static_cast<int>(pick(mix(moment.draw(what) ^ key), kChance));
}

// An answer without a fact in it has at least the form that was asked for: a penalty for each that the line misses.
int misfit(const Line& line, Conditions hold, const Moment& moment) {
    using enum BuyerMove;
    const BuyerMove move = moment.move().move;
    // Asked again for what was told, one says it again rather than that it was said.
    if (move == told_already) return line.slots.has(Slot::brief) ? 0 : kAnyQuestion;
    if (move != vague && move != guard && move != nothing_there && move != not_my_field) return 0;
    const int wanted = std::popcount((hold & kFitting).bits());
    const int met = std::popcount((line.conditions & kFitting).bits());
    return wanted == 0 ? 0 : (met == 0 ? kAnyQuestion : 0) + kPartlyFits * (wanted - met);
}

int penalty_of(const Line& line, const Cell& cell, Conditions hold, const Moment& moment, Draw what) {
    int penalty = kUsed * times_used(moment.memory, line.key) + chance_of(moment, what, line.key);
    if (!cell.style) penalty += kOtherStyle;
    if (!cell.warmth) penalty += kOtherWarmth;
    if (line.conditions.empty()) penalty += kUnconditional;
    if (line.slots.has(Slot::topic) && in_the_air(moment)) penalty += kNamesAgain;
    if (opener(line.text) == moment.memory.last_opener) penalty += kSameOpener;
    if (waits(line.text, moment)) penalty += kAsksFirst;
    return penalty + misfit(line, hold, moment) + length_penalty(line.words, moment);
}

// {brief}: each text of the fact makes a candidate of its own.
void add_filled(const Line& line, Filling filling, const Moment& moment, int penalty, std::vector<Candidate>& found) {
    const auto add = [&] {
        if (auto text = fill(line, filling, moment.grammar))
            found.push_back({std::move(*text), line.key, penalty, false});
    };
    if (!line.slots.has(Slot::brief)) return add();
    const auto* fact = fact_of(moment);
    if (fact == nullptr) return;
    for (const strategy::Texts* texts : {&fact->fact.brief, &fact->fact.full}) {
        for (const std::string& text : *texts) {
            filling[static_cast<std::size_t>(Slot::brief)] = text;
            add();
        }
        penalty += kLong;
    }
}

void sort(std::vector<Candidate>& found) {
    std::ranges::stable_sort(found, {}, &Candidate::penalty);
}

}  // namespace

std::vector<Candidate> candidates(const Cells& cells, const Moment& moment, Draw what) {
    const Conditions hold = conditions_of(moment);
    const Filling filling = filling_of(moment);
    std::vector<Candidate> found;
    for (const Cell& cell : cells) {
        if (!fits(cell, moment)) continue;
        for (const Line& line : cell.lines)
            if ((line.conditions - hold).empty())
                add_filled(line, filling, moment, penalty_of(line, cell, hold, moment, what), found);
    }
    sort(found);
    return found;
}

std::vector<Candidate> candidates(const strategy::Texts& texts, const Moment& moment) {
    std::vector<Candidate> found;
    for (const std::string& text : texts) {
        const std::uint64_t key = Digest().add(text).value();
        const int words = static_cast<int>(words_of(text).size());
        int penalty = kUsed * times_used(moment.memory, key) + chance_of(moment, Draw::line, key);
        penalty += length_penalty(words, moment);
        found.push_back({capitalised(text), key, penalty, true});
    }
    sort(found);
    return found;
}

bool sayable(const Moment& moment, const Candidate& candidate) {
    return !said_before(moment.memory, candidate.text) && (candidate.authored || !gives_away(moment, candidate.text));
}

std::optional<Candidate> choose(std::vector<Candidate> found, const Moment& moment) {
    for (Candidate& candidate : found)
        if (sayable(moment, candidate)) return std::move(candidate);
    return std::nullopt;
}

}  // namespace praxis::wording
