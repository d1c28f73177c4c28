// The customer's words as the rep says them back: "We keep about forty-five days of sheet" becomes "you keep about
// forty-five days of sheet". Only plain statements turn round; what would sound wrong is not turned at all. The tables
// of pronouns and words are data of the language pack. Values only; any thread. Does not know: which sentence matters.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::wording::rep {

inline constexpr std::size_t kReportedWords = 17;  // a longer one is no longer said back in a breath

struct Turnabout {
    std::map<std::string, std::string, std::less<>> phrases;  // "we're" → "you're"; lower case, one or two words
    std::vector<std::string> unfit;                           // words of sentences that are left alone; sorted
    std::vector<std::string> lowerable;                       // first words that may be written small; sorted
    std::vector<std::string> verbs;                           // one of which makes a statement of it; sorted
};

// Without the closing stop, beginning small. Empty: not to be turned round.
std::optional<std::string> reported(std::string_view sentence, const Turnabout&);

// The sentence of `text` that holds the phrase, whatever the case; empty: none does.
std::string_view sentence_with(std::string_view text, std::string_view phrase);

// The words around the phrase, between commas and the like, while that is a mouthful at most; else the phrase alone.
std::string_view mouthful_with(std::string_view sentence, std::string_view phrase);

// The phrase as it stands in the text, with its own capitals; empty: it does not occur.
std::string_view as_said(std::string_view text, std::string_view phrase);

}  // namespace praxis::wording::rep
