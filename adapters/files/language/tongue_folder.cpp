#include "adapters/files/language/tongue_folder.hpp"

#include "adapters/files/language/cue_file.hpp"
#include "adapters/files/language/grammar_file.hpp"
#include "adapters/files/language/language_pack.hpp"
#include "adapters/files/language/rep_line_file.hpp"

namespace praxis::files {
namespace {

template <class T>
std::shared_ptr<const T> shared(Result<T, Problems>&& loaded, Problems& problems) {
    if (loaded) return std::make_shared<const T>(*std::move(loaded));
    problems.insert(problems.end(), loaded.error().begin(), loaded.error().end());
    return nullptr;
}

}  // namespace

Result<app::Tongue, Problems> load_tongue(const std::filesystem::path& folder) {
    Problems problems;
    app::Tongue tongue{shared(load_reader(folder), problems), shared(load_grammar(folder / "wording"), problems),
                       shared(load_cues(folder / "cues.yaml"), problems),
                       shared(load_rep_lines(folder / "rep_lines"), problems)};
    if (!problems.empty()) return refuse(std::move(problems));
    return tongue;
}

}  // namespace praxis::files
