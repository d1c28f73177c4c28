// What can go wrong with a database, as a closed list that both engines are mapped to. The text of a StorageError names
// the statement and the cause, for logs; it never holds a bound value or a password. Values only; any thread.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace praxis::storage {

enum class Fault : std::uint8_t {
    unique,       // the row is there already
    foreign_key,  // refers to a row that is not there
    check,        // breaks a rule of the schema, or is no text or number that a database can keep
    conflict,     // two writers met; tried again in vain
    unavailable,  // no answer: worth trying later. After a write it may or may not have been kept
    full,         // no room on the disk; nothing was kept
    newer,        // the schema was made by a newer program
    broken,       // anything else
};
std::string_view name(Fault);

struct StorageError : std::runtime_error {
    StorageError(Fault kind, const std::string& what) : std::runtime_error(what), fault(kind) {}
    Fault fault;
};

// As a value, for callbacks: nothing when there is no exception; what is no StorageError counts as broken.
std::optional<StorageError> error_of(const std::exception_ptr&);

// The beginning of a statement, as errors quote it.
std::string excerpt(std::string_view sql);

}  // namespace praxis::storage
