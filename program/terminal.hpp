// What a terminal can show: colour (never when NO_COLOR is set or the output is no terminal), width, wrapped text.
// Widths are columns; UTF-8 letters count as one. One thread.
#pragma once

#include <string>
#include <string_view>

namespace praxis::program {

enum class Ink { plain, strong, dim, buyer, rep, good, warn, bad };

class Terminal {
public:
    static Terminal of_output();  // asks the process's standard output
    Terminal(bool colour, int width) : colour_(colour), width_(width) {}

    bool colour() const { return colour_; }
    int width() const { return width_; }                // 40 … 100
    std::string ink(Ink, std::string_view text) const;  // the text alone where there is no colour
    // `text` broken at spaces; every line but the first begins with `indent` spaces, which the first is assumed to
    // have used up already.
    std::string wrapped(std::string_view text, int indent) const;
    // "  label  text text text": a label in its own column, the text wrapped beside it.
    std::string entry(std::string_view label, std::string_view text, int label_columns,
                      Ink label_ink = Ink::strong) const;

private:
    bool colour_;
    int width_;
};

int columns(std::string_view utf8);

}  // namespace praxis::program
