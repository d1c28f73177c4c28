#include "core/language/observed/observation.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::language {
namespace {

using enum Act;

constexpr float kSure = 0.7f;
constexpr double kSameFigure = 0.02;  // of the larger
constexpr double kMilliMost = 9e15;
constexpr std::uint32_t kQuestionLead = 5;  // words among which a question says how it asks

std::uint8_t percent(double share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
}

bool within(std::uint32_t term, const text::Sentence& sentence) {
    return term >= sentence.first_term && term < sentence.end_term;
}

bool alike(const text::FoundAmount& a, const text::FoundAmount& b) {
    if (a.unit != b.unit && !a.unit.empty() && !b.unit.empty()) return false;
    if (a.kind == AmountKind::date || b.kind == AmountKind::date) return a.kind == b.kind && a.unit == b.unit;
    return std::abs(a.value - b.value) <= kSameFigure * std::max(std::abs(a.value), std::abs(b.value));
}

class Observer {
public:
    Observer(const Seen& seen, const Signals& signals) : seen_(seen), signals_(signals), main_(main_sentence(seen)) {}

    Observation observe() {
        acts();
        question();
        topics();
        hints();
        amounts();
        words();
        flags();
        offers();
        return out_;
    }

private:
    float probability(Act act) const { return seen_.likelihood.probability[static_cast<std::size_t>(act)]; }
    bool credited(Act act) const { return out_.acts.has(act); }
    bool shows(std::size_t sentence, Act act) const {  // as well as the best one does, or likely by itself
        return seen_.likelihood.by_sentence[sentence][static_cast<std::size_t>(act)] > 0 ||
               seen_.likelihood.where[static_cast<std::size_t>(act)] == sentence;
    }
    bool holds(std::size_t sentence, int pattern) const {
        const auto& patterns = seen_.seen[sentence].patterns;
        return std::binary_search(patterns.begin(), patterns.end(), pattern);
    }
    bool anywhere(int pattern) const {
        for (std::size_t i = 0; i < seen_.seen.size(); ++i)
            if (holds(i, pattern)) return true;
        return false;
    }
    std::size_t sentence_of(std::uint32_t term) const {
        for (std::size_t i = 0; i < seen_.sentences.size(); ++i)
            if (within(term, seen_.sentences[i])) return i;
        return 0;
    }
    bool negated(const text::Sentence& sentence) const {
        const auto& terms = seen_.prepared.utterance.terms();
        for (std::uint32_t i = sentence.first_term; i < sentence.end_term; ++i)
            if (terms[i].in(text::WordSet::negation)) return true;
        return false;
    }

    void acts() {
        out_.acts = seen_.credit.credited;
        out_.possible = seen_.credit.possible;
        for (int act = 0; act < kActCount; ++act)
            if (out_.acts.has(static_cast<Act>(act)) && probability(static_cast<Act>(act)) >= kSure)
                out_.sure.insert(static_cast<Act>(act));
        if (credited(monologue)) out_.sure.insert(monologue);
        if (credited(pressure) && anywhere(signals_.urgent)) out_.sure.insert(pressure);
        if (credited(discount_offer) && anywhere(signals_.gives)) out_.sure.insert(discount_offer);
        if (credited(close) && anywhere(signals_.order)) out_.sure.insert(close);
        if (credited(sign_off) && !seen_.seen.empty() && holds(seen_.seen.size() - 1, signals_.bye))
            out_.sure.insert(sign_off);
        for (int group = 0; group < kActGroupCount; ++group) {
            double none = 1;
            for (int act = 0; act < kActCount; ++act)
                if (acts_of(static_cast<ActGroup>(group)).has(static_cast<Act>(act)))
                    none = std::min(none, 1.0 - probability(static_cast<Act>(act)));
            out_.groups[group] = percent(1 - none);
        }
        for (std::size_t i = 0; i < seen_.sentences.size(); ++i) {
            const ActScores& scores = seen_.likelihood.by_sentence[i];
            const float open = scores[static_cast<int>(open_question)],
                        closed = scores[static_cast<int>(closed_question)];
            if (credited(open_question) && open > 0) ++out_.open_questions;
            if (credited(closed_question) && closed > 0) ++out_.closed_questions;
        }
        if (credited(open_question)) out_.open_questions = std::max<std::uint8_t>(out_.open_questions, 1);
        if (credited(closed_question)) out_.closed_questions = std::max<std::uint8_t>(out_.closed_questions, 1);
    }

