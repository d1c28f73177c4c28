#include "tools/train_language/corpus.hpp"

#include <algorithm>

#include "core/language/gaps.hpp"
#include "core/language/segments.hpp"
#include "tools/train_language/speech.hpp"

namespace praxis::train_language {
namespace {

using language::Feature;
using language::Prepared;
using language::text::Sentence;

Prepared prepared(const std::string& text, const Material& material) {
    language::text::Stemmer stemmer(material.pack.source().stemmer);
    return Prepared(text, material.pack, stemmer);
}

// The first terms of the labelled stretches but the first.
std::vector<std::uint32_t> labelled_cuts(const language::text::Utterance& utterance, const std::vector<Span>& spans) {
    std::vector<std::uint32_t> cuts;
    std::size_t next = 1;
    for (std::uint32_t i = 1; i < utterance.terms().size() && next < spans.size(); ++i) {
        const std::uint32_t begin = utterance.tokens()[utterance.terms()[i].token].span.begin;
        if (begin < spans[next].begin) continue;
        cuts.push_back(i);
        while (next < spans.size() && spans[next].begin <= begin) ++next;
    }
    return cuts;
}

double length(Span span) {
    return static_cast<double>(span.end) - span.begin;
}

std::vector<Feature> each_once(std::vector<Feature> features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

// A cut sentence carries the labels of the stretches that lie mostly in it, or that it lies mostly in.
ActSet labels_of(Span sentence, const std::vector<Span>& spans, const std::vector<ActSet>& acts) {
    ActSet labels;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const double shared =
            static_cast<double>(std::min(sentence.end, spans[i].end)) - std::max(sentence.begin, spans[i].begin);
        if (shared > 0 && (shared >= 0.5 * length(spans[i]) || shared >= 0.5 * length(sentence)))
            labels = labels | acts[i];
    }
    return labels;
}

}  // namespace

Corpus::Corpus(const Material& material) : material_(material) {
    for (const files::RepTurn& source : material.turns.rep) {
        Turn turn{.author = author_number(source.author), .previous = source.previous, .acts = source.acts()};
        std::vector<Span> spans;
        for (const auto& sentence : source.sentences) {
            spans.push_back(sentence.span);
            turn.sentence_acts.push_back(sentence.acts);
        }
        Spoken spoken = as_speech(source.text, spans);
        turn.as[kWritten].text = source.text;
        turn.as[kWritten].spans = std::move(spans);
        turn.as[kSpeech].text = std::move(spoken.text);
        turn.as[kSpeech].spans = std::move(spoken.spans);
        for (Rendering& rendering : turn.as) add_gaps(rendering);
        turns.push_back(std::move(turn));
    }
    add_customers();
    count_stems();
}

int Corpus::author_number(const std::string& name) {
    const auto found = std::find(authors.begin(), authors.end(), name);
    if (found != authors.end()) return static_cast<int>(found - authors.begin());
    authors.push_back(name);
    return static_cast<int>(authors.size()) - 1;
}

void Corpus::add_gaps(Rendering& rendering) {
    const Prepared turn = prepared(rendering.text, material_);
    const auto cuts = labelled_cuts(turn.utterance, rendering.spans);
    const language::Gaps gaps(turn.utterance);
    std::vector<Feature> features;
    for (std::uint32_t i = 1; i < turn.utterance.terms().size(); ++i) {
        gaps.features_of(i, features);
        rendering.gaps.push_back(gap_examples.add(features, std::binary_search(cuts.begin(), cuts.end(), i)));
    }
}

void Corpus::add_customers() {
    for (const files::CustomerTurn& source : material_.turns.customer) {
        CustomerSample sample{.author = author_number(source.author), .kind = source.kind};
        const Spoken spoken = as_speech(source.text, {Span{0, static_cast<std::uint32_t>(source.text.size())}});
        for (int style = 0; style < kStyles; ++style) {
            const Prepared turn = prepared(style == kWritten ? source.text : spoken.text, material_);
            const std::uint64_t label = std::uint64_t{1} << static_cast<int>(source.kind);
            sample.example[style] = customer_examples.add(
                language::look_at_customer(turn.utterance, material_.patterns, source.before), label);
            sample.alone[style] =
                customer_examples.add(language::look_at_customer(turn.utterance, material_.patterns, {}), label);
        }
        customers.push_back(std::move(sample));
    }
}

void Corpus::count_stems() {
    std::vector<std::uint64_t> all;
    const auto add = [&](const std::string& text) {
        for (const auto& term : prepared(text, material_).utterance.terms()) all.push_back(term.letters);
    };
    for (const files::RepTurn& turn : material_.turns.rep) add(turn.text);
    for (const files::CustomerTurn& turn : material_.turns.customer) add(turn.text);
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        if (all[i] == all[i + 1] && (stems.empty() || stems.back() != all[i])) stems.push_back(all[i]);
}

void Corpus::cut(int author, const language::Layer<language::kBreakLanes>& breaks, float threshold) {
    for (Turn& turn : turns)
        if (turn.author == author)
            for (Rendering& rendering : turn.as) cut(turn, rendering, breaks, threshold);
}

void Corpus::cut(Turn& turn, Rendering& rendering, const language::Layer<language::kBreakLanes>& breaks,
                 float threshold) {
    const Prepared ready = prepared(rendering.text, material_);
    std::vector<language::SeenSentence> seen;
    const auto add = [&](const std::vector<Sentence>& sentences, auto&& labels) {
        std::vector<Examples::Number> numbers;
        seen = language::look_at(ready.utterance, sentences, material_.patterns, turn.previous);
        for (std::size_t i = 0; i < sentences.size(); ++i)
            numbers.push_back(act_examples.add(each_once(seen[i].features), labels(i).bits()));
        return numbers;
    };
    const auto marked = language::text::sentences_at(ready.utterance, rendering.spans);
    const auto sentences = language::segments_of(ready.utterance, breaks, threshold);
    rendering.marked = add(marked, [&](std::size_t i) { return turn.sentence_acts[i]; });
    rendering.cut = add(
        sentences, [&](std::size_t i) { return labels_of(sentences[i].span, rendering.spans, turn.sentence_acts); });
    auto whole = seen.size() == 1 ? seen.front() : language::look_at_whole(ready.utterance, seen, turn.previous);
    rendering.whole.clear();
    if (!seen.empty()) rendering.whole = {act_examples.add(each_once(whole.features), turn.acts.bits())};
    rendering.shape = language::shape_of(ready.utterance, sentences.size(), turn.previous);
}

}  // namespace praxis::train_language
