#include "core/language/observed/hints.hpp"

#include <algorithm>
#include <cmath>

#include "core/language/text/tokens.hpp"

namespace praxis::language {
namespace {

constexpr double kPerBit = 8;
constexpr double kFew = 4;        // a word that so few subjects share points at them by itself
constexpr int kWordsOfProof = 3;  // a proof counts when it was told, not touched
constexpr std::size_t kProofsMost = 16;

bool says_something(const text::Term& term) {
    using text::WordSet;
    const text::WordInfo& info = *term.info;
    return term.shape == text::Shape::word && term.word.size() > 2 && !info.common && !info.is_number &&
           !term.in(WordSet::stop) && !term.in(WordSet::filler) && !term.in(WordSet::discourse) &&
           !term.in(WordSet::hedge);
}

}  // namespace

Hints::Hints(const strategy::Scenario& scenario, text::Stemmer& stemmer) {
    for (std::size_t i = 0; i < scenario.facts.size() && i < kFactsMax; ++i) {
        const strategy::Fact& fact = scenario.facts[i].fact;
        add({.fact = {static_cast<std::uint8_t>(i)}}, {&fact.full, &fact.brief, &fact.key}, stemmer);
    }
    for (const strategy::ScenarioObjection& objection : scenario.objections)
        for (const strategy::ScenarioCause& cause : objection.causes) {
            const strategy::Texts said{cause.cause.answer, cause.cause.told_apart_by};
            add({.topic = cause.topic}, {&cause.cause.tell, &cause.cause.settled, &said}, stemmer);
        }
    for (std::size_t i = 0; i < scenario.proofs.size() && i < kProofsMost; ++i) {
        const strategy::Texts said{scenario.proofs[i].proof.text};
        add({.proof = static_cast<int>(i)}, {&said, &scenario.proofs[i].proof.words}, stemmer);
    }
    weigh();
}

void Hints::add(Subject subject, std::initializer_list<const strategy::Texts*> texts, text::Stemmer& stemmer) {
    const auto number = static_cast<std::uint16_t>(subjects_.size());
    subjects_.push_back(subject);
    for (const strategy::Texts* list : texts)
        for (const std::string& text : *list) {
            const text::Tokens tokens(text);
            for (const text::Token& token : tokens.all()) {
                if (token.kind == text::TokenKind::mark) continue;
                auto& subjects = words_[text::hash_of(stemmer.stem(tokens.word(token)))].subjects;
                if (subjects.empty() || subjects.back() != number) subjects.push_back(number);
            }
        }
}

void Hints::weigh() {
    const double per_few = static_cast<double>(subjects_.size()) / kFew;
    enough_ = static_cast<std::uint32_t>(std::lround(kPerBit * std::log2(std::max(per_few, 1.5))));
    for (auto& [stem, word] : words_)
        word.weight = static_cast<std::uint32_t>(std::lround(
            kPerBit * std::log2(static_cast<double>(subjects_.size()) / static_cast<double>(word.subjects.size()))));
}

Hints::Found Hints::at(std::span<const text::Term> terms) const {
    Found found;
    if (subjects_.empty()) return found;
    std::vector<std::uint32_t> score(subjects_.size());
    std::vector<int> shared(subjects_.size());
    std::vector<std::uint64_t> counted;
    for (const text::Term& term : terms) {
        const auto word = says_something(term) ? words_.find(term.letters) : words_.end();
        if (word == words_.end() || std::ranges::find(counted, term.letters) != counted.end()) continue;
        counted.push_back(term.letters);
        for (const std::uint16_t subject : word->second.subjects) {
            score[subject] += word->second.weight;
            ++shared[subject];
        }
    }
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        if (subjects_[i].proof < 0) continue;
        const bool told = shared[i] >= kWordsOfProof && score[i] >= kWordsOfProof * enough_;
        if (told) found.proofs |= static_cast<std::uint16_t>(1u << subjects_[i].proof);
        score[i] = 0;
    }
    std::size_t facts = 0, topics = 0;
    while (facts < found.facts.size() || topics < found.topics.size()) {
        const auto best = std::ranges::max_element(score);
        if (*best < enough_) break;
        const Subject& subject = subjects_[static_cast<std::size_t>(best - score.begin())];
        if (!subject.fact.none() && facts < found.facts.size()) found.facts[facts++] = subject.fact;
        if (!subject.topic.none() && topics < found.topics.size()) found.topics[topics++] = subject.topic;
        *best = 0;
    }
    return found;
}

}  // namespace praxis::language