    bool looks_like_a_question(std::size_t i) const {
        if (holds(i, signals_.phatic) || holds(i, signals_.channel)) return false;
        return seen_.sentences[i].asks || holds(i, signals_.auxiliary_first) || begins_inviting(i);
    }

    // A question mark or an auxiliary in front is a question also where the model is unsure; what it asks stays open.
    void question() {
        const bool aside = out_.acts.any(acts_of(ActGroup::hostile));
        std::size_t at = main_;
        if (out_.open_questions + out_.closed_questions == 0 && !aside) {
            for (std::size_t i = seen_.sentences.size(); i-- > 0;) {
                if (!looks_like_a_question(i)) continue;
                ++(describes(i) ? out_.open_questions : out_.closed_questions);
                main_ = at = i;
                break;
            }
        }
        if (out_.open_questions + out_.closed_questions == 0) return;
        out_.asked = form_of(at);
        out_.yes_no = out_.asked == Asked::yes_no || out_.asked == Asked::willing;
    }

    bool describes(std::size_t i) const {
        const auto& terms = seen_.prepared.utterance.terms();
        const text::Sentence& sentence = seen_.sentences[i];
        const std::uint32_t lead = std::min(sentence.first_term + kQuestionLead, sentence.end_term);
        for (std::uint32_t k = sentence.first_term; k < lead; ++k)
            if (terms[k].in(text::WordSet::wh) || invites(k, sentence)) return true;
        return false;
    }

    // "Tell me", "so can you describe …", but not "would it help".
    bool invites(std::uint32_t term, const text::Sentence& sentence) const {
        using text::WordSet;
        const auto& terms = seen_.prepared.utterance.terms();
        if (!terms[term].in(WordSet::elicit)) return false;
        if (term == sentence.first_term) return true;
        const text::Term& before = terms[term - 1];
        return before.in(WordSet::second_person) || before.in(WordSet::discourse) || before.in(WordSet::filler);
    }
    bool begins_inviting(std::size_t i) const {
        const text::Sentence& sentence = seen_.sentences[i];
        std::uint32_t k = sentence.first_term;
        const auto& terms = seen_.prepared.utterance.terms();
        while (k < sentence.end_term && (terms[k].in(text::WordSet::discourse) || terms[k].in(text::WordSet::filler)))
            ++k;
        return k + 1 < sentence.end_term && terms[k].in(text::WordSet::elicit) &&
               terms[k + 1].in(text::WordSet::first_person);
    }

    Asked form_of(std::size_t i) const {
        using enum Asked;
        if (holds(i, signals_.suggestion)) return willing;
        for (const Asked form : {opinion, why, how_often, how_much, how_long, when, who})
            if (holds(i, signals_.asks[static_cast<std::size_t>(form)])) return form;
        if (describes(i)) return what;
        for (const Asked form : {choice, willing})
            if (holds(i, signals_.asks[static_cast<std::size_t>(form)])) return form;
        return yes_no;
    }

    void hints() {
        if (seen_.sentences.empty()) return;
        const std::span<const text::Term> all(seen_.prepared.utterance.terms());
        const text::Sentence& main = seen_.sentences[main_];
        out_.points_at = seen_.hints.at(all.subspan(main.first_term, main.size())).facts;
        std::vector<text::Term> stated;  // what is only asked about is not brought
        for (std::size_t i = 0; i < seen_.sentences.size(); ++i) {
            if (looks_like_a_question(i)) continue;
            const auto part = all.subspan(seen_.sentences[i].first_term, seen_.sentences[i].size());
            stated.insert(stated.end(), part.begin(), part.end());
        }
        const Hints::Found brought = seen_.hints.at(stated);
        out_.hints = brought.topics;
        out_.proofs = brought.proofs;
    }

