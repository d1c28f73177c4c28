#include "core/wording/dress.hpp"

#include <array>

#include "core/wording/sentence.hpp"

namespace praxis::wording {
namespace {

// Percent of authored sentences that get each, by style: plain, terse, verbose, tangential, formal, pleasing.
using PerStyle = std::array<std::uint32_t, strategy::kStyleCount>;
constexpr PerStyle kLead = {35, 5, 60, 50, 25, 50};
constexpr PerStyle kAside = {0, 0, 8, 35, 0, 5};
constexpr PerStyle kTail = {5, 0, 25, 22, 4, 22};
constexpr std::size_t kBriefLeadWords = 2;
constexpr std::size_t kLongWords = 24;  // a text of this length needs no afterthought

std::uint32_t of(const PerStyle& table, const Moment& moment) {
    return table[static_cast<std::size_t>(moment.style())];
}

// Coming back to something and settling it need no run-up.
std::optional<Phrase> lead_of(const Moment& moment) {
    const bool asked = moment.heard.open_questions + moment.heard.closed_questions > 0;
    switch (moment.move().move) {
        case BuyerMove::disclose:
        case BuyerMove::disclose_short: return asked ? Phrase::answer : Phrase::volunteer;
        case BuyerMove::object_cause: return Phrase::answer;
        case BuyerMove::object: return Phrase::object;
        case BuyerMove::ask: return Phrase::ask;
        default: return std::nullopt;
    }
}

// "Well," runs on into a statement; "Hm." stands alone.
std::optional<std::string> led(const std::string& lead, const std::string& text, const Grammar& grammar) {
    if (!lead.ends_with(',')) return lead + " " + text;
    if (!grammar.joinable(text)) return std::nullopt;
    return lead + " " + grammar.after_lead(text);
}

// A short answer takes a short run-up; "Look," before "A week's warning?" is nobody's English.
bool suits(const std::string& lead, const std::string& text, const Moment& moment) {
    const bool brief = moment.move().move == BuyerMove::disclose_short;
    if (brief && words_of(lead).size() > kBriefLeadWords) return false;
    return moment.move().move == BuyerMove::ask || !lead.ends_with(',') || !sentences_of(text).front().ends_with('?');
}

// True when a run-up of its own sentence stands before the matter now.
bool add_lead(Dressed& dressed, const Moment& moment) {
    const auto phrase = lead_of(moment);
    if (!phrase) return false;
    for (const Candidate& lead : candidates(moment.grammar.of(*phrase), moment, Draw::lead_line)) {
        const auto text = led(lead.text, dressed.text, moment.grammar);
        if (!text || !suits(lead.text, dressed.text, moment) || !sayable(moment, lead) ||
            said_before(moment.memory, *text))
            continue;
        dressed.text = *text;
        dressed.keys.push_back(lead.key);
        return !lead.text.ends_with(',') && words_of(lead.text).size() > kBriefLeadWords;
    }
    return false;
}

void add_aside(Dressed& dressed, const Moment& moment) {
    const auto aside = choose(candidates(moment.grammar.of(Phrase::aside), moment, Draw::aside_line), moment);
    const auto sentences = sentences_of(dressed.text);
    if (!aside || sentences.size() < 2) return;
    const std::string last(sentences.back());
    dressed.text.resize(dressed.text.size() - last.size());
    dressed.text += aside->text + " " + last;
    dressed.keys.push_back(aside->key);
}

void add_tail(Dressed& dressed, const Moment& moment) {
    const auto tail = choose(candidates(moment.grammar.of(Phrase::tail), moment, Draw::tail_line), moment);
    if (!tail) return;
    dressed.text += " " + tail->text;
    dressed.keys.push_back(tail->key);
}

}  // namespace

Dressed dress(const Candidate& candidate, const Moment& moment, bool lead_allowed) {
    Dressed dressed{candidate.text, {candidate.key}};
    if (moment.hurried()) return dressed;
    const bool tells = moment.move().move == BuyerMove::disclose;
    const bool last = moment.index + 1u == moment.intention.count;
    const bool brief = words_of(candidate.text).size() < kLongWords;
    const bool ran_up = lead_allowed && moment.luck(Draw::lead, of(kLead, moment)) && add_lead(dressed, moment);
    if (ran_up) return dressed;  // one flourish is enough
    if (tells && moment.luck(Draw::aside, of(kAside, moment)))
        add_aside(dressed, moment);
    else if (tells && last && brief && moment.luck(Draw::tail, of(kTail, moment)))
        add_tail(dressed, moment);
    return dressed;
}

std::optional<Dressed> recombine(const std::vector<Candidate>& spent, const Moment& moment) {
    for (const Candidate& core : spent) {
        const std::string first(sentences_of(core.text).front());
        const Phrase phrase = first.ends_with('?') ? Phrase::ask_again : Phrase::again;
        for (const Candidate& lead : candidates(moment.grammar.of(phrase), moment, Draw::again)) {
            const auto text = led(lead.text, first, moment.grammar);
            if (!text || !lead.text.ends_with(',')) continue;
            const Candidate made{*text, core.key, 0, core.authored};
            if (sayable(moment, made)) return Dressed{made.text, {lead.key, core.key}};
        }
    }
    return std::nullopt;
}

}  // namespace praxis::wording
