// Lists of values as JSON arrays. Values only; any thread.
#pragma once

#include <boost/json/array.hpp>

namespace praxis::wire {

template <class List>
boost::json::array texts_of(const List& list) {
    boost::json::array texts;
    for (const auto& text : list) texts.emplace_back(text);
    return texts;
}

template <class List, class Part>
boost::json::array parts_of(const List& list, Part part) {
    boost::json::array parts;
    for (const auto& one : list) parts.push_back(part(one));
    return parts;
}

}  // namespace praxis::wire