    void topics() {
        const auto add = [this](const Mention& mention) {
            const TopicId topic{mention.id};
            const auto end = out_.topics.begin() + out_.topic_count;
            if (mention.meaning != Meaning::topic || out_.topic_count == Observation::kTopicsSeen) return;
            if (std::find(out_.topics.begin(), end, topic) == end) out_.topics[out_.topic_count++] = topic;
        };
        if (!seen_.sentences.empty())
            for (const Mention& mention : seen_.mentions)
                if (within(mention.first_term, seen_.sentences[main_])) add(mention);
        for (auto mention = seen_.mentions.rbegin(); mention != seen_.mentions.rend(); ++mention) add(*mention);
    }

    void amounts() {
        bool known_figure = false, foreign_figure = false;
        for (const text::FoundAmount& amount : seen_.prepared.amounts) {
            const bool matches = std::any_of(seen_.heard_amounts.begin(), seen_.heard_amounts.end(),
                                             [&](const text::FoundAmount& heard) { return alike(amount, heard); });
            const std::size_t sentence = sentence_of(amount.first_term);
            if (credited(summary) && shows(sentence, summary) && amount.kind != AmountKind::date) {
                known_figure = known_figure || matches;
                foreign_figure = foreign_figure || (!matches && slip(amount));
            }
            if (out_.amount_count < Observation::kAmountsSeen)
                out_.amounts[out_.amount_count++] = heard_amount(amount, matches, sentence);
        }
        out_.wrong_recap = foreign_figure && !known_figure;
    }

    // A figure near, but not at, the only one of its unit that was heard. Sums and conversions lie further off.
    bool slip(const text::FoundAmount& amount) const {
        const text::FoundAmount* only = nullptr;
        for (const text::FoundAmount& heard : seen_.heard_amounts) {
            if (heard.kind != amount.kind || heard.unit != amount.unit) continue;
            if (only) return false;
            only = &heard;
        }
        if (!only || only->value <= 0 || amount.value <= 0) return false;
        const double ratio = amount.value / only->value;
        return ratio > 0.55 && ratio < 1.9;
    }

    HeardAmount heard_amount(const text::FoundAmount& amount, bool matches, std::size_t sentence) const {
        HeardAmount heard{.kind = amount.kind, .matches_fact = matches};
        heard.milli = std::llround(std::clamp(amount.value * 1000, -kMilliMost, kMilliMost));
        for (const Mention& mention : seen_.mentions)
            if (mention.meaning == Meaning::topic && within(mention.first_term, seen_.sentences[sentence])) {
                heard.topic = TopicId{mention.id};
                break;
            }
        return heard;
    }

    void words() {
        const auto& terms = seen_.prepared.utterance.terms();
        int content = 0, shared = 0;
        for (const text::Term& term : terms) {
            if (term.in(text::WordSet::stop) || term.in(text::WordSet::filler)) continue;
            ++content;
            shared += std::binary_search(seen_.heard_words.begin(), seen_.heard_words.end(), term.letters);
        }
        out_.overlap = content ? percent(static_cast<double>(shared) / content) : std::uint8_t{0};
        out_.unknown_words = seen_.unknown_percent;
        out_.words = static_cast<std::uint16_t>(std::min<std::size_t>(terms.size(), 0xffff));
        out_.sentences = static_cast<std::uint8_t>(std::min<std::size_t>(seen_.sentences.size(), 0xff));
    }

