// Where the program's data lies: the PRAXIS_DATA variable, else `data` beside the executable, ../share/praxis from it,
// or `data` up the tree from the executable or the working folder. One thread.
#pragma once

#include <filesystem>
#include <optional>

namespace praxis::program {

std::optional<std::filesystem::path> find_data();
// The web page's built files: `web` in the data folder of an installation, else build/web beside it; nothing: not
// built.
std::optional<std::filesystem::path> find_page(const std::filesystem::path& data);

// Where saved sessions go: $XDG_STATE_HOME/praxis, else ~/.local/state/praxis, else the temporary folder.
std::filesystem::path state_folder();

}  // namespace praxis::program
