#include "adapters/files/strategies/override_text.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include "adapters/files/strategies/node.hpp"

namespace praxis::files {
namespace {

constexpr const char* kList = "scenarios";

Problems not_by_itself(const Node& at, std::string what) {
    return {{Severity::error, at.at, std::move(what), "write the override into the text by hand"}};
}

// What JSON puts in quotes means the same in YAML.
std::string quoted(const std::string& text) {
    return boost::json::serialize(boost::json::string(text));
}

std::string list_of(const strategy::Slugs& slugs) {
    std::string list;
    for (const std::string& slug : slugs) list += (list.empty() ? "" : ", ") + quoted(slug);
    return "[" + list + "]";
}

// The keys but the id, with their values.
std::vector<std::pair<std::string, std::string>> entries_of(const strategy::ScenarioOverride& change) {
    std::vector<std::pair<std::string, std::string>> entries;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) entries.emplace_back(key, quoted(value));
    };
    const auto add_list = [&](const char* key, const strategy::Slugs& slugs) {
        if (!slugs.empty()) entries.emplace_back(key, list_of(slugs));
    };
    const auto add_number = [&](const char* key, const std::optional<int>& number) {
        if (number) entries.emplace_back(key, std::to_string(*number));
    };
    add("title", change.title);
    add("situation", change.situation);
    add("task", change.task);
    add("person", change.person);
    add_list("objections", change.objections);
    add_list("facts_known", change.facts_known);
    add_number("trust", change.trust);
    add_number("interest", change.interest);
    add_number("patience", change.patience);
    add_number("turns", change.turns);
    add_list("behaviours", change.behaviours);
    return entries;
}

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        lines.push_back(text.substr(from, end == std::string::npos ? end : end - from));
        from = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

bool says_nothing(const std::string& line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string::npos || line[first] == '#';
}

// Lines of an entry: [first, last), from 0; what follows it and says nothing is not part of it.
struct Span {
    std::size_t first = 0, last = 0;
};

Span span_of(const Lines& lines, std::size_t first, std::size_t last) {
    while (last > first + 1 && says_nothing(lines[last - 1])) --last;
    return {first, last};
}

std::size_t line_from_zero(const Node& node) {
    return static_cast<std::size_t>(std::max(1, node.at.line)) - 1;
}

// Where the list ends: at the next key of the whole text.
std::size_t end_of_list(const Node& root, const Lines& lines, std::size_t begin) {
    std::size_t end = lines.size();
    for (const auto& [key, value] : root.entries)
        if (const std::size_t at = line_from_zero(key); at > begin) end = std::min(end, at);
    return end;
}

const Node* key_named(const Node& root, const char* name) {
    for (const auto& [key, value] : root.entries)
        if (key.text == name) return &key;
    return nullptr;
}

// What an override of a name of its own says it is stays as it was.
Lines item_of(const strategy::ScenarioOverride& change, const Node* before, const std::string& indent) {
    Lines item = {indent + "- id: " + quoted(change.id)};
    for (const char* key : {"segment", "role", "kind", "difficulty"})
        if (const Node* value = before ? before->find(key) : nullptr)
            item.push_back(indent + "  " + key + ": " + quoted(value->text));
    for (const auto& [key, value] : entries_of(change)) item.push_back(indent + "  " + key + ": " + value);
    return item;
}

bool is_block_item(const Lines& lines, const Node& item) {
    const std::string& line = lines[line_from_zero(item)];
    const std::size_t dash = line.find_first_not_of(' ');
    return dash != std::string::npos && line[dash] == '-';
}

void replace(Lines& lines, const Span& span, const Lines& with) {
    const auto at = lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(span.first),
                                lines.begin() + static_cast<std::ptrdiff_t>(span.last));
    lines.insert(at, with.begin(), with.end());
}

// The list is there, one entry below the other.
void change_list(Lines& lines, const Node& list, std::size_t end, const strategy::ScenarioOverride& change) {
    const std::string& first = lines[line_from_zero(list.items.front())];
    const std::string indent = first.substr(0, first.find('-'));
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Node* id = list.items[i].find("id");
        if (!id || id->text != change.id) continue;
        const std::size_t last = i + 1 < list.items.size() ? line_from_zero(list.items[i + 1]) : end;
        const Span span = span_of(lines, line_from_zero(list.items[i]), last);
        const bool goes = entries_of(change).empty();
        if (goes && list.items.size() == 1)
            return replace(lines, {span.first - 1, span.last}, {});  // with its key, which stands just above
        return replace(lines, span, goes ? Lines() : item_of(change, &list.items[i], indent));
    }
    if (entries_of(change).empty()) return;
    const Span last = span_of(lines, line_from_zero(list.items.back()), end);
    replace(lines, {last.last, last.last}, item_of(change, nullptr, indent));
}

}  // namespace

Result<std::string, Problems> OverrideText::with_override(const std::string& source,
                                                          const strategy::ScenarioOverride& change) const {
    const auto root = parse_node(source, {});
    if (!root) return refuse(root.error());
    Lines lines = lines_of(source);
    const Node* key = key_named(*root, kList);
    const Node* list = root->find(kList);
    if (!key || !list || list->items.empty()) {
        if (entries_of(change).empty()) return source;
        Lines added = item_of(change, nullptr, "  ");
        added.insert(added.begin(), std::string(kList) + ":");
        if (!key) {
            replace(lines, {lines.size(), lines.size()}, added);
        } else {
            const std::size_t at = line_from_zero(*key);
            replace(lines, {at, at + 1}, added);
        }
        return text_of(lines);
    }
    for (const Node& item : list->items)
        if (!is_block_item(lines, item))
            return refuse(not_by_itself(*list, "the scenarios are not written one below the other"));
    if (list->items.size() == 1 && line_from_zero(list->items.front()) != line_from_zero(*key) + 1 &&
        entries_of(change).empty())
        return refuse(not_by_itself(*list, "something stands between `scenarios:` and its only entry"));
    change_list(lines, *list, end_of_list(*root, lines, line_from_zero(*key)), change);
    return text_of(lines);
}

}  // namespace praxis::files
