// A database's errors as the ports tell them. Every method of a store is one `told(…)`.
#pragma once

#include <optional>
#include <utility>

#include "adapters/storage/fault.hpp"
#include "app/ports/store_trouble.hpp"

namespace praxis::storage {

inline app::StoreTrouble to_trouble(const StorageError& error) {
    const auto kind = [&] {
        switch (error.fault) {
            case Fault::unique: return app::Trouble::taken;
            case Fault::foreign_key: return app::Trouble::missing;
            case Fault::conflict:
            case Fault::unavailable: return app::Trouble::unavailable;
            case Fault::full: return app::Trouble::full;
            case Fault::check:
            case Fault::newer:
            case Fault::broken: break;
        }
        return app::Trouble::broken;
    };
    return {kind(), std::string(name(error.fault)) + ": " + error.what()};
}

template <class F>
auto told(F&& work) {
    try {
        return std::forward<F>(work)();
    } catch (const StorageError& error) {
        throw to_trouble(error);
    }
}

}  // namespace praxis::storage
