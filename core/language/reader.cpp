#include "core/language/reader.hpp"

#include <algorithm>

#include "core/base/digest.hpp"
#include "core/language/analysis.hpp"
#include "core/language/features.hpp"
#include "core/language/observed/consistency.hpp"
#include "core/language/observed/observation.hpp"
#include "core/language/segments.hpp"

namespace praxis::language {
namespace {

constexpr std::size_t kHeardMost = 3;  // turns of the other side
constexpr int kNonsensePercent = 60;   // unknown words from which an otherwise empty turn is nonsense
constexpr int kNonsenseWords = 3;
constexpr float kNonsenseConfidence = 0.4f;  // soft: below what anything irreversible needs

HeardTurn heard_in(const Prepared& prepared) {
    HeardTurn heard{prepared.amounts, {}};
    for (const text::Term& term : prepared.utterance.terms())
        if (!term.in(text::WordSet::stop)) heard.words.push_back(term.letters);
    std::sort(heard.words.begin(), heard.words.end());
    return heard;
}

HeardTurn together(std::span<const HeardTurn* const> turns) {
    HeardTurn all;
    for (const HeardTurn* turn : turns.last(std::min(turns.size(), kHeardMost))) {
        all.amounts.insert(all.amounts.end(), turn->amounts.begin(), turn->amounts.end());
        all.words.insert(all.words.end(), turn->words.begin(), turn->words.end());
    }
    std::sort(all.words.begin(), all.words.end());
    return all;
}

Span span_of(const text::Utterance& utterance, std::uint32_t first_term, std::uint32_t end_term) {
    const auto& tokens = utterance.tokens();
    const auto& terms = utterance.terms();
    return {tokens[terms[first_term].token].span.begin, tokens[terms[end_term - 1].token].span.end};
}

std::uint8_t sentence_of(std::span<const text::Sentence> sentences, std::uint32_t term) {
    for (std::size_t i = 0; i < sentences.size(); ++i)
        if (term < sentences[i].end_term) return static_cast<std::uint8_t>(i);
    return 0;
}

}  // namespace

struct Reader::Parts {
    text::Pack pack;
    text::Patterns patterns;
    Model model;
    Signals signals;
    std::string model_digest;

