// check_rooms ROOT: holds the tree against the house rules; prints findings and exits 1 if there are any.
#include <algorithm>
#include <cstdio>

#include "tools/check_rooms/checks.hpp"
#include "tools/check_rooms/rules.hpp"

namespace praxis::check_rooms {
namespace {

std::vector<Source> read_tree(const std::filesystem::path& root) {
    std::vector<Source> sources;
    for (const std::string_view top :
         {"core", "app", "wire", "adapters", "server", "program", "tools", "tests", "bench"}) {
        if (!std::filesystem::exists(root / top)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (extension == ".cpp" || extension == ".hpp") sources.push_back(read_source(root, entry.path()));
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return sources;
}

Findings check(const std::filesystem::path& root, const std::vector<Source>& sources) {
    Findings findings;
    for (const Source& source : sources) {
        check_includes(source, findings);
        check_purity(source, findings);
        check_sizes(source, findings);
        check_caption(source, findings);
        check_coroutines(source, findings);
        check_heavy_headers(source, findings);
    }
    check_folders(sources, findings);
    check_documents(root, findings);
    return findings;
}

}  // namespace
}  // namespace praxis::check_rooms

int main(int argc, char** argv) {
    using namespace praxis::check_rooms;
    const std::filesystem::path root = argc > 1 ? argv[1] : ".";
    const std::vector<Source> sources = read_tree(root);
    const Findings findings = check(root, sources);
    for (const Finding& finding : findings)
        std::printf("%s:%d: %s\n", finding.path.c_str(), finding.line, finding.text.c_str());
    std::printf("check_rooms: %zu files, %zu findings\n", sources.size(), findings.size());
    return findings.empty() && !sources.empty() ? 0 : 1;
}
