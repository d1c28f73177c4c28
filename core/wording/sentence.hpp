// Sentences as text: where they end, which words they hold, how one is set after a lead-in. Knows English punctuation
// and nothing of moves or moods. Values only; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::wording {

// The sentences of a text without the blanks between them. "…" ends a sentence only before a capital.
std::vector<std::string_view> sentences_of(std::string_view text);

// Words: letters, digits and apostrophes inside them, lower case.
std::vector<std::string> words_of(std::string_view text);

// Names a sentence by its words alone: case and punctuation do not matter.
std::uint64_t sentence_key(std::string_view sentence);

// `phrase` occurs in `text` as whole words, whatever the case.
bool has_phrase(std::string_view text, std::string_view phrase);

// `word` is in a sorted list.
bool is_listed(const std::vector<std::string>& sorted, const std::string& word);

std::string capitalised(std::string text);
std::string lowered(std::string text);  // the first letter only

}  // namespace praxis::wording
