// Labelled turns (`.turns`, docs/understanding.md): what reps said with the acts in it, sentence by sentence, and what
// customers said with its kind. Used to train and to measure understanding. Any thread.
// Errors: a list of problems with file and line; nothing is half read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/previous.hpp"
#include "core/vocabulary/reading.hpp"

namespace praxis::files {

struct LabelledSentence {
    Span span;  // in the turn's text
    ActSet acts;
};

struct RepTurn {
    std::string text;
    PreviousKind previous = PreviousKind::none;
    std::vector<std::string> heard;  // the customer's turns before it in this conversation, newest last
    std::vector<LabelledSentence> sentences;
    std::string author;  // the folder it came from
    Place at;

    ActSet acts() const {
        ActSet all;
        for (const LabelledSentence& sentence : sentences) all = all | sentence.acts;
        return all;
    }
};

struct CustomerTurn {
    std::string text;
    PreviousKind kind{};
    ActSet before;  // of the rep's turn it answers; empty when it opens the talk
    std::string author;
    Place at;
};

struct Turns {
    std::vector<RepTurn> rep;
    std::vector<CustomerTurn> customer;
};

Result<Turns, Problems> parse_turns(const std::string& text, const std::string& file, const std::string& author);

// All `.turns` files below a folder, in the order of their paths.
Result<Turns, Problems> load_turns(const std::filesystem::path& folder);

}  // namespace praxis::files
