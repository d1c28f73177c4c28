#include "program/data_folder.hpp"

#include <cstdlib>
#include <system_error>

namespace praxis::program {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "language", error);
}

std::optional<fs::path> up_the_tree(fs::path folder) {
    while (true) {
        if (holds_data(folder / "data")) return folder / "data";
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

const char* variable(const char* name) {
    const char* value = std::getenv(name);
    return value && *value ? value : nullptr;
}

}  // namespace

std::optional<fs::path> find_data() {
    if (const char* given = variable("PRAXIS_DATA")) return fs::path(given);
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path shared = executable.parent_path().parent_path() / "share" / "praxis";
        if (holds_data(shared)) return shared;
        if (auto found = up_the_tree(executable.parent_path())) return found;
    }
    return up_the_tree(fs::current_path(error));
}

std::optional<fs::path> find_page(const fs::path& data) {
    std::error_code error;
    for (const fs::path& folder : {data / "web", data.parent_path() / "build" / "web"})
        if (fs::is_regular_file(folder / "index.html", error)) return folder;
    return std::nullopt;
}

fs::path state_folder() {
    if (const char* state = variable("XDG_STATE_HOME")) return fs::path(state) / "praxis";
    if (const char* home = variable("HOME")) return fs::path(home) / ".local" / "state" / "praxis";
    std::error_code error;
    return fs::temp_directory_path(error) / "praxis";
}

}  // namespace praxis::program
