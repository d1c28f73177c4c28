// Which passwords are refused: short ones, overlong ones, and those that are little more than words everybody tries or
// words about their owner. No rule about kinds of characters (NIST SP 800-63B, 5.1.1.2). Pure; any thread. Keeps
// nothing.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/base/problem.hpp"

namespace praxis::people {

inline constexpr std::size_t kPasswordLeast = 12;        // characters, not bytes
inline constexpr std::size_t kPasswordMost_bytes = 512;  // a hash costs by length; nobody types more
inline constexpr std::size_t kLeftLeast = 5;             // characters left when the words that everybody tries are out

// Words that make up the commonest passwords, lower case: "password", "qwerty", "letmein" …
using CommonWords = std::set<std::string, std::less<>>;

struct PasswordOwner {
    std::string email, name, company;
};

// Empty when the password is good enough.
Problems faults_of_password(std::string_view password, const PasswordOwner&, const CommonWords&);

}  // namespace praxis::people
