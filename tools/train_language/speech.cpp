#include "tools/train_language/speech.hpp"

#include "core/language/text/folding.hpp"

namespace praxis::train_language {
namespace {

using language::text::Letter;

bool spoken(Letter letter) {
    return letter == Letter::letter || letter == Letter::digit || letter == Letter::foreign ||
           letter == Letter::currency || letter == Letter::percent;
}

bool digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::string stripped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = language::text::character_at(text, at);
        const bool in_figure = at > 0 && digit_at(text, at - 1) && digit_at(text, at + character.bytes) &&
                               (text[at] == '.' || text[at] == ',' || text[at] == ':');
        if (spoken(character.letter))
            result += character.folded;
        else if (in_figure)
            result += text[at];
        else if (character.letter != Letter::apostrophe && !result.empty() && result.back() != ' ')
            result += ' ';
        at += character.bytes;
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

Spoken as_speech(const std::string& text, const std::vector<Span>& spans) {
    Spoken spoken_text;
    for (const Span span : spans) {
        if (!spoken_text.text.empty()) spoken_text.text += ' ';
        const auto begin = static_cast<std::uint32_t>(spoken_text.text.size());
        spoken_text.text += stripped(quote(text, span));
        spoken_text.spans.push_back({begin, static_cast<std::uint32_t>(spoken_text.text.size())});
    }
    return spoken_text;
}

}  // namespace praxis::train_language