    std::uint8_t mark_unfamiliar(text::Utterance&, const Lexicon&) const;
    void mentions_and_amounts(const Prepared&, std::span<const text::Sentence>, const std::vector<Mention>&,
                              std::vector<TopicSeen>&, std::vector<Amount>&) const;
};

// Returns the percentage of unfamiliar words.
std::uint8_t Reader::Parts::mark_unfamiliar(text::Utterance& utterance, const Lexicon& lexicon) const {
    std::size_t words = 0, unknown = 0;
    for (text::Term& term : utterance.terms()) {
        const bool is_figure = term.shape != text::Shape::word && term.shape != text::Shape::foreign;
        const bool known = is_figure || !term.info->sets.empty() || term.word_class || model.knows(term.letters);
        ++words;
        term.unfamiliar = !known;
        unknown += !known && !lexicon.knows(term.letters);
    }
    return words ? static_cast<std::uint8_t>(unknown * 100 / words) : std::uint8_t{0};
}

void Reader::Parts::mentions_and_amounts(const Prepared& prepared, std::span<const text::Sentence> sentences,
                                         const std::vector<Mention>& mentions, std::vector<TopicSeen>& topics,
                                         std::vector<Amount>& amounts) const {
    for (const Mention& mention : mentions)
        if (mention.meaning == Meaning::topic)
            topics.push_back({TopicId{mention.id}, span_of(prepared.utterance, mention.first_term, mention.end_term),
                              sentence_of(sentences, mention.first_term)});
    for (const text::FoundAmount& amount : prepared.amounts)
        amounts.push_back({amount.kind, amount.value, amount.unit,
                           span_of(prepared.utterance, amount.first_term, amount.end_term),
                           sentence_of(sentences, amount.first_term)});
}

Result<Reader, Problems> Reader::make(text::PackSource pack_source, ModelSource model_source) {
    auto patterns = text::Patterns::make(pack_source.patterns);
    auto pack = text::Pack::make(std::move(pack_source));
    auto model = model_of(model_source.bytes);
    Problems problems;
    if (!patterns) problems.insert(problems.end(), patterns.error().begin(), patterns.error().end());
    if (!pack) problems.insert(problems.end(), pack.error().begin(), pack.error().end());
    if (!model) problems.insert(problems.end(), model.error().begin(), model.error().end());
    if (!problems.empty()) return refuse(std::move(problems));
    const Signals signals(*patterns);
    return Reader(std::make_unique<const Parts>(std::move(*pack), std::move(*patterns), std::move(*model), signals,
                                                Digest().add(model_source.bytes).hex()));
}

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reading Reader::read(std::string_view text, const Context& context, const Lexicon& lexicon) const {
    text::Stemmer stemmer(parts_->pack.source().stemmer);
    Prepared prepared(text, parts_->pack, stemmer);
    const std::uint8_t unknown = parts_->mark_unfamiliar(prepared.utterance, lexicon);
    const std::vector<text::Sentence> sentences =
        segments_of(prepared.utterance, parts_->model.breaks, parts_->model.break_threshold, context.pauses);
    const auto seen = look_at(prepared.utterance, sentences, parts_->patterns, context.previous);
    const SeenSentence whole = seen.size() == 1  // one sentence is its own whole
                                   ? seen.front()
                                   : look_at_whole(prepared.utterance, seen, context.previous);
    const TurnShape shape = shape_of(prepared.utterance, sentences.size(), context.previous);
    const Likelihood likelihood = likelihood_of(seen, whole, shape, parts_->model);
    Credit credited = credit(likelihood, shape, context, parts_->model.stack);
    heed(parts_->signals, seen, likelihood, context, credited);
    const std::vector<Mention> mentions = lexicon.mentions(prepared.utterance);
    const bool nonsense =
        credited.credited.empty() && mentions.empty() && unknown >= kNonsensePercent && shape.words >= kNonsenseWords;
    if (nonsense) credited.possible.insert(Act::off_topic);
    const HeardTurn heard = together(context.heard);

    Reading reading;
    for (const text::Sentence& sentence : sentences) reading.sentences.push_back(sentence.span);
    for (int act = 0; act < kActCount; ++act) {
        const auto kind = static_cast<Act>(act);
        const bool is_credited = credited.credited.has(kind);
        if ((!is_credited && !credited.possible.has(kind)) || sentences.empty()) continue;
        const Span span = kind == Act::monologue ? Span{sentences.front().span.begin, sentences.back().span.end}
                                                 : sentences[likelihood.where[act]].span;
        const float confidence = kind == Act::monologue               ? 1.0f
                                 : nonsense && kind == Act::off_topic ? kNonsenseConfidence
                                                                      : likelihood.probability[act];
        reading.acts.push_back({kind, span, confidence, is_credited});
    }
    parts_->mentions_and_amounts(prepared, sentences, mentions, reading.topics, reading.amounts);
    reading.observation = observe({prepared, sentences, seen, likelihood, credited, shape, mentions, heard.amounts,
                                   heard.words, lexicon.hints(), unknown},
                                  parts_->signals);
    return reading;
}

HeardTurn Reader::listen(std::string_view text) const {
    text::Stemmer stemmer(parts_->pack.source().stemmer);
    return heard_in(Prepared(text, parts_->pack, stemmer));
}

CustomerReading Reader::read_customer(std::string_view text, const Lexicon& lexicon, ActSet before) const {
    text::Stemmer stemmer(parts_->pack.source().stemmer);
    Prepared prepared(text, parts_->pack, stemmer);
    parts_->mark_unfamiliar(prepared.utterance, lexicon);
    CustomerReading reading;
    reading.heard = heard_in(prepared);
    const std::vector<text::Sentence> whole = text::sentences_before(prepared.utterance, {});
    if (whole.empty()) return reading;
    const auto scores = parts_->model.kinds.score(look_at_customer(prepared.utterance, parts_->patterns, before));
    float best = -1;
    for (int kind = 1; kind < kPreviousKindCount; ++kind) {
        const float probability = sigmoid(scores[kind]);
        if (probability <= best) continue;
        best = probability;
        reading.kind = static_cast<PreviousKind>(kind);
    }
    reading.confidence = best;
    parts_->mentions_and_amounts(prepared, whole, lexicon.mentions(prepared.utterance), reading.topics,
                                 reading.amounts);
    return reading;
}

std::string Reader::language() const {
    return parts_->pack.source().language;
}
std::string Reader::digest() const {
    return parts_->pack.source().digest;
}
std::string Reader::model_digest() const {
    return parts_->model_digest;
}

}  // namespace praxis::language
