#include "server/http/page/static_files.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/base/digest.hpp"

namespace praxis::http {
namespace {

namespace fs = std::filesystem;
using net::Request;
using net::Response;

constexpr std::size_t kFile_bytes = 64 << 20;
constexpr std::size_t kHash_length = 8;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t");
    return text.substr(begin, end == std::string_view::npos ? 0 : end + 1 - begin);
}

// Whether a list of ETags (or "*") names this one; weak ones count.
bool matches(std::string_view list, std::string_view etag) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        std::string_view one = trimmed(list.substr(0, end));
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == "*" || one == etag) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool text_like(std::string_view type) {
    return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
           type.find("xml") != std::string_view::npos || type == "text/javascript" || type == "application/wasm";
}

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in && !in.eof()) throw std::runtime_error("cannot read " + file.string());
    if (content.size() > kFile_bytes) throw std::runtime_error(file.string() + " is too large for a web page's file");
    return content;
}

std::string_view file_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

Response not_there() {
    Response response;
    response.status = 404;
    response.add("content-type", "text/plain; charset=utf-8");
    response.add("cache-control", "no-store");
    response.body = "There is no such file.\n";
    return response;
}

}  // namespace

std::string_view type_of(std::string_view file_name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kTypes = {{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".yaml", "application/yaml"},
        {".webmanifest", "application/manifest+json"},
        {".txt", "text/plain; charset=utf-8"},
        {".md", "text/markdown; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".wasm", "application/wasm"},
        {".mp3", "audio/mpeg"},
        {".ogg", "audio/ogg"},
        {".wav", "audio/wav"},
        {".glb", "model/gltf-binary"},
    }};
    for (const auto& [ending, type] : kTypes)
        if (file_name.ends_with(ending)) return type;
    return "application/octet-stream";
}

bool named_by_hash(std::string_view path) {
    const std::string_view name = file_name(path);
    const std::size_t dot = name.find('.', std::min(name.size(), kHash_length + 1));
    const std::size_t dash = dot == std::string_view::npos || dot < kHash_length + 1 ? dot : dot - kHash_length - 1;
    if (!path.starts_with("assets/") || dash == std::string_view::npos || name[dash] != '-') return false;
    const std::string_view hash = name.substr(dash + 1, kHash_length);
    return std::all_of(hash.begin(), hash.end(),
                       [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
}

bool takes(std::string_view accept, std::string_view word) {
    while (!accept.empty()) {
        const std::size_t end = std::min(accept.find(','), accept.size());
        std::string_view one = accept.substr(0, end);
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        const std::string_view named = one.substr(0, one.find_first_of("; "));
        const std::size_t q = one.find("q=");
        const bool refused =
            q != std::string_view::npos && one.substr(q + 2).find_first_not_of("0. ") == std::string_view::npos;
        if (named == word) return !refused;
        accept.remove_prefix(std::min(end + 1, accept.size()));
    }
    return false;
}

std::string gzipped(std::string_view content) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("cannot compress");
    std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error("cannot compress");
    return out;
}

StaticFiles StaticFiles::of_folder(const fs::path& folder) {
    StaticFiles files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string path = it->path().lexically_relative(folder).generic_string();
        if (it->is_regular_file() && path.front() != '.' && path.find("/.") == std::string::npos)
            files.add(path, read_file(it->path()));
    }
    if (error) throw std::runtime_error("cannot read the folder " + folder.string() + ": " + error.message());
    if (!files.files_.contains("index.html"))
        throw std::runtime_error("there is no index.html in the folder " + folder.string());
    return files;
}

StaticFiles StaticFiles::of_texts(const std::map<std::string, std::string_view>& texts) {
    StaticFiles files;
    for (const auto& [path, content] : texts) files.add(path, std::string(content));
    return files;
}

void StaticFiles::add(const std::string& path, std::string content) {
    StaticFile file;
    file.type = std::string(type_of(path));
    file.etag = Digest().add(content).add(std::uint64_t{content.size()}).hex();
    file.for_ever = named_by_hash(path);
    if (text_like(file.type)) {
        std::string zipped = gzipped(content);
        if (zipped.size() < content.size() * 9 / 10)
            file.zipped = std::make_shared<const std::string>(std::move(zipped));
    }
    file.plain = std::make_shared<const std::string>(std::move(content));
    files_[path] = std::move(file);
}

std::size_t StaticFiles::bytes() const {
    std::size_t total = 0;
    for (const auto& [path, file] : files_) total += file.plain->size() + (file.zipped ? file.zipped->size() : 0);
    return total;
}

// A place in the page's own navigation ("/attempts/7") is answered with the page; a missing picture is missing.
const StaticFile* StaticFiles::find(std::string_view path) const {
    path.remove_prefix(std::min<std::size_t>(1, path.size()));
    const auto found = files_.find(path.empty() ? "index.html" : path);
    if (found != files_.end()) return &found->second;
    const bool file_meant = file_name(path).find('.') != std::string_view::npos || path.starts_with("assets/");
    const auto page = files_.find("index.html");
    return file_meant || page == files_.end() ? nullptr : &page->second;
}

Response StaticFiles::answer(const Request& request) const {
    const StaticFile* file = find(request.path);
    if (!file) return not_there();
    const bool zipped = file->zipped && takes(request.header("accept-encoding"), "gzip");
    const std::string etag = "\"" + file->etag + (zipped ? "-gz\"" : "\"");
    Response response;
    response.add("content-type", file->type);  // also of a 304: a browser takes its other headers for those of the page
    response.add("etag", etag);
    response.add("cache-control", file->for_ever ? "public, max-age=31536000, immutable" : "no-cache");
    if (file->zipped) response.add("vary", "accept-encoding");
    if (matches(request.header("if-none-match"), etag)) {
        response.status = 304;
        return response;
    }
    if (zipped) response.add("content-encoding", "gzip");
    response.shared_body = zipped ? file->zipped : file->plain;
    return response;
}

}  // namespace praxis::http
