// Names and mail addresses as people type them: made plain, and what is wrong with them. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/base/problem.hpp"

namespace praxis::app {

// Without blanks around it, ASCII letters small. Does not check.
std::string plain_email(std::string_view typed);

// `pointer`: where in the request, "/email".
void add_faults_of_email(std::string_view plain, const std::string& pointer, Problems&);
// 1 to 120 characters of UTF-8 without line breaks or other control characters.
void add_faults_of_name(std::string_view, const std::string& pointer, Problems&);
void add_faults_of_slug(std::string_view, const std::string& pointer, Problems&);

// "Hallam Steel & Co." is "hallam-steel-co"; empty when nothing is left.
std::string slug_of(std::string_view name);

}  // namespace praxis::app
