#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cstring>

#include "adapters/storage/copy/backup_file.hpp"

namespace praxis::storage {
namespace {

constexpr std::size_t kBlock = 1 << 20;  // bytes written at once

[[noreturn]] void fail(const std::filesystem::path& file) {
    const int error = errno;
    throw StorageError(error == ENOSPC || error == EDQUOT || error == EFBIG ? Fault::full : Fault::unavailable,
                       "cannot write " + file.string() + ": " + std::strerror(error));
}

void sync_folder_of(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

BackupWriter::BackupWriter(std::filesystem::path file) : file_(std::move(file)), part_(file_.string() + ".part") {
    if (std::filesystem::exists(file_))
        throw BackupError(file_.string() + " is there already: choose another name, or remove it first");
    const int descriptor = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(part_);
    out_.reset(::fdopen(descriptor, "wb"));
}

BackupWriter::~BackupWriter() {
    if (out_) ::unlink(part_.c_str());
}

void BackupWriter::head(const BackupHead& head) {
    write(boost::json::serialize(boost::json::object{{"praxis_backup", 1},
                                                     {"schema", head.schema},
                                                     {"engine", std::string(name(head.made_from))},
                                                     {"made_ms", head.made_ms}}));
}

void BackupWriter::begin_table(const Table& table) {
    boost::json::array columns, kinds, key;
    for (const Column& column : table.columns) {
        columns.emplace_back(column.name);
        kinds.emplace_back(std::string(name(column.kind)));
    }
    for (const std::string& column : table.key) key.emplace_back(column);
    table_ = table.name;
    sum_ = {};
    ++tables_;
    write(boost::json::serialize(
        boost::json::object{{"table", table.name}, {"columns", columns}, {"kinds", kinds}, {"key", key}}));
}

void BackupWriter::row(std::vector<Value>, const std::string& line) {
    sum_.add(line);
    write(line);
}

void BackupWriter::end_table() {
    rows_ += sum_.rows();
    write(
        boost::json::serialize(boost::json::object{{"end", table_}, {"rows", sum_.rows()}, {"digest", sum_.digest()}}));
}

void BackupWriter::finish() {
    flush();
    const std::string digest = to_hex(sha256_.finish());
    write(boost::json::serialize(boost::json::object{{"end_of_backup", tables_}, {"rows", rows_}, {"sha256", digest}}));
    flush();
    if (std::fflush(out_.get()) != 0 || ::fsync(::fileno(out_.get())) != 0) fail(part_);
    if (::rename(part_.c_str(), file_.c_str()) != 0) fail(file_);
    out_.reset();
    sync_folder_of(file_);
}

void BackupWriter::write(const std::string& line) {
    waiting_ += line;
    waiting_ += '\n';
    if (waiting_.size() >= kBlock) flush();
}

void BackupWriter::flush() {
    sha256_.add(waiting_);
    if (std::fwrite(waiting_.data(), 1, waiting_.size(), out_.get()) != waiting_.size()) fail(part_);
    waiting_.clear();
}

}  // namespace praxis::storage
