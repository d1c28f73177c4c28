// What tables there are, asked of the database itself: what deletes or shows everything about somebody must not depend
// on a list that a new table can be missing from. Inside adapters/storage/people only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

// Table to its columns, in the order they were made.
using Catalogue = std::map<std::string, std::vector<std::string>>;
Catalogue catalogue(Transaction&, Engine);

bool has_column(const std::vector<std::string>& columns, std::string_view name);

}  // namespace praxis::storage
