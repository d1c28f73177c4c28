// What can be known of a topic's name as grammar: whether it is a clause ("who signs"), and whether what is said of it
// wants "is" or "are" ("bend angles are", "money tied up in steel is"). Found by the words and endings of English,
// whose lists are data of the language pack; where a name could be read both ways ("matching invoices") the number is
// left open. Values only; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::wording::rep {

struct NameWords {                       // all sorted, lower case
    std::vector<std::string> openers;    // of clauses: who, what, how …
    std::vector<std::string> ends;       // after which the head word is past: of, in, that, paid …
    std::vector<std::string> plurals;    // without a plural's ending: people, staff …
    std::vector<std::string> singulars;  // with one: news, gas …
};

struct NameForm {
    bool clause = false;
    std::optional<bool> plural;  // empty: could be either
};

NameForm form_of(std::string_view name, const NameWords&);

}  // namespace praxis::wording::rep
