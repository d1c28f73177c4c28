// A row as one line of text: a JSON array of texts, numbers and nulls, the same for the same row whatever engine it
// came from. Exact: what is read back is what was written. Values only; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/storage/copy/tables.hpp"

namespace praxis::storage {

// The value as its column keeps it: engines disagree on whether 5 in a real column is whole.
Value as_kept(const Value&, ColumnKind);

// Values as they are kept.
std::string to_line(const std::vector<Value>&);
// Nothing when it is no line of this table's.
std::optional<std::vector<Value>> from_line(std::string_view line, const Table&);

}  // namespace praxis::storage
