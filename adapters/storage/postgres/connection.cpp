#include "adapters/storage/postgres/connection.hpp"

#include <poll.h>

#include <array>
#include <charconv>

namespace praxis::storage::postgres {
namespace {

constexpr std::size_t kStatementsMax = 500;  // kept prepared
constexpr const char* kSettings =
    "SET client_min_messages = warning; SET statement_timeout = '20s'; SET lock_timeout = '10s';"
    "SET idle_in_transaction_session_timeout = '30s'; SET timezone = 'UTC';"
    // An installation may ask for more than `on`, never for less.
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

enum Oid : unsigned { kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23, kFloat4 = 700, kFloat8 = 701, kNumeric = 1700 };

Fault fault_of(std::string_view state) {
    if (state == "23505") return Fault::unique;
    if (state == "23503") return Fault::foreign_key;
    if (state == "53100") return Fault::full;
    if (state == "40001" || state == "40P01" || state == "55P03") return Fault::conflict;
    // A prepared statement that the server no longer knows, or whose tables have changed: prepare it anew.
    if (state == "26000" || state == "0A000") return Fault::conflict;
    if (state == "08P01") return Fault::broken;  // the program's mistake: parameters that do not fit the statement
    const std::string_view group = state.substr(0, 2);
    if (group == "23" || group == "22" || group == "54") return Fault::check;
    if (group == "08" || group == "57" || group == "53" || state.empty()) return Fault::unavailable;
    return Fault::broken;
}

struct Free {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, Free>;

std::string without(std::string text, const Options& options) {
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        const bool secret = std::string_view(option->dispchar) == "*" && option->val && *option->val;
        if (!secret) continue;
        const std::string_view value = option->val;
        for (std::size_t at = 0; (at = text.find(value, at)) != std::string::npos; at += 3)
            text.replace(at, value.size(), "***");
    }
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

// libpq's own message about an address that it cannot read quotes the address, password and all.
Options options_of(const std::string& url) {
    Options options(PQconninfoParse(url.c_str(), nullptr));
    if (!options)
        throw StorageError(Fault::unavailable,
                           "the address of the PostgreSQL database cannot be read: write it as "
                           "postgresql://user:password@host:port/name, with special characters percent-encoded");
    return options;
}

PGconn* connect(const std::string& url, const std::string& who) {
    const Options options = options_of(url);
    // What stands in the address wins over what stands before it here.
    const std::array<const char*, 9> names = {"connect_timeout",
                                              "fallback_application_name",
                                              "keepalives_idle",
                                              "keepalives_interval",
                                              "keepalives_count",
                                              "tcp_user_timeout",
                                              "dbname",
                                              "client_encoding",
                                              nullptr};
    const std::array<const char*, 9> values = {"5", who.c_str(), "10", "5", "3", "15000", url.c_str(), "UTF8", nullptr};
    std::unique_ptr<PGconn, decltype(&PQfinish)> handle(PQconnectdbParams(names.data(), values.data(), 1), &PQfinish);
    if (PQstatus(handle.get()) == CONNECTION_OK) return handle.release();
    throw StorageError(Fault::unavailable,
                       "no connection to PostgreSQL: " + without(PQerrorMessage(handle.get()), options));
}

// Null: no text.
std::optional<std::string> text_of(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    const auto* real = std::get_if<double>(&value);
    if (!real) return std::nullopt;
    std::array<char, 32> digits{};
    return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
}

template <class Number>
Number number_in(std::string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Value value_of(const PGresult* answer, int row, int column) {
    if (PQgetisnull(answer, row, column)) return std::monostate{};
    const std::string_view text(PQgetvalue(answer, row, column),
                                static_cast<std::size_t>(PQgetlength(answer, row, column)));
    switch (PQftype(answer, column)) {
        case kInt2:
        case kInt4:
        case kInt8: return number_in<std::int64_t>(text);
        case kBool: return static_cast<std::int64_t>(text == "t");
        case kFloat4:
        case kFloat8:
        case kNumeric: return number_in<double>(text);
        default: return std::string(text);
    }
}

Row::Names names_of(const PGresult* answer) {
    auto names = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < PQnfields(answer); ++i) names->emplace_back(PQfname(answer, i));
    return names;
}

Rows rows_of(const PGresult* answer, const Row::Names& names) {
    Rows rows;
    rows.reserve(static_cast<std::size_t>(PQntuples(answer)));
    for (int i = 0; i < PQntuples(answer); ++i) {
        std::vector<Value> values;
        values.reserve(names->size());
        for (int j = 0; j < static_cast<int>(names->size()); ++j) values.push_back(value_of(answer, i, j));
        rows.emplace_back(names, std::move(values));
    }
    return rows;
}

}  // namespace

Connection::Connection(const std::string& url, const std::string& who) : handle_(connect(url, who)) {
    PQsetNoticeProcessor(
        handle_.get(), [](void*, const char*) {}, nullptr);  // libpq would print them
    script(kSettings);
}

bool Connection::usable() {
    pollfd socket{PQsocket(handle_.get()), POLLIN, 0};
    while (alive() && ::poll(&socket, 1, 0) > 0) PQconsumeInput(handle_.get());  // a last word, then the end
    return alive();
}

Outcome Connection::run_with(std::string_view sql, std::span<const Value> parameters) {
    try {
        return execute(sql, parameters);
    } catch (const StorageError&) {
        spoilt_ = true;
        throw;
    }
}

Outcome Connection::execute(std::string_view sql, std::span<const Value> parameters) {
    require_storable(parameters);
    std::vector<std::optional<std::string>> texts;
    std::vector<const char*> values;
    texts.reserve(parameters.size());
    for (const Value& parameter : parameters) {
        texts.push_back(text_of(parameter));
        values.push_back(texts.back() ? texts.back()->c_str() : nullptr);
    }
    Prepared& statement = prepared(sql, parameters.size());
    const Answer answer(PQexecPrepared(handle_.get(), statement.name.c_str(), static_cast<int>(values.size()),
                                       values.data(), nullptr, nullptr, 0));
    check(answer.get(), sql);
    const bool reads = std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT");
    if (!statement.columns) statement.columns = names_of(answer.get());
    return {rows_of(answer.get(), statement.columns), reads ? 0 : number_in<std::int64_t>(PQcmdTuples(answer.get()))};
}

void Connection::script(const std::string& sql) {
    const Answer answer(PQexec(handle_.get(), sql.c_str()));
    check(answer.get(), sql);
}

void Connection::begin(const char* manner) {
    spoilt_ = false;
    script("BEGIN " + std::string(manner));
}

void Connection::commit() {
    if (spoilt_)
        throw StorageError(Fault::broken, "a statement of this transaction failed and its error was passed over");
    script("COMMIT");
}

void Connection::roll_back() noexcept {
    const PGTransactionStatusType status = PQtransactionStatus(handle_.get());
    if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR) PQclear(PQexec(handle_.get(), "ROLLBACK"));
}

Connection::Prepared& Connection::prepared(std::string_view sql, std::size_t parameters) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    if (statements_.size() >= kStatementsMax) {
        script("DEALLOCATE ALL");
        statements_.clear();
    }
    const std::string text(sql), name = "s" + std::to_string(++names_);
    const Answer answer(PQprepare(handle_.get(), name.c_str(), text.c_str(), static_cast<int>(parameters), nullptr));
    check(answer.get(), sql);
    return statements_.emplace(text, Prepared{name, {}}).first->second;
}

// The server's detail line, and the message about a value of a wrong form, hold values: neither is kept.
void Connection::check(const PGresult* answer, std::string_view sql) {
    const ExecStatusType status = PQresultStatus(answer);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    const char* field = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const std::string state = field ? field : "";
    const char* message = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    const Fault fault = alive() ? fault_of(state) : Fault::unavailable;
    if (state == "26000" || state == "0A000") statements_.clear();
    const bool tells = message && !state.starts_with("22");
    throw StorageError(fault, std::string(tells ? message : "the statement failed") + " (" +
                                  (state.empty() ? "connection lost" : state) + ") in: " + excerpt(sql));
}

}  // namespace praxis::storage::postgres
