#include "adapters/files/language/grammar_file.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <vector>

namespace praxis::files {
namespace {

std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".yaml") found.push_back(entry.path());
    std::ranges::sort(found);  // the digest must not depend on the file system
    return found;
}

// A cell is a block text with a line for each variant; blank lines are passed over.
void add_cell(const wording::GrammarEntry& under, const YAML::Node& cell, wording::GrammarSource& source) {
    const std::string block = cell.as<std::string>();
    int line = cell.Mark().line + 1;
    for (std::size_t begin = 0; begin < block.size();) {
        const std::size_t end = std::min(block.find('\n', begin), block.size());
        ++line;
        if (end > begin) {
            wording::GrammarEntry entry = under;
            entry.text = block.substr(begin, end - begin);
            entry.at.line = line;
            entry.at.column = 1;
            source.push_back(std::move(entry));
        }
        begin = end + 1;
    }
}

void add_file(const std::filesystem::path& file, wording::GrammarSource& source) {
    const YAML::Node root = YAML::LoadFile(file.string());
    for (const auto& section : root) {
        for (const auto& named : section.second) {
            wording::GrammarEntry entry{section.first.as<std::string>(), named.first.as<std::string>(), "any", "", {}};
            entry.at.file = file.string();
            if (named.second.IsScalar()) {
                add_cell(entry, named.second, source);
                continue;
            }
            for (const auto& cell : named.second) {
                entry.cell = cell.first.as<std::string>();
                add_cell(entry, cell.second, source);
            }
        }
    }
}

}  // namespace

Result<wording::GrammarSource, Problems> read_grammar(const std::filesystem::path& folder) {
    wording::GrammarSource source;
    const auto files = yaml_files(folder);
    if (files.empty())
        return refuse(
            Problems{{Severity::error, {folder.string()}, "there is no wording grammar", "add *.yaml files"}});
    for (const auto& file : files) {
        try {
            add_file(file, source);
        } catch (const YAML::Exception& fault) {
            const Place at{file.string(), fault.mark.line + 1, fault.mark.column + 1};
            return refuse(Problems{{Severity::error, at, fault.msg, "mend the YAML"}});
        }
    }
    return source;
}

Result<wording::Grammar, Problems> load_grammar(const std::filesystem::path& folder) {
    auto source = read_grammar(folder);
    if (!source) return refuse(std::move(source.error()));
    return wording::Grammar::make(*source);
}

}  // namespace praxis::files
