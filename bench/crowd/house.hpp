// What is made ready before anything is measured: people with their tokens, and conversations that they have begun,
// each with the lines of a rep from the worked conversations of data/strategies. One thread. Errors:
// std::runtime_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace praxis::bench::crowd {

struct Script {
    std::string wish;  // the body that begins such an attempt, without the closing brace
    std::vector<std::string> lines;
};
// Those in which a rep speaks at least that often, so that none ends while it is measured.
std::vector<Script> scripts_in(const std::filesystem::path& data, std::size_t least_lines);

struct Talk {
    std::string attempt;
    std::size_t person = 0, script = 0;
};

struct House {
    std::vector<std::string> tokens;  // one a person
    std::vector<Talk> talks;
};

// An empty installation of Praxis whose first admin's link this is: a company is founded, people are invited and come
// in.
std::vector<std::string> people_of_praxis(std::uint16_t port, const std::string& first_link, std::size_t people);
std::vector<Talk> begin_talks(std::uint16_t port, const std::vector<std::string>& tokens,
                              const std::vector<Script>& scripts, std::size_t talks);

// How many of the rep's turns the server says were kept.
std::size_t turns_kept(std::uint16_t port, const std::string& token, const std::string& attempt);

}  // namespace praxis::bench::crowd
