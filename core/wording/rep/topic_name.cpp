#include "core/wording/rep/topic_name.hpp"

#include <algorithm>

#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

bool is_gerund(const std::string& word) {
    return word.size() > 5 && word.ends_with("ing");
}

// "money tied up", "the others concerned"; but "the agreed price", "fixed or indexed prices".
bool is_participle(const std::vector<std::string>& words, std::size_t at) {
    if (at == 0 || words[at].size() < 4 || !words[at].ends_with("ed")) return false;
    const std::string& before = words[at - 1];
    return before != "the" && before != "a" && before != "an" && before != "or" && before != "and" && before != "your";
}

bool is_plural(const std::string& word, const NameWords& lists) {
    if (is_listed(lists.plurals, word)) return true;
    if (is_listed(lists.singulars, word)) return false;
    return word.size() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
           !word.ends_with("is") && !word.ends_with("'s");
}

}  // namespace

NameForm form_of(std::string_view name, const NameWords& lists) {
    const auto words = words_of(name);
    if (words.empty()) return {};
    if (is_listed(lists.openers, words.front())) return {true, false};
    if (words.front() == "a" || words.front() == "an") return {false, false};
    std::size_t head = 0;
    bool joined = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && (is_listed(lists.ends, words[i]) || is_participle(words, i))) break;
        joined = joined || words[i] == "and";
        head = i;
    }
    const bool gerund = is_gerund(words.front());
    if (gerund && head == 0) return {false, false};
    if (gerund) return {false, joined || is_plural(words[head], lists) ? std::nullopt : std::optional(false)};
    return {false, joined || is_plural(words[head], lists)};
}

}  // namespace praxis::wording::rep
