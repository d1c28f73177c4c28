#include "adapters/files/strategies/fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/nearest.hpp"

namespace praxis::files {
namespace {

constexpr std::size_t kTextMax = 2000;  // bytes of one authored text: nobody speaks longer at a stretch
constexpr std::size_t kListedNames = 12;

std::string kind_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::empty: return "nothing";
        case Node::Kind::word: return "'" + node.text.substr(0, 40) + "'";
        case Node::Kind::list: return "a list";
        case Node::Kind::map: return "a mapping";
    }
    return "nothing";
}

bool is_word(const Node& node, std::string_view wanted, Page& page) {
    if (node.kind == Node::Kind::word) return true;
    const bool braced = node.kind == Node::Kind::map;
    page.error(node.at, "here should stand " + std::string(wanted) + ", not " + kind_of(node),
               braced ? "a text with ': ' or '{' in it needs quotation marks" : "");
    return false;
}

bool is_slug(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !text.empty() && text.size() <= 80 && std::all_of(text.begin(), text.end(), fits);
}

std::string slug_of(std::string_view text) {
    std::string slug;
    for (const char c : text) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (is_slug(std::string_view(&low, 1)))
            slug += low;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

void check_slug(const Node& node, Page& page) {
    if (node.kind != Node::Kind::word || node.text.empty() || is_slug(node.text)) return;
    const std::string better = slug_of(node.text);
    page.error(node.at, "'" + node.text.substr(0, 80) + "' is no id: lower-case letters, digits and '-' only",
               better.empty() ? "" : "write '" + better + "'");
}

template <class T>
std::optional<T> number_of(const Node& node) {
    T value{};
    const char* end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::string shown(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::string mend_name(std::string_view wanted, const std::vector<std::string>& known) {
    const std::string near = nearest(wanted, known);
    if (!near.empty()) return "did you mean '" + near + "'?";
    if (known.empty()) return "";
    std::string list = "known: ";
    for (std::size_t i = 0; i < known.size() && i < kListedNames; ++i) list += (i == 0 ? "" : ", ") + known[i];
    return known.size() > kListedNames ? list + ", …" : list;
}

bool one_of(const Node& node, const std::vector<std::string>& known, std::size_t& index, Page& page) {
    if (!is_word(node, "one of " + std::to_string(known.size()) + " words", page)) return false;
    const auto found = std::find(known.begin(), known.end(), node.text);
    index = static_cast<std::size_t>(found - known.begin());
    if (found == known.end())
        page.error(node.at, "'" + node.text.substr(0, 80) + "' is not known here", mend_name(node.text, known));
    return found != known.end();
}

bool is_list(const Node& node, Page& page) {
    if (node.kind == Node::Kind::list) return true;
    page.error(
        node.at, "here should stand a list, not " + kind_of(node),
        node.kind == Node::Kind::word ? "write [" + node.text.substr(0, 40) + "]" : "begin each entry with '- '");
    return false;
}

void read(const Node& node, std::string& into, Page& page) {
    if (!is_word(node, "a text", page)) return;
    if (node.text.size() > kTextMax)
        page.error(node.at, "this text is longer than " + std::to_string(kTextMax) + " characters", "shorten it");
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    if (std::any_of(node.text.begin(), node.text.end(), control))
        page.error(node.at, "this text holds a control character", "remove it");
    into = node.text;
}

void read(const Node& node, double& into, Page& page) {
    if (!is_word(node, "a number", page)) return;
    const auto value = number_of<double>(node);
    if (value && std::isfinite(*value))
        into = *value;
    else
        page.error(node.at, "'" + node.text.substr(0, 40) + "' is no number",
                   "write digits with '.' for decimals and without thousands marks or units: 11500");
}

void read(const Node& node, int& into, Page& page) {
    if (!is_word(node, "a whole number", page)) return;
    if (const auto value = number_of<int>(node))
        into = *value;
    else
        page.error(node.at, "'" + node.text.substr(0, 40) + "' is no whole number", "write digits only: 3");
}

void read(const Node& node, bool& into, Page& page) {
    std::size_t index = 0;
    if (one_of(node, {"false", "true"}, index, page)) into = index == 1;
}

void read(const Node& node, ActSet& into, Page& page) {
    into = {};
    static const std::vector<std::string> kKnown = [] {
        std::vector<std::string> known;
        for (int i = 0; i < kActCount; ++i) known.emplace_back(praxis::name(static_cast<Act>(i)));
        for (int i = 0; i < kActGroupCount; ++i) known.emplace_back(praxis::name(static_cast<ActGroup>(i)));
        return known;
    }();
    const auto add = [&](const Node& word) {
        std::size_t index = 0;
        if (!one_of(word, kKnown, index, page)) return;
        if (index < static_cast<std::size_t>(kActCount))
            into.insert(static_cast<Act>(index));
        else
            into = into | acts_of(static_cast<ActGroup>(index - kActCount));
    };
    if (node.kind == Node::Kind::word) return add(node);
    if (!is_list(node, page)) return;
    for (const Node& item : node.items) add(item);
}

void read(const Node& node, strategy::Range& into, Page& page) {
    if (!is_list(node, page)) return;
    if (node.items.size() != 2)
        return page.error(node.at, "a range has two numbers, this has " + std::to_string(node.items.size()),
                          "write [low, high]");
    read(node.items[0], into.low, page);
    read(node.items[1], into.high, page);
    if (into.low > into.high) page.error(node.at, "this range runs from high to low", "write [low, high]");
}

void read(const Node& node, strategy::Figure& into, Page& page) {
    Fields(node, "figure", page).need("value", into.value).take("unit", into.unit).take("per", into.per).done();
}

Fields::Fields(const Node& node, std::string noun, Page& page)
    : node_(node), noun_(std::move(noun)), page_(page), known_(page.keys[noun_]) {
    if (node.kind != Node::Kind::map)
        page.error(node.at, "here should stand a " + noun_ + " with its keys, not " + kind_of(node),
                   "see docs/strategy-format.md");
}

Fields& Fields::id(strategy::Slug& into) {
    need("id", into);
    if (const Node* node = node_.find("id")) check_slug(*node, page_);
    return *this;
}

Fields& Fields::refer(std::string_view key, strategy::Slug& into) {
    take(key, into);
    if (const Node* node = node_.find(key); node && node->kind == Node::Kind::word) {
        check_slug(*node, page_);
        page_.names.emplace_back(node->text, node->at);
    }
    return *this;
}

Fields& Fields::refer(std::string_view key, strategy::Slugs& into) {
    take(key, into);
    if (const Node* node = node_.find(key))
        for (const Node& item : node->items) {
            check_slug(item, page_);
            page_.names.emplace_back(item.text, item.at);
        }
    return *this;
}

void Fields::missing(std::string_view key) {
    known_.emplace(key);
    if (node_.kind == Node::Kind::map)
        page_.error(node_.at, name() + " has no '" + std::string(key) + "'",
                    "add the line '" + std::string(key) + ": …'");
}

void Fields::done() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    std::set<std::string> seen;
    for (const auto& [key, value] : node_.entries) {
        if (key.kind != Node::Kind::word)
            page_.error(key.at, "here should stand the name of a key",
                        "a text beginning with '{' or '[' needs quotation marks");
        else if (!known_.contains(key.text))
            page_.error(key.at, name() + " has no key '" + key.text.substr(0, 80) + "'", mend_name(key.text, known));
        else if (!seen.insert(key.text).second)
            page_.error(key.at, "'" + key.text + "' stands twice in this " + noun_, "keep one of them");
    }
}

const Node* Fields::value_of(std::string_view key) {
    known_.emplace(key);
    const Node* value = node_.find(key);
    if (!value || value->kind != Node::Kind::empty) return value;
    page_.error(value->at, "'" + std::string(key) + "' has no value", "give it one or remove the line");
    return nullptr;
}

Fields& Fields::range(std::string_view key, double low, double high) {
    const Node* node = node_.find(key);
    if (!node || node->kind != Node::Kind::word) return *this;
    const auto value = number_of<double>(*node);
    if (value && (*value < low || *value > high))
        page_.error(node->at, "'" + std::string(key) + "' is " + shown(*value),
                    "it must lie between " + shown(low) + " and " + shown(high));
    return *this;
}

std::string Fields::name() const {
    const Node* id = node_.find("id");
    if (id == nullptr) id = node_.find("use");
    if (id == nullptr || id->kind != Node::Kind::word || id->text.empty()) return "this " + noun_;
    return noun_ + " '" + id->text.substr(0, 80) + "'";
}

}  // namespace praxis::files
