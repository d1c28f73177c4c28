// A company's own characters as the contract's JSON. A person is the object that the page draws and that it exports:
// {"id": "anna", "presents", "age", "suits": […], "skin": {"tone", …}, …}. Values only; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

#include "app/characters/characters.hpp"

namespace praxis::wire {

boost::json::object to_json(const characters::Character&);
boost::json::array to_json(const std::vector<characters::Part>&);
boost::json::object to_json(const app::OwnCharacter&);

// Its shape alone: bounds are for characters::faults_of. Places begin with `where`.
characters::Character character_from(const boost::json::object&, Problems&, const std::string& where);
std::vector<characters::Part> parts_from(const boost::json::array&, Problems&, const std::string& where);
app::CharacterWish character_wish_from(const boost::json::object&, Problems&);

// {"skin.tone": {"min", "max"}, "hair.style": {"options": […]}, "eyes.colour": {"colour": true}, …}
characters::TraitTable trait_table_from(const boost::json::object&, Problems&);

}  // namespace praxis::wire
