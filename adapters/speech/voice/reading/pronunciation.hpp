// How the words of a language are said where spelling alone does not tell, as its pronunciation.yaml says it. A value,
// read only once it is loaded: any thread. Faults of the file are told all at once, each with file, line and column.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::speech {

struct Unit {
    std::string one, many;
};

struct Pronunciation {
    using Sayings = std::map<std::string, std::string, std::less<>>;
    Sayings letters, sounds, phones;  // in phones of the synthesiser: "hh ah1 m"
    Sayings respelled, expressions;   // in words; single capitals are spelled
    std::map<std::string, Unit, std::less<>> units;
    std::set<std::string, std::less<>> before_a_name;  // "dr.": no end of a sentence
    std::set<std::string, std::less<>> said, louder;   // in capitals
};

Result<Pronunciation, Problems> load_pronunciation(const std::filesystem::path& file);

// Every one is a phone of the synthesiser, a vowel may carry 0 or 1.
bool are_phones(const std::string& text);

}  // namespace praxis::speech
