// A backup: one text file that either engine can be restored from. Lines, each a JSON value: a head, then per table its
// description, its rows and its sum, at last a line with the SHA-256 of all before it. docs/storage.md describes it.
// Errors: BackupError about the file, StorageError (full, unavailable) about the disk. One thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "adapters/storage/copy/row_source.hpp"

namespace praxis::storage {

struct BackupError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct BackupHead {
    int schema = 0;
    Engine made_from = Engine::sqlite;
    std::int64_t made_ms = 0;
};

// Writes beside `file` and puts it there when it is whole and on the disk; readable by its owner only.
class BackupWriter final : public RowSink {
public:
    // Throws BackupError when `file` is there already.
    explicit BackupWriter(std::filesystem::path file);
    ~BackupWriter() override;  // leaves nothing of an unfinished one
    BackupWriter(const BackupWriter&) = delete;

    void head(const BackupHead&);
    void begin_table(const Table&) override;
    void row(std::vector<Value>, const std::string& line) override;
    void end_table() override;
    void finish();

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    void write(const std::string& line);
    void flush();

    std::filesystem::path file_, part_;
    std::unique_ptr<std::FILE, Close> out_;
    std::string waiting_;
    Sha256 sha256_;
    RowSum sum_;
    std::string table_;
    std::int64_t rows_ = 0;
    int tables_ = 0;
};

class BackupSource final : public RowSource {
public:
    explicit BackupSource(std::filesystem::path file);

    const BackupHead& head() const { return head_; }
    int schema() override { return head_.schema; }
    // Throws BackupError, with the line, as soon as something is wrong; what is wrong at the end is told at the end.
    Inventory send(const std::function<RowSink&()>& begin) override;

private:
    struct Lines;
    static BackupHead read_head(Lines&);
    static std::optional<Table> next_table(Lines&);
    static TableSum send_rows(Lines&, const Table&, RowSink&);
    static void read_end(Lines&, const Inventory&);

    std::filesystem::path file_;
    BackupHead head_;
};

}  // namespace praxis::storage
