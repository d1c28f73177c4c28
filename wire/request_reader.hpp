// Reads the fields of a request's JSON object strictly: every complaint is kept with its place, and a field that nobody
// asked for is a complaint too, so that nothing is set that was not meant to be settable. Texts hold no NUL. Borrowed
// object; one thread.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.hpp"

namespace praxis::wire {

class RequestReader {
public:
    // `pointer`: where the object stands in the request, "" for its whole.
    RequestReader(const boost::json::object& object, Problems& problems, std::string pointer = {})
        : object_(object), problems_(problems), pointer_(std::move(pointer)) {}

    std::string text(std::string_view key);  // must be there
    std::optional<std::string> maybe_text(std::string_view key);
    bool flag(std::string_view key);  // must be there
    std::optional<bool> maybe_flag(std::string_view key);
    std::optional<std::int64_t> maybe_whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::vector<std::string>> maybe_texts(std::string_view key);
    const boost::json::object* maybe_object(std::string_view key);
    const boost::json::object* object(std::string_view key);  // must be there
    // A list of objects; whoever reads them tells of their places by at().
    const boost::json::array* maybe_objects(std::string_view key);
    std::string at(std::string_view key) const { return pointer_ + "/" + std::string(key); }

    // A name out of a closed list; `parse` gives an optional.
    template <class Parse>
    auto named(std::string_view key, Parse parse) {
        if (!asked(key)) complain(key, "is missing");
        return maybe_named(key, parse);
    }
    template <class Parse>
    auto maybe_named(std::string_view key, Parse parse) -> decltype(parse(std::string_view())) {
        const std::optional<std::string> word = maybe_text(key);
        if (!word) return std::nullopt;
        const auto value = parse(std::string_view(*word));
        if (!value) complain(key, "is no known word");
        return value;
    }

    void complain(std::string_view key, std::string what, std::string mend = {});
    // Call it last.
    void refuse_the_rest();

private:
    const boost::json::value* asked(std::string_view key);

    const boost::json::object& object_;
    Problems& problems_;
    const std::string pointer_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace praxis::wire
