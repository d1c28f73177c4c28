// What the other side has just done, in nine coarse kinds: the context in which a rep's words are understood, and the
// classes into which a customer's turn of a real call is sorted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis {

enum class PreviousKind : std::uint8_t { none, info, pain, objection, question, brushoff, smalltalk, commit, ending };
inline constexpr int kPreviousKindCount = 9;

std::string_view name(PreviousKind);
std::optional<PreviousKind> previous_kind_named(std::string_view);

}  // namespace praxis
