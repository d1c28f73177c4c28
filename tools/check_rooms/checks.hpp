// The checks: each takes sources and adds findings whose text explains the rule.
#pragma once

#include <string>
#include <vector>

#include "tools/check_rooms/source.hpp"

namespace praxis::check_rooms {

struct Finding {
    std::string path;
    int line = 0;
    std::string text;
};

using Findings = std::vector<Finding>;

void check_includes(const Source&, Findings&);       // the table of rooms
void check_purity(const Source&, Findings&);         // core knows no I/O, clock, JSON, threads
void check_sizes(const Source&, Findings&);          // files, functions, lines
void check_caption(const Source&, Findings&);        // a header's first line says what it is for
void check_coroutines(const Source&, Findings&);     // patterns that g++ 12.2 miscompiles
void check_heavy_headers(const Source&, Findings&);  // Beast and Asio stay out of headers
void check_folders(const std::vector<Source>&, Findings&);
void check_documents(const std::filesystem::path& root, Findings&);  // paths named in documents exist

}  // namespace praxis::check_rooms
