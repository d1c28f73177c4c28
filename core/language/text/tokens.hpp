// The words and marks of a text, folded, each with its place in the original. Bounded: of a longer text only the first
// part is looked at, and the result says so. Any thread. Does not know: what words mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/text/folding.hpp"
#include "core/vocabulary/reading.hpp"

namespace praxis::language::text {

enum class TokenKind : std::uint8_t { word, number, mark };

struct Token {
    Span span;                // in the original, bytes
    std::uint32_t begin = 0;  // in the folded text
    std::uint16_t length = 0;
    TokenKind kind{};
    Letter letter{};       // of a mark; of a word: letter or foreign
    bool capital = false;  // begins with a capital
    bool glued = false;    // no space before it
    bool breaks = false;   // a line break, or an ellipsis
};

class Tokens {
public:
    static constexpr std::size_t kBytesMax = 16'384;  // of the original; a ten-minute monologue
    static constexpr std::size_t kTokensMax = 2'400;
    static constexpr std::size_t kWordLengthMax = 48;  // letters of a word that are looked at

    Tokens() = default;
    explicit Tokens(std::string_view original);

    const std::vector<Token>& all() const { return tokens_; }
    std::string_view word(const Token& token) const {
        return std::string_view(folded_).substr(token.begin, token.length);
    }
    bool cut() const { return cut_; }  // the text was longer than what is looked at

private:
    void add(std::string_view original, std::size_t& at);
    void add_run(std::string_view original, std::size_t& at);
    std::string folded_;
    std::vector<Token> tokens_;
    bool cut_ = false;
};

}  // namespace praxis::language::text
