#include <histedit.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <system_error>

#include "program/talk/line_source.hpp"

namespace praxis::program::talk {
namespace {

constexpr char kEscape = '\1';  // encloses what takes no width in the prompt
constexpr int kHistory_lines = 500;

volatile sig_atomic_t interrupted = 0;
void on_interrupt(int) {
    interrupted = 1;
}

// Names in one encoding wherever the program runs: the terminal's own, else UTF-8.
void choose_encoding() {
    std::setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
}

// Bytes to one character; libedit's own reader swallows the first Ctrl-C.
int read_character(EditLine*, wchar_t* character) {
    std::mbstate_t state{};
    while (true) {
        char byte = 0;
        const ssize_t got = read(STDIN_FILENO, &byte, 1);
        if (interrupted || got <= 0) return 0;
        const std::size_t used = std::mbrtowc(character, &byte, 1, &state);
        if (used == static_cast<std::size_t>(-1)) state = {};
        if (used == 0 || used == 1) return 1;
    }
}

class Editor : public LineSource {
public:
    Editor(const Terminal& terminal, std::filesystem::path history_file)
        : prompt_(terminal.colour()
                      ? std::string{kEscape} + "\033[1;33m" + kEscape + "You: " + kEscape + "\033[0m" + kEscape
                      : "You: "),
          history_file_(std::move(history_file)) {
        choose_encoding();
        editor_ = el_init("praxis", stdin, stdout, stderr);
        if (!editor_) return;
        struct sigaction action = {};
        action.sa_handler = on_interrupt;  // without SA_RESTART: a waiting read comes back
        sigaction(SIGINT, &action, &before_);
        history_ = history_init();
        HistEvent event;
        history(history_, &event, H_SETSIZE, kHistory_lines);
        history(history_, &event, H_SETUNIQUE, 1);
        history(history_, &event, H_LOAD, history_file_.c_str());
        el_set(editor_, EL_CLIENTDATA, this);
        el_set(editor_, EL_PROMPT_ESC, &Editor::prompt_of, kEscape);
        el_set(editor_, EL_EDITOR, "emacs");
        el_set(editor_, EL_HIST, history, history_);
        el_set(editor_, EL_GETCFN, read_character);
        el_source(editor_, nullptr);
    }

    ~Editor() override {
        if (!editor_) return;
        HistEvent event;
        std::error_code error;
        std::filesystem::create_directories(history_file_.parent_path(), error);
        history(history_, &event, H_SAVE, history_file_.c_str());
        history_end(history_);
        el_end(editor_);
        sigaction(SIGINT, &before_, nullptr);
    }

    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    bool usable() const { return editor_ != nullptr; }

    std::optional<std::string> next() override {
        while (true) {
            int length = 0;
            const char* read = el_gets(editor_, &length);
            if (!read || length <= 0 || interrupted) {
                std::fputs("\n", stdout);
                return std::nullopt;
            }
            std::string line(read, static_cast<std::size_t>(length));
            while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
            if (line.find_first_not_of(" \t") == std::string::npos) continue;
            HistEvent event;
            history(history_, &event, H_ENTER, line.c_str());
            return line;
        }
    }

private:
    static char* prompt_of(EditLine* editor) {
        void* self = nullptr;
        el_get(editor, EL_CLIENTDATA, &self);
        return static_cast<Editor*>(self)->prompt_.data();
    }

    std::string prompt_;
    std::filesystem::path history_file_;
    EditLine* editor_ = nullptr;
    History* history_ = nullptr;
    struct sigaction before_ = {};
};

}  // namespace

std::unique_ptr<LineSource> edited_lines(const Terminal& terminal, const std::filesystem::path& history_file) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return nullptr;
    auto editor = std::make_unique<Editor>(terminal, history_file);
    if (!editor->usable()) return nullptr;
    return editor;
}

}  // namespace praxis::program::talk
