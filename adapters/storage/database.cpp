#include "adapters/storage/database.hpp"

namespace praxis::storage {

std::string_view name(Engine engine) {
    return engine == Engine::sqlite ? "sqlite" : "postgres";
}

}  // namespace praxis::storage
