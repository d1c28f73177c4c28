#include "tools/check_rooms/checks.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

#include "tools/check_rooms/rules.hpp"

namespace praxis::check_rooms {
namespace {

bool inside(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) &&
           (folder.ends_with("/") || path.size() == folder.size() || path[folder.size()] == '/');
}

const Room* room_of(std::string_view path) {
    for (const Room& room : rooms())
        if (inside(path, room.path)) return &room;
    return nullptr;
}

bool any_prefix(std::span<const std::string_view> prefixes, std::string_view text) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return prefix == "*" || text.starts_with(prefix); });
}

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text.empty() ? "nothing" : text;
}

bool may_use(const Room& room, const Room& other) {
    if (room.path == other.path) return true;
    return std::any_of(room.may_use.begin(), room.may_use.end(),
                       [&](std::string_view allowed) { return allowed == "*" || inside(other.path, allowed); });
}

}  // namespace

void check_includes(const Source& source, Findings& findings) {
    const Room* room = room_of(source.path);
    if (!room) {
        findings.push_back(
            {source.path, 1,
             "stands in no room: add its folder to tools/check_rooms/rules.cpp and CMakeLists.txt, or move it"});
        return;
    }
    for (const Include& include : source.includes) {
        const Room* other = room_of(include.path);
        if (include.quoted && !other)
            findings.push_back(
                {source.path, include.line,
                 "includes \"" + include.path +
                     "\": use the whole path from the root, so that the include says which room it enters"});
        if (other && !source.test() && !may_use(*room, *other))
            findings.push_back(
                {source.path, include.line,
                 std::string(room->path) + " may not use " + std::string(other->path) + "; it may use " +
                     joined(room->may_use) +
                     ". Dependencies point one way: move the shared word down, or let the upper room pass a value"});
        const bool outside = !include.quoted && include.path.find('/') != std::string::npos;
        if (outside && !source.test() && !any_prefix(room->may_know, include.path))
            findings.push_back({source.path, include.line,
                                std::string(room->path) + " may not know <" + include.path + ">; it may know " +
                                    joined(room->may_know) + " and the standard library"});
    }
}

void check_purity(const Source& source, Findings& findings) {
    if (!inside(source.path, "core") || source.test()) return;
    for (const Include& include : source.includes)
        for (const std::string_view header : impure_headers())
            if (!include.quoted && include.path == header)
                findings.push_back(
                    {source.path, include.line,
                     "core may not include <" + include.path +
                         ">: it has no I/O, clock, threads or ambient chance; take the value as an argument"});
    for (std::size_t i = 0; i < source.code.size(); ++i) {
        if (source.code[i].find("#include") != std::string::npos) continue;
        std::string lower = source.code[i];
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
        for (const ForeignWord& foreign : foreign_to_core())
            if (lower.find(foreign.word) != std::string::npos)
                findings.push_back(
                    {source.path, static_cast<int>(i) + 1,
                     "core does not say '" + std::string(foreign.word) + "': " + std::string(foreign.why)});
    }
}

void check_sizes(const Source& source, Findings& findings) {
    const int lines = static_cast<int>(source.lines.size());
    const int most = source.header() ? kHeaderLinesMax : kFileLinesMax;
    if (lines > most)
        findings.push_back(
            {source.path, 1,
             std::to_string(lines) + " lines; stop at " + std::to_string(most) + " and split by idea, not by size"});
    for (const Function& function : source.functions)
        if (function.lines > kFunctionLinesMax)
            findings.push_back({source.path, function.first_line,
                                "a function of " + std::to_string(function.lines) + " lines; stop at " +
                                    std::to_string(kFunctionLinesMax) + ": name its steps"});
    for (std::size_t i = 0; i < source.lines.size(); ++i)
        if (source.lines[i].size() > kLineLengthMax)
            findings.push_back({source.path, static_cast<int>(i) + 1,
                                "a line of " + std::to_string(source.lines[i].size()) + " characters; keep to 120"});
}

void check_caption(const Source& source, Findings& findings) {
    if (!source.header() || (!source.lines.empty() && source.lines[0].starts_with("//"))) return;
    findings.push_back(
        {source.path, 1,
         "a header begins with a comment that says what it is for, who owns it, and what it does not know"});
}

void check_folders(const std::vector<Source>& sources, Findings& findings) {
    std::map<std::string, int> files;
    for (const Source& source : sources) {
        const std::filesystem::path folder = std::filesystem::path(source.path).parent_path();
        ++files[folder.generic_string()];
        for (const auto& part : folder)
            for (const std::string_view nameless : nameless_folders())
                if (part == nameless)
                    findings.push_back({source.path, 1,
                                        "a folder called '" + std::string(nameless) +
                                            "' names nothing: call it by the idea it holds"});
    }
    for (const auto& [folder, count] : files)
        if (count > kFolderFilesMax)
            findings.push_back(
                {folder, 1,
                 std::to_string(count) + " files; stop at " + std::to_string(kFolderFilesMax) + " and split by idea"});
}

void check_documents(const std::filesystem::path& root, Findings& findings) {
    static const std::regex kPath(
        R"(`((?:core|app|adapters|wire|program|tools|tests|bench|data|docs|cmake|contract|server|web|deploy)/[\w./-]*)`)");
    std::vector<std::filesystem::path> documents = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"};
    if (std::filesystem::exists(root / "docs"))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "docs"))
            if (entry.path().extension() == ".md") documents.push_back(std::filesystem::relative(entry.path(), root));
    for (const std::filesystem::path& document : documents) {
        std::ifstream in(root / document);
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            for (std::sregex_iterator it(line.begin(), line.end(), kPath), end; it != end; ++it)
                if (!std::filesystem::exists(root / (*it)[1].str()))
                    findings.push_back(
                        {document.generic_string(), number,
                         "names `" + (*it)[1].str() + "`, which does not exist: mend the document with the code"});
        }
    }
}

}  // namespace praxis::check_rooms
