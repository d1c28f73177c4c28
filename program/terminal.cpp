#include "program/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace praxis::program {
namespace {

constexpr int kNarrowest = 40, kWidest = 100, kUnknown = 80;

const char* code(Ink ink) {
    switch (ink) {
        case Ink::plain: return "";
        case Ink::strong: return "\033[1m";
        case Ink::dim: return "\033[2m";
        case Ink::buyer: return "\033[1;36m";
        case Ink::rep: return "\033[1;33m";
        case Ink::good: return "\033[32m";
        case Ink::warn: return "\033[33m";
        case Ink::bad: return "\033[31m";
    }
    return "";
}

int width_of_output() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char* columns = std::getenv("COLUMNS");
    const int width = columns ? std::atoi(columns) : 0;
    return width > 0 ? width : kUnknown;
}

}  // namespace

Terminal Terminal::of_output() {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    const bool dumb = kind && std::string_view(kind) == "dumb";
    const bool colour = isatty(STDOUT_FILENO) != 0 && !(no_colour && *no_colour) && !dumb;
    return {colour, std::clamp(width_of_output(), kNarrowest, kWidest)};
}

int columns(std::string_view utf8) {
    return static_cast<int>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string Terminal::ink(Ink ink, std::string_view text) const {
    if (!colour_ || ink == Ink::plain || text.empty()) return std::string(text);
    return code(ink) + std::string(text) + "\033[0m";
}

std::string Terminal::wrapped(std::string_view text, int indent) const {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string out;
    int used = indent;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n");
        const std::string_view word = text.substr(0, end);
        const int wide = columns(word);
        const bool begins = used == indent;
        if (!begins && used + 1 + wide > width_) {
            out += "\n" + margin;
            used = indent;
        } else if (!begins && !word.empty()) {
            out += ' ';
            ++used;
        }
        out += word;
        used += wide;
        if (end == std::string_view::npos) break;
        if (text[end] == '\n') {
            out += "\n" + margin;
            used = indent;
        }
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string Terminal::entry(std::string_view label, std::string_view text, int label_columns, Ink label_ink) const {
    const int missing = label_columns - columns(label);
    std::string out = ink(label_ink, label) + std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ');
    if (missing < 1) out += "\n" + std::string(static_cast<std::size_t>(label_columns), ' ');
    return out + wrapped(text, label_columns);
}

}  // namespace praxis::program
