#include "adapters/storage/fault.hpp"

#include <array>

namespace praxis::storage {

std::string_view name(Fault fault) {
    static constexpr std::array<std::string_view, 8> kNames = {"unique",      "foreign_key", "check", "conflict",
                                                               "unavailable", "full",        "newer", "broken"};
    return kNames[static_cast<std::size_t>(fault)];
}

std::optional<StorageError> error_of(const std::exception_ptr& failure) {
    if (!failure) return std::nullopt;
    try {
        std::rethrow_exception(failure);
    } catch (const StorageError& error) {
        return error;
    } catch (const std::exception& error) {
        return StorageError(Fault::broken, error.what());
    } catch (...) {
        return StorageError(Fault::broken, "an exception of an unknown kind");
    }
}

std::string excerpt(std::string_view sql) {
    constexpr std::size_t kLong = 120;
    return std::string(sql.substr(0, kLong)) + (sql.size() > kLong ? "…" : "");
}

}  // namespace praxis::storage
