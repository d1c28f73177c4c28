#include "adapters/files/strategy_file.hpp"

#include <algorithm>

#include "adapters/files/strategies/parts.hpp"
#include "core/strategy/names.hpp"
#include "core/strategy/version.hpp"

namespace praxis::files {
namespace {

using strategy::Behaviour;
using strategy::Strategy;

void append(Problems& to, Problems more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// The place of a name inside the part that begins at `owner`: the first such name from there on.
Place place_of(const std::string& slug, const Place& owner, const Page& page) {
    const Place* best = nullptr;
    for (const auto& [name, at] : page.names) {
        if (name != slug || at.file != owner.file || at.line < owner.line) continue;
        if (best == nullptr || at.line < best->line || (at.line == best->line && at.column < best->column)) best = &at;
    }
    return best == nullptr ? owner : *best;
}

// Several errors may come from one name in one place.
void sort_by_place(Problems& problems) {
    const auto key = [](const Problem& p) { return std::tie(p.place.file, p.place.line, p.place.column, p.what); };
    std::sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
    problems.erase(std::unique(problems.begin(), problems.end(),
                               [&](const Problem& a, const Problem& b) { return key(a) == key(b); }),
                   problems.end());
}

Result<Strategy, Problems> read_root(const Node& root, std::vector<Behaviour> standard) {
    Page page;
    Strategy strategy;
    read(root, strategy, page);
    strategy.behaviours = merge_behaviours(root, std::move(standard), page);
    for (strategy::NameProblem& wrong : strategy::check_names(strategy)) {
        if (!wrong.slug.empty()) wrong.problem.place = place_of(wrong.slug, wrong.problem.place, page);
        page.problems.push_back(std::move(wrong.problem));
    }
    if (!page.problems.empty()) {
        sort_by_place(page.problems);
        return refuse(std::move(page.problems));
    }
    strategy.version = strategy::version_of(strategy);
    return strategy;
}

void merge_into(Node& whole, Node part, Problems& problems) {
    for (auto& [key, value] : part.entries) {
        const auto present = std::find_if(whole.entries.begin(), whole.entries.end(),
                                          [&](const auto& entry) { return entry.first.text == key.text; });
        if (present == whole.entries.end()) {
            whole.entries.emplace_back(std::move(key), std::move(value));
        } else if (present->second.kind == Node::Kind::list && value.kind == Node::Kind::list) {
            std::move(value.items.begin(), value.items.end(), std::back_inserter(present->second.items));
        } else {
            problems.push_back({Severity::error, key.at, "'" + key.text + "' stands in another file of this folder too",
                                "only lists are joined: keep it in one file"});
        }
    }
}

Result<Node, Problems> load_folder(const std::filesystem::path& folder) {
    constexpr std::size_t kFilesMax = 100;
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".yaml" || entry.path().extension() == ".yml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty() || files.size() > kFilesMax)
        return refuse(Problems{{Severity::error,
                                {folder.string()},
                                "this folder holds " + std::to_string(files.size()) + " YAML files",
                                "a strategy folder has one to " + std::to_string(kFilesMax) + " of them"}});
    Node whole;
    Problems problems;
    for (const auto& file : files) {
        Result<Node, Problems> part = load_node(file);
        if (!part) {
            append(problems, std::move(part.error()));
        } else if (part->kind != Node::Kind::map) {
            problems.push_back({Severity::error, part->at, "this file holds no keys", "see docs/strategy-format.md"});
        } else {
            if (whole.kind == Node::Kind::empty) whole.kind = Node::Kind::map, whole.at = part->at;
            merge_into(whole, std::move(*part), problems);
        }
    }
    if (!problems.empty()) return refuse(std::move(problems));
    return whole;
}

Result<std::vector<Behaviour>, Problems> read_standard(const Node& root) {
    Page page;
    std::vector<Behaviour> behaviours;
    Fields(root, "behaviour library", page).need("behaviours", behaviours).done();
    if (!page.problems.empty()) return refuse(std::move(page.problems));
    for (Behaviour& behaviour : behaviours) behaviour.standard = true;
    return behaviours;
}

}  // namespace

Result<std::vector<Behaviour>, Problems> load_standard_behaviours(const std::filesystem::path& data_folder) {
    return load_node(data_folder / "behaviours" / "standard.yaml").and_then(read_standard);
}

Result<Strategy, Problems> read_strategy(std::string_view text, const std::string& name,
                                         std::vector<Behaviour> standard) {
    return parse_node(text, name).and_then([&](const Node& root) { return read_root(root, std::move(standard)); });
}

Result<Strategy, Problems> load_strategy(const std::filesystem::path& file_or_folder,
                                         const std::filesystem::path& data_folder) {
    Result<std::vector<Behaviour>, Problems> standard = load_standard_behaviours(data_folder);
    if (!standard) return refuse(std::move(standard.error()));
    std::error_code failed;
    const bool folder = std::filesystem::is_directory(file_or_folder, failed);
    return (folder ? load_folder(file_or_folder) : load_node(file_or_folder)).and_then([&](const Node& root) {
        return read_root(root, std::move(*standard));
    });
}

std::map<std::string, std::set<std::string>> strategy_keys() {
    // One of everything, all empty: each reader names its keys while it misses them.
    constexpr std::string_view kOneOfEach = R"(
company: {}
topics: [{}]
offers: [{values: [{}], capabilities: [{}], forbidden: [{}], proofs: [{}], terms: {}}]
value_drivers: [{inputs: [{}]}]
roles: [{}]
selling_models: [{stages: [{}], rules: {}}]
channels: [{}]
partners: [{}]
segments: [{cues: {}, economics: {}, disqualifiers: [{}], alternatives: [{}], priority: {}, relationship: {},
  pains: [{problem: {}, impact: {}}], facts: [{}], objections: [{causes: [{}]}], questions: [{}], people: [{}], request: {}}]
behaviours: [{when: {}, indicators: [{of: {}}]}]
scenarios: [{}]
)";
    Page page;
    Strategy strategy;
    const Node root = parse_node(kOneOfEach, "keys").value();
    read(root, strategy, page);
    merge_behaviours(root, {}, page);
    return page.keys;
}

}  // namespace praxis::files