    void flags() {
        if (seen_.sentences.empty()) return;
        const text::Sentence& main = seen_.sentences[main_];
        out_.negated = negated(main);
        const bool names_topic = std::any_of(seen_.mentions.begin(), seen_.mentions.end(), [&](const Mention& mention) {
            return mention.meaning == Meaning::topic && within(mention.first_term, main);
        });
        const auto& terms = seen_.prepared.utterance.terms();
        for (std::uint32_t i = main.first_term; i < main.end_term && !names_topic; ++i)
            out_.refers_back = out_.refers_back || terms[i].in(text::WordSet::anaphor);
        out_.trade = anywhere(signals_.trade);
        out_.recommends = anywhere(signals_.recommends);
        out_.disqualifies = anywhere(signals_.disqualifies);
        out_.limit_admitted = anywhere(signals_.limit);
        out_.disparages = anywhere(signals_.disparages);
        out_.dismisses = anywhere(signals_.dismisses);
        out_.overclaim = claims_too_much();
        out_.phatic = anywhere(signals_.phatic);
        if (out_.phatic && out_.open_questions + out_.closed_questions == 0)
            for (const ActGroup group : {ActGroup::any_question, ActGroup::spin_situation, ActGroup::spin_deep})
                out_.groups[static_cast<std::size_t>(group)] = 0;
        out_.gives_reason = anywhere(signals_.reason);
        out_.invites_doubt = anywhere(signals_.doubt);
        out_.checks_back = holds(main_, signals_.settled);
    }

    bool claims_too_much() const {
        for (std::size_t i = 0; i < seen_.sentences.size(); ++i)
            if (holds(i, signals_.too_big) && !looks_like_a_question(i) && !admits_a_limit(i)) return true;
        return false;
    }
    bool admits_a_limit(std::size_t i) const { return holds(i, signals_.limit); }

    void offers() {
        for (const Mention& mention : seen_.mentions) {
            const std::size_t sentence = sentence_of(mention.first_term);
            if (mention.meaning == Meaning::proof && mention.id < 16)
                out_.proofs |= static_cast<std::uint16_t>(1u << mention.id);
            if (mention.meaning == Meaning::capability && mention.id < 64)
                out_.capabilities |= std::uint64_t{1} << mention.id;
            if (mention.meaning == Meaning::forbidden && !negated(seen_.sentences[sentence])) out_.overclaim = true;
            if (mention.meaning == Meaning::limit && negated(seen_.sentences[sentence])) out_.limit_admitted = true;
        }
        for (std::size_t i = 0; i < seen_.sentences.size(); ++i) {
            const bool by_somebody = holds(i, signals_.owner) || holds(i, signals_.owner_now);
            if (credited(next_step) && shows(i, next_step) && by_somebody) out_.names_owner = true;
        }
        for (const text::FoundAmount& amount : seen_.prepared.amounts) {
            const std::size_t i = sentence_of(amount.first_term);
            if (amount.kind == AmountKind::date && credited(next_step) && shows(i, next_step)) out_.names_date = true;
            const bool recalled = credited(summary) && seen_.likelihood.where[static_cast<int>(summary)] == i;
            const bool ours = (credited(price_talk) && shows(i, price_talk)) ||
                              (credited(discount_offer) && shows(i, discount_offer));
            if (amount.kind == AmountKind::money && ours && !recalled) out_.quotes_price = true;
        }
    }

    const Seen& seen_;
    const Signals& signals_;
    std::size_t main_;
    Observation out_;
};

}  // namespace

std::size_t main_sentence(const Seen& seen) {
    std::size_t claim = 0;
    float surest = -1e9f;
    const ActSet asked = seen.credit.credited & acts_of(ActGroup::any_question);
    for (std::size_t i = seen.sentences.size(); i-- > 0;) {
        const ActScores& scores = seen.likelihood.by_sentence[i];
        for (int act = 0; act < kActCount; ++act) {
            if (!seen.credit.credited.has(static_cast<Act>(act))) continue;
            if (asked.has(static_cast<Act>(act)) && scores[act] > 0) return i;
            if (scores[act] > surest) {
                surest = scores[act];
                claim = i;
            }
        }
    }
    return claim;
}

Observation observe(const Seen& seen, const Signals& signals) {
    return Observer(seen, signals).observe();
}

}  // namespace praxis::language
