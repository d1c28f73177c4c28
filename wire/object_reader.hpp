// Reads the fields of one JSON object and remembers the first complaint, so that a converter reads top to bottom and
// asks once at the end whether all went well. A missing optional field leaves its default; a field of the wrong type or
// out of range is a complaint. Borrowed object; one thread.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/vocabulary/reading.hpp"

namespace praxis::wire {

class ObjectReader {
public:
    ObjectReader(const boost::json::object& object, std::string& complaint) : object_(object), complaint_(complaint) {}

    bool has(std::string_view key) const { return object_.contains(key); }
    std::string text(std::string_view key, bool required = false);
    double real(std::string_view key);
    bool flag(std::string_view key);
    std::optional<Span> span(std::string_view key);
    const boost::json::array* list(std::string_view key);     // null: missing or no list
    const boost::json::object* object(std::string_view key);  // null: missing or no object

    template <class Whole>
    Whole whole(std::string_view key, Whole fallback = 0) {
        return static_cast<Whole>(
            whole_between(key, static_cast<std::int64_t>(fallback), least<Whole>(), most<Whole>()));
    }
    std::uint64_t unsigned_whole(std::string_view key);

    // A name out of a closed list; `parse` gives an optional.
    template <class Parse>
    auto named(std::string_view key, Parse parse) {
        const std::string word = text(key, true);
        const auto value = parse(word);
        if (!value && complaint_.empty()) complain(key, "does not know '" + word + "'");
        return value ? *value : typename decltype(value)::value_type{};
    }

    void complain(std::string_view key, std::string_view what);

private:
    template <class Whole>
    static constexpr std::int64_t least() {
        return static_cast<std::int64_t>(std::numeric_limits<Whole>::min());
    }
    template <class Whole>
    static constexpr std::int64_t most() {
        return static_cast<std::int64_t>(std::numeric_limits<Whole>::max());
    }
    std::int64_t whole_between(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high);

    const boost::json::object& object_;
    std::string& complaint_;
};

// [begin, end]
boost::json::array to_json(Span);
std::optional<Span> span_from(const boost::json::value&);

}  // namespace praxis::wire
