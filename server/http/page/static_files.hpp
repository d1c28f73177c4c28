// The web page's files: read once into memory, compressed where that pays, answered with ETags. Names that carry a hash
// of their content (assets/app-B1xq9c3d.js) may be kept for ever, everything else is asked for again. A path that is
// no file and no file's name is the page's own business and gets index.html. Owner: program; read-only after loading,
// any thread. Errors: std::runtime_error when the folder cannot be read.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server/net/message.hpp"

namespace praxis::http {

struct StaticFile {
    std::string type, etag;
    std::shared_ptr<const std::string> plain, zipped;  // zipped: gzip, null where it does not pay
    bool for_ever = false;
};

class StaticFiles {
public:
    static StaticFiles of_folder(const std::filesystem::path&);
    // By path from the root ("index.html"): content.
    static StaticFiles of_texts(const std::map<std::string, std::string_view>&);

    // The file at a path, or index.html; a response with 404 where neither is meant.
    net::Response answer(const net::Request&) const;
    std::size_t count() const { return files_.size(); }
    std::size_t bytes() const;

private:
    void add(const std::string& path, std::string content);
    const StaticFile* find(std::string_view path) const;

    std::map<std::string, StaticFile, std::less<>> files_;
};

std::string_view type_of(std::string_view file_name);
// Vite's names: a dash and eight letters, digits, "_" or "-" before the ending.
bool named_by_hash(std::string_view path);
// Whether an Accept-Encoding or Accept list takes that word (q=0 refuses it).
bool takes(std::string_view accept, std::string_view word);
std::string gzipped(std::string_view);

}  // namespace praxis::http
