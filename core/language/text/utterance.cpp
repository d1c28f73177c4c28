#include "core/language/text/utterance.hpp"

#include "core/base/chance.hpp"
#include "core/base/digest.hpp"

namespace praxis::language::text {
namespace {

constexpr std::array<std::string_view, 7> kShapeNames = {"",          "#number", "#money",  "#percent",
                                                         "#duration", "#date",   "#foreign"};

constexpr std::size_t kWordsPerMark = 25;

}  // namespace

std::uint64_t shape_hash(Shape shape) {
    return hash_of(kShapeNames[static_cast<std::size_t>(shape)]);
}

std::uint64_t hash_of(std::string_view text) {
    return mix(Digest().add(text).value());
}

Utterance::Utterance(std::string_view original, const Pack& pack, Stemmer& stemmer)
    : original_(original), pack_(pack), stemmer_(stemmer), tokens_(original) {
    const std::vector<Token>& tokens = tokens_.all();
    terms_.reserve(tokens.size() + 8);
    std::size_t marks = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const Letter letter = tokens[i].letter;
        if (tokens[i].kind != TokenKind::mark || letter == Letter::currency || letter == Letter::percent) open_up(i);
        marks += i + 1 < tokens.size() && (letter == Letter::stop || letter == Letter::question ||
                                           letter == Letter::exclamation || letter == Letter::comma);
    }
    bare_ = marks * kWordsPerMark < terms_.size();
}

void Utterance::open_up(std::uint32_t token) {
    const std::string_view word = folded(token);
    const KnownWord* known = pack_.find(word);
    if (known && !known->expansion.empty()) {
        for (std::string_view opened = known->expansion; !opened.empty();) {
            const auto space = opened.find(' ');
            add(opened.substr(0, space), token);
            opened = space == std::string_view::npos ? std::string_view{} : opened.substr(space + 1);
        }
        return;
    }
    if (word.find('\'') != std::string_view::npos)
        for (const auto& [ending, meaning] : pack_.source().endings)
            if (word.size() > ending.size() && word.ends_with(ending)) {
                add(word.substr(0, word.size() - ending.size()), token);
                if (!meaning.empty()) add(meaning, token);
                return;
            }
    add(word, known, token);
}

void Utterance::add(std::string_view word, std::uint32_t token) {
    add(word, pack_.find(word), token);
}

void Utterance::add(std::string_view word, const KnownWord* known, std::uint32_t token) {
    static const KnownWord kUnknown;
    const Token& from = tokens_.all()[token];
    Term term{.word = word, .token = token, .info = &(known ? known : &kUnknown)->info};
    if (from.kind == TokenKind::number || term.info->is_number || term.info->magnitude > 0)
        term.shape = Shape::number;
    else if (from.letter == Letter::foreign)
        term.shape = Shape::foreign;
    else if (from.letter == Letter::percent)
        term.shape = Shape::percent;
    else if (from.letter == Letter::currency)
        term.shape = Shape::money;
    if (known) {
        term.letters = known->stem;
        term.form = known->form;
        term.word_class = known->word_class;
    } else {
        const std::string_view stem = stemmer_.stem(word);
        term.letters = hash_of(stem);
        term.form = hash_of(word);
        term.word_class = pack_.class_of_stem(stem);
    }
    term.stem = term.letters;
    if (term.shape != Shape::word) {
        term.form = term.stem = shape_hash(term.shape);
        term.word_class = 0;
    }
    terms_.push_back(term);
}

}  // namespace praxis::language::text
