#include "adapters/storage/sqlite/connection.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <utility>

namespace praxis::storage::sqlite {
namespace {

constexpr std::size_t kStatementsMax = 500;  // kept prepared
constexpr const char* kWriting =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=2000;"
    "PRAGMA journal_size_limit=67108864;";
constexpr const char* kReading = "PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON;";
constexpr const char* kBoth =
    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA trusted_schema=OFF;";

bool no_room(int system_error) {
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

int last_errno(sqlite3_file* file) {
    int error = 0;
    if (file && file->pMethods) file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

// A quota or a limit of the file's size comes as an I/O error; what it was is kept with the file that met it.
bool no_room(sqlite3* handle) {
    sqlite3_file *database = nullptr, *log = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &database);
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return no_room(sqlite3_system_errno(handle)) || no_room(last_errno(log)) || no_room(last_errno(database));
}

Fault fault_of(int code, sqlite3* handle) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return Fault::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return Fault::foreign_key;
        default: break;
    }
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG: return Fault::check;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::conflict;
        case SQLITE_FULL: return Fault::full;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR: return no_room(handle) ? Fault::full : Fault::unavailable;
        case SQLITE_NOMEM: return Fault::unavailable;
        default: return Fault::broken;
    }
}

void now_ms(sqlite3_context* context, int, sqlite3_value**) {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    sqlite3_result_int64(context, std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count());
}

// SQLite gives its side files the permissions of the main one.
void create_private(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

Value value_of(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
        case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
        case SQLITE_NULL: return std::monostate{};
        default: break;
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return std::string(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

int bind_one(sqlite3_stmt* statement, int place, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, place, *whole);
    if (const auto* real = std::get_if<double>(&value)) return sqlite3_bind_double(statement, place, *real);
    if (const auto* text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return sqlite3_bind_null(statement, place);
}

// $12 → 12; 0: it is none.
std::size_t number_of(std::string_view name) {
    std::size_t number = 0;
    if (name.starts_with('$')) std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return number;
}

Row::Names columns_of(sqlite3_stmt* statement) {
    auto columns = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) columns->emplace_back(sqlite3_column_name(statement, i));
    return columns;
}

// Leaves a statement as it was found, whatever happens: one left open would hold its transaction.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

}  // namespace

Connection::Connection(const std::filesystem::path& file, Purpose purpose) {
    const bool writes = purpose == Purpose::writing;
    if (writes) create_private(file);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(
        file.c_str(), &handle, SQLITE_OPEN_NOMUTEX | (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY), nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK)
        throw StorageError(Fault::unavailable, "cannot open " + file.string() + ": " + sqlite3_errstr(code));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_create_function_v2(handle, "now_ms", 0, SQLITE_UTF8, nullptr, now_ms, nullptr, nullptr, nullptr);
    script(writes ? kWriting : kReading);
    script(kBoth);
}

Outcome Connection::run_with(std::string_view sql, std::span<const Value> parameters) {
    if (failure_) throw StorageError(failure_->fault, "a statement of this transaction has failed already");
    try {
        require_storable(parameters);
        Statement& statement = prepared(sql);
        const Reset reset{statement.handle.get()};
        bind(statement, parameters, sql);
        return step(statement, sql);
    } catch (const StorageError& error) {
        failure_ = error;
        throw;
    }
}

void Connection::script(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

void Connection::roll_back() noexcept {
    failure_.reset();
    if (!within()) return;
    try {
        run_with("ROLLBACK", {});
    } catch (const StorageError&) {
        failure_.reset();  // SQLite has rolled back by itself
    }
}

std::optional<StorageError> Connection::take_failure() {
    return std::exchange(failure_, std::nullopt);
}

Connection::Statement& Connection::prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    if (statements_.size() >= kStatementsMax) statements_.clear();
    return statements_.emplace(std::string(sql), prepare(sql)).first->second;
}

Connection::Statement Connection::prepare(std::string_view sql) {
    Statement statement;
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    statement.handle.reset(handle);
    if (code != SQLITE_OK) fail(sql);
    if (!handle ||
        std::string_view(rest, sql.data() + sql.size()).find_first_not_of(" \n\t;") != std::string_view::npos)
        throw StorageError(Fault::broken, "not one statement: " + excerpt(sql));
    for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place) {
        const char* name = sqlite3_bind_parameter_name(handle, place);
        statement.numbers.push_back(name ? number_of(name) : 0);
        if (statement.numbers.back() == 0)
            throw StorageError(Fault::broken, "parameters are $1, $2 …: " + excerpt(sql));
        statement.parameters = std::max(statement.parameters, statement.numbers.back());
    }
    statement.columns = columns_of(handle);
    return statement;
}

void Connection::bind(const Statement& statement, std::span<const Value> parameters, std::string_view sql) {
    if (parameters.size() != statement.parameters)
        throw StorageError(Fault::broken, std::to_string(statement.parameters) + " parameters wanted, " +
                                              std::to_string(parameters.size()) + " given: " + excerpt(sql));
    int place = 0;
    for (const std::size_t number : statement.numbers)
        if (bind_one(statement.handle.get(), ++place, parameters[number - 1]) != SQLITE_OK) fail(sql);
}

Outcome Connection::step(Statement& statement, std::string_view sql) {
    sqlite3_stmt* handle = statement.handle.get();
    const std::int64_t before = sqlite3_total_changes64(handle_.get());
    Outcome outcome;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(handle)) == SQLITE_ROW) {
        const int prepared_anew = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0);
        if (std::exchange(statement.prepared_anew, prepared_anew) != prepared_anew)
            statement.columns = columns_of(handle);
        std::vector<Value> values;
        values.reserve(statement.columns->size());
        for (int i = 0; i < sqlite3_column_count(handle); ++i) values.push_back(value_of(handle, i));
        outcome.rows.emplace_back(statement.columns, std::move(values));
    }
    if (code != SQLITE_DONE) fail(sql);
    if (sqlite3_total_changes64(handle_.get()) != before) outcome.changed = sqlite3_changes64(handle_.get());
    return outcome;
}

// SQLite's messages name columns and statements, never values.
void Connection::fail(std::string_view sql) {
    const int code = sqlite3_extended_errcode(handle_.get());
    const std::string message = sqlite3_errmsg(handle_.get());  // before anything else is asked of it
    throw StorageError(fault_of(code, handle_.get()), message + " in: " + excerpt(sql));
}

}  // namespace praxis::storage::sqlite
