// Rep lines for whole conversations: the labelled turns of the language pack (real voices, good and bad), hostile ones
// (attempts to steer, markup, noise, other languages, overlong), and those of written conversations. One thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace praxis::properties {

std::vector<std::string> labelled_lines(const std::filesystem::path& turns_folder);
std::vector<std::string> steering_lines();  // attempts to steer the customer
std::vector<std::string> hostile_lines();   // those and worse
// What reps say in the `.conversation` files below a folder, in order: lines that get somewhere with this customer.
std::vector<std::string> written_lines(const std::filesystem::path& conversations_folder);

}  // namespace praxis::properties
