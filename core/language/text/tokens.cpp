#include "core/language/text/tokens.hpp"

namespace praxis::language::text {
namespace {

bool starts_run(Letter letter) {
    return letter == Letter::letter || letter == Letter::digit || letter == Letter::foreign;
}

// "don't", "1,180.50", "9:30", "12/03" stay together; "end-to-end" does not.
bool joins(Letter before, Letter joint, char folded, Letter after) {
    if (joint == Letter::apostrophe) return before == Letter::letter && after == Letter::letter;
    if (before != Letter::digit || after != Letter::digit) return false;
    return joint == Letter::comma || folded == '.' || folded == ';' || folded == '*';
}

}  // namespace

Tokens::Tokens(std::string_view original) {
    const std::string_view looked_at = original.substr(0, kBytesMax);
    folded_.reserve(looked_at.size() + 16);
    tokens_.reserve(looked_at.size() / 4 + 4);
    std::size_t at = 0;
    while (at < looked_at.size() && tokens_.size() < kTokensMax) add(looked_at, at);
    cut_ = at < original.size();
}

void Tokens::add(std::string_view original, std::size_t& at) {
    const Character character = character_at(original, at);
    if (starts_run(character.letter)) {
        add_run(original, at);
        return;
    }
    const std::size_t begin = at;
    at += character.bytes;
    if (character.letter == Letter::space || character.letter == Letter::control) return;
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    token.kind = TokenKind::mark;
    token.letter = character.letter;
    token.breaks = character.folded == "\n" || character.folded == "...";
    token.glued = !tokens_.empty() && tokens_.back().span.end == begin;
    if (token.glued && tokens_.back().letter == Letter::stop && character.folded == ".") {
        tokens_.back().span.end = token.span.end;
        tokens_.back().breaks = true;
        return;
    }
    token.begin = static_cast<std::uint32_t>(folded_.size());
    token.length = static_cast<std::uint16_t>(character.folded.size());
    folded_ += character.folded;
    tokens_.push_back(token);
}

void Tokens::add_run(std::string_view original, std::size_t& at) {
    Token token;
    token.begin = static_cast<std::uint32_t>(folded_.size());
    const std::size_t first = at;
    Character character = character_at(original, at);
    token.capital = character.capital;
    token.kind = character.letter == Letter::digit ? TokenKind::number : TokenKind::word;
    token.letter = character.letter;
    token.glued = !tokens_.empty() && tokens_.back().span.end == first;
    while (true) {
        if (folded_.size() - token.begin < kWordLengthMax) folded_ += character.folded;
        at += character.bytes;
        if (at >= original.size()) break;
        const Character next = character_at(original, at);
        const bool same =
            starts_run(next.letter) && (next.letter == Letter::foreign) == (token.letter == Letter::foreign);
        if (same) {
            character = next;
            continue;
        }
        const std::size_t after = at + next.bytes;
        if (after >= original.size()) break;
        const bool slash = next.letter == Letter::symbol && original[at] == '/';
        const char joint = slash ? '*' : next.letter == Letter::symbol ? ' ' : next.folded[0];
        const Character beyond = character_at(original, after);
        if (!joins(character.letter, next.letter, joint, beyond.letter)) break;
        if (folded_.size() - token.begin < kWordLengthMax)
            folded_ += slash ? "/" : original[at] == ':' ? ":" : next.folded;
        at = after;
        character = beyond;
    }
    token.length = static_cast<std::uint16_t>(folded_.size() - token.begin);
    token.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at)};
    tokens_.push_back(token);
}

}  // namespace praxis::language::text
