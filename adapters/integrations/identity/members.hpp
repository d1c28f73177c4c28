// Reading what an identity provider sent.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace praxis::integrations {

// Empty when there is no such member, or it is no text.
inline std::string text_of(const boost::json::object& object, std::string_view key) {
    const boost::json::value* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace praxis::integrations
