// Looks through a whole installation for what cannot be: a damaged file, references to nothing, gaps in a log, entries
// that are no JSON. Reads everything; takes long. Throws StorageError when it cannot read at all.
#pragma once

#include <string>
#include <vector>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

// Sentences for people, at most twenty of a kind; none: all is well.
std::vector<std::string> inspect(Database&);

}  // namespace praxis::storage
