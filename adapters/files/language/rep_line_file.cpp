#include "adapters/files/language/rep_line_file.hpp"

#include "adapters/files/language/grammar_file.hpp"

namespace praxis::files {

Result<wording::rep::Grammar, Problems> load_rep_lines(const std::filesystem::path& folder) {
    auto source = read_grammar(folder);
    if (!source) return refuse(std::move(source.error()));
    return wording::rep::Grammar::make(*source);
}

}  // namespace praxis::files
