// run_conversations [--show] FILE…: plays each `.conversation` file; failures as file:line, expected, got.
// run_conversations --coach FILE…: prints docs/worked-conversations.md.
#include <cstdio>
#include <string_view>
#include <vector>

#include "tests/conversations/coach.hpp"
#include "tests/conversations/run.hpp"

namespace {

using namespace praxis;

int play(const program::Library& library, const std::vector<const char*>& files, bool show) {
    int failed = 0;
    for (const char* file : files) {
        const auto script = conversations::read_script(file);
        if (!script) {
            program::tell(script.error());
            ++failed;
            continue;
        }
        const conversations::Run run = conversations::run_script(*script, library, PRAXIS_TESTS, show);
        program::tell(run.failures);
        std::fflush(stderr);
        if (show || !run.failures.empty()) std::printf("%s\n%s\n", file, run.transcript.c_str());
        std::fflush(stdout);
        failed += run.failures.empty() ? 0 : 1;
    }
    std::printf("%zu conversations, %d failed\n", files.size(), failed);
    return failed == 0 && !files.empty() ? 0 : 1;
}

int print_page(const program::Library& library, const std::vector<const char*>& files) {
    const auto all = conversations::compare_files({files.begin(), files.end()}, library, PRAXIS_TESTS);
    if (!all) {
        program::tell(all.error());
        return 1;
    }
    std::fputs(conversations::worked_conversations_page(*all).c_str(), stdout);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto library = program::Library::open();
    if (!library) return static_cast<int>(program::tell(library.error()));
    bool show = false, coach = false;
    std::vector<const char*> files;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        show = show || word == "--show";
        coach = coach || word == "--coach";
        if (!word.starts_with("--")) files.push_back(argv[i]);
    }
    return coach ? print_page(*library, files) : play(*library, files, show);
}
