#include "core/language/lexicon.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"
#include "core/language/text/stemmer.hpp"

namespace praxis::language {
namespace {

constexpr std::size_t kShortestRepaired = 6;  // letters; shorter words are too easily another word

std::vector<std::string> words_of(std::string_view phrase) {
    const text::Tokens tokens(phrase);
    std::vector<std::string> words;
    for (const text::Token& token : tokens.all())
        if (token.kind != text::TokenKind::mark) words.emplace_back(tokens.word(token));
    return words;
}

std::string_view without_plural(std::string_view word) {
    const bool plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
    return word.substr(0, word.size() - plural);
}

}  // namespace

struct Lexicon::Adding {
    Lexicon& lexicon;
    text::Stemmer stemmer;

    void phrase(std::string_view text, Meaning meaning, std::size_t id) {
        if (id >= 255) return;
        Phrase phrase{.meaning = meaning, .id = static_cast<std::uint8_t>(id)};
        for (const std::string& word : words_of(text)) {
            const std::string_view whole =
                std::string_view(word).ends_with("'s") ? std::string_view(word).substr(0, word.size() - 2) : word;
            phrase.stems.push_back(text::hash_of(stemmer.stem(whole)));
            if (meaning != Meaning::limit) lexicon.words_.try_emplace(phrase.stems.back(), without_plural(whole));
            phrase.form = text::hash_of(without_plural(whole));
        }
        if (phrase.stems.empty()) return;
        lexicon.by_first_[phrase.stems.front()].push_back(static_cast<std::uint32_t>(lexicon.phrases_.size()));
        lexicon.phrases_.push_back(std::move(phrase));
    }

    void topic(std::string_view slug, std::string_view name, const std::vector<std::string>& words) {
        const std::size_t id = lexicon.topics_.size();
        if (id >= kTopicsMax) return;
        lexicon.topics_.push_back({std::string(slug), std::string(name)});
        phrase(name, Meaning::topic, id);
        for (const std::string& word : words) phrase(word, Meaning::topic, id);
    }

    void phrases(const std::vector<std::string>& texts, Meaning meaning, std::size_t id) {
        for (const std::string& text : texts) phrase(text, meaning, id);
    }

    void finish() {
        for (auto& [first, indices] : lexicon.by_first_)
            std::stable_sort(indices.begin(), indices.end(), [this](std::uint32_t a, std::uint32_t b) {
                return lexicon.phrases_[a].stems.size() > lexicon.phrases_[b].stems.size();
            });
    }
};

Lexicon::Lexicon(const strategy::Scenario& scenario) {
    Adding adding{*this, text::Stemmer(scenario.language.empty() ? "en" : scenario.language)};
    for (const auto& topic : scenario.topics) adding.topic(topic.id, topic.name, topic.words);
    for (std::size_t i = 0; i < scenario.proofs.size(); ++i)
        adding.phrases(scenario.proofs[i].proof.words, Meaning::proof, i);
    for (std::size_t i = 0; i < scenario.capabilities.size(); ++i)
        adding.phrases(scenario.capabilities[i].capability.words, Meaning::capability, i);
    for (std::size_t i = 0; i < scenario.forbidden.size(); ++i)
        adding.phrases(scenario.forbidden[i].words, Meaning::forbidden, i);
    for (std::size_t i = 0; i < scenario.rivals.size(); ++i) adding.phrase(scenario.rivals[i], Meaning::rival, i);
    adding.phrases(scenario.vocabulary, Meaning::trade_word, 0);
    adding.finish();
    hints_ = Hints(scenario, adding.stemmer);
}

Lexicon Lexicon::of(const strategy::Strategy& strategy) {
    Lexicon lexicon;
    Adding adding{lexicon, text::Stemmer(strategy.language)};
    for (const auto& topic : strategy.topics) adding.topic(topic.id, topic.name, topic.words);
    std::size_t proofs = 0, capabilities = 0, forbidden = 0, rivals = 0;
    for (const auto& offer : strategy.offers) {
        for (const auto& proof : offer.proofs) adding.phrases(proof.words, Meaning::proof, proofs++);
        for (const auto& capability : offer.capabilities)
            adding.phrases(capability.words, Meaning::capability, capabilities++);
        for (const auto& claim : offer.forbidden) adding.phrases(claim.words, Meaning::forbidden, forbidden++);
    }
    for (const auto& segment : strategy.segments) {
        for (const auto& alternative : segment.alternatives) adding.phrase(alternative.name, Meaning::rival, rivals++);
        adding.phrases(segment.vocabulary, Meaning::trade_word, 0);
    }
    adding.finish();
    return lexicon;
}

std::string Lexicon::topic_name(TopicId id) const {
    return id.value < topics_.size() ? topics_[id.value].name : std::string();
}

std::string Lexicon::topic_slug(TopicId id) const {
    return id.value < topics_.size() ? topics_[id.value].slug : std::string();
}

// The stem of the one word of the lexicon that this may be a slip of; 0 when there is none.
std::uint64_t Lexicon::repaired(const text::Term& term) const {
    if (term.shape != text::Shape::word || term.word.size() < kShortestRepaired || !term.info->sets.empty()) return 0;
    std::uint64_t best = 0;
    int best_distance = 2;
    for (const auto& [stem, form] : words_) {
        if (form.size() < kShortestRepaired || form[0] != term.word[0]) continue;
        const std::size_t longer = std::max(form.size(), term.word.size()),
                          shorter = std::min(form.size(), term.word.size());
        if (longer - shorter > 1) continue;
        const int distance = edit_distance(form, term.word, 1);
        if (distance < best_distance || (distance == best_distance && distance < 2 && stem < best)) {
            best = stem;
            best_distance = distance;
        }
    }
    return best;
}

// A common word means what it says: "time" is not "timing".
bool Lexicon::stands_at(const Phrase& phrase, std::uint32_t term, const std::vector<std::uint64_t>& stems,
                        const text::Utterance& utterance) const {
    if (term + phrase.stems.size() > stems.size()) return false;
    if (!std::equal(phrase.stems.begin(), phrase.stems.end(), stems.begin() + term)) return false;
    const text::Term& word = utterance.terms()[term];
    return phrase.stems.size() > 1 || !word.info->common || text::hash_of(without_plural(word.word)) == phrase.form;
}

std::vector<Mention> Lexicon::mentions(const text::Utterance& utterance) const {
    std::vector<Mention> found;
    if (phrases_.empty()) return found;
    const auto& terms = utterance.terms();
    std::vector<std::uint64_t> stems(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        stems[i] = terms[i].letters;
        if (!words_.contains(stems[i]) && terms[i].unfamiliar)
            if (const std::uint64_t mended = repaired(terms[i])) stems[i] = mended;
    }
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
        const auto at = by_first_.find(stems[i]);
        if (at == by_first_.end()) continue;
        for (const std::uint32_t index : at->second) {
            const Phrase& phrase = phrases_[index];
            if (!stands_at(phrase, i, stems, utterance)) continue;
            const Mention mention{phrase.meaning, phrase.id, i, i + static_cast<std::uint32_t>(phrase.stems.size())};
            const bool told = std::any_of(found.begin(), found.end(), [&](const Mention& other) {
                return other.meaning == mention.meaning && other.id == mention.id && other.end_term >= mention.end_term;
            });
            if (!told) found.push_back(mention);
        }
    }
    return found;
}

}  // namespace praxis::language
