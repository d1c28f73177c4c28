// Gathers the words that are said for a stretch of letters, and the pauses between them. The rules of how something is
// said (rule.hpp) speak through it. One thread.
#pragma once

#include <string_view>
#include <vector>

#include "adapters/speech/voice/reading/reader.hpp"

namespace praxis::speech {

class Utterer {
public:
    Utterer(const PlainText& text, const Pronunciation& how) : text_(text), how_(how) {}

    const Pronunciation& how() const { return how_; }

    // What is said next stands for these letters.
    void stand_at(Stretch stretch) { at_ = stretch; }
    // Words with blanks between them; a single capital is a letter's name ("R and D"), "Es" several of them.
    void say(std::string_view words);
    void say_phones(std::string_view word, std::string_view phones);
    void spell(std::string_view letters, bool plural = false);
    void pause(char mark);  // after what was said last; the stronger of two holds
    bool silent() const { return words_.empty(); }

    std::vector<SpokenWord> take() { return std::move(words_); }

private:
    void put(std::string word, std::string phones);
    void say_one(std::string_view word);

    const PlainText& text_;
    const Pronunciation& how_;
    Stretch at_;
    std::vector<SpokenWord> words_;
};

}  // namespace praxis::speech
