// run_conversations [--show] FILE…: plays each `.conversation` file; failures as file:line, expected, got.
#include <cstdio>
#include <string_view>

#include "tests/conversations/run.hpp"

int main(int argc, char** argv) {
    using namespace praxis;
    const auto library = program::Library::open();
    if (!library) return static_cast<int>(program::tell(library.error()));
    bool show = false;
    int failed = 0, played = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--show") {
            show = true;
            continue;
        }
        ++played;
        const auto script = conversations::read_script(argv[i]);
        if (!script) {
            program::tell(script.error());
            ++failed;
            continue;
        }
        const conversations::Run run = conversations::run_script(*script, *library, PRAXIS_TESTS, show);
        program::tell(run.failures);
        std::fflush(stderr);
        if (show || !run.failures.empty()) std::printf("%s\n%s\n", argv[i], run.transcript.c_str());
        std::fflush(stdout);
        failed += run.failures.empty() ? 0 : 1;
    }
    std::printf("%d conversations, %d failed\n", played, failed);
    return failed == 0 && played > 0 ? 0 : 1;
}
