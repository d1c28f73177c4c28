#include "core/wording/rep/reported.hpp"

#include <algorithm>

#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
}

struct Piece {
    std::string text;
    bool word = false;
};

std::vector<Piece> pieces_of(std::string_view sentence) {
    std::vector<Piece> pieces;
    for (const char c : sentence) {
        if (pieces.empty() || pieces.back().word != is_word(c)) pieces.push_back({"", is_word(c)});
        pieces.back().text += c;
    }
    return pieces;
}

std::string small(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// Two words first: "I was" is "you were", and "I" alone is "you".
std::string turned(const std::vector<Piece>& pieces, const Turnabout& tables, bool& begins_turned) {
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].word) {
            text += pieces[i].text;
            continue;
        }
        const bool pair = i + 2 < pieces.size() && pieces[i + 1].text == " ";
        const auto two =
            pair ? tables.phrases.find(small(pieces[i].text + " " + pieces[i + 2].text)) : tables.phrases.end();
        const auto found = two != tables.phrases.end() ? two : tables.phrases.find(small(pieces[i].text));
        if (found == tables.phrases.end()) {
            text += pieces[i].text;
            continue;
        }
        if (i == 0) begins_turned = true;
        text += found->second;
        if (two != tables.phrases.end()) i += 2;
    }
    return text;
}

constexpr std::size_t kMouthful_words = 8;

// "Two per cent inside ten days" is no statement and cannot follow "you said".
bool states(const std::vector<std::string>& words, const Turnabout& tables) {
    return std::ranges::any_of(words, [&](const std::string& word) {
        const bool contracted = word.ends_with("'re") || word.ends_with("'ve") || word.ends_with("'ll") ||
                                word.ends_with("'d") || word.ends_with("n't");
        return contracted || is_listed(tables.verbs, word);
    });
}

}  // namespace

std::optional<std::string> reported(std::string_view sentence, const Turnabout& tables) {
    if (!sentence.ends_with('.') || sentence.find_first_of("\"?!(:;") != std::string_view::npos) return std::nullopt;
    sentence.remove_suffix(1);
    const auto words = words_of(sentence);
    if (words.empty() || words.size() > kReportedWords || !states(words, tables)) return std::nullopt;
    const auto pieces = pieces_of(sentence);
    for (const Piece& piece : pieces)
        if (piece.word && is_listed(tables.unfit, small(piece.text))) return std::nullopt;
    bool begins_turned = false;
    std::string text = turned(pieces, tables, begins_turned);
    if (begins_turned) return text;
    if (!is_listed(tables.lowerable, words.front())) return std::nullopt;
    return lowered(std::move(text));
}

std::string_view as_said(std::string_view text, std::string_view phrase) {
    if (!has_phrase(text, phrase)) return {};
    const auto same = [](char a, char b) { return small(std::string(1, a)) == small(std::string(1, b)); };
    for (auto from = text.begin();; ++from) {
        from = std::search(from, text.end(), phrase.begin(), phrase.end(), same);
        if (from == text.end()) return {};
        const auto at = static_cast<std::size_t>(from - text.begin());
        const bool left = at == 0 || !is_word(text[at - 1]);
        const bool right = at + phrase.size() >= text.size() || !is_word(text[at + phrase.size()]);
        if (left && right) return text.substr(at, phrase.size());
    }
}

std::string_view mouthful_with(std::string_view sentence, std::string_view phrase) {
    const std::string_view said = as_said(sentence, phrase);
    if (said.empty()) return {};
    constexpr std::string_view kBreaks = ",;:.?!()\"";
    const auto at = static_cast<std::size_t>(said.data() - sentence.data());
    const std::size_t before = sentence.substr(0, at).find_last_of(kBreaks);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(sentence.find_first_of(kBreaks, at + said.size()), sentence.size());
    std::string_view around = sentence.substr(begin, end - begin);
    while (around.starts_with(' ')) around.remove_prefix(1);
    return words_of(around).size() <= kMouthful_words ? around : said;
}

std::string_view sentence_with(std::string_view text, std::string_view phrase) {
    for (const std::string_view sentence : sentences_of(text))
        if (has_phrase(sentence, phrase)) return sentence;
    return {};
}

}  // namespace praxis::wording::rep
