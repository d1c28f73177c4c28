// Reads one YAML mapping into one struct, field by field, so that each struct's reader is a short list of its keys:
//
//     Fields(node, "topic", page).at(topic.at).id(topic.id).need("name", topic.name).take("words", topic.words).done();
//
// Every wrong key, type, spelling, number or missing field becomes a Problem with its place and nearest name, and
// reading goes on: all errors in one pass. `done` reports the keys nobody asked for. Values of other types are read by
// the overloads of `read`; a struct joins by declaring its own. Not thread-safe; no errors thrown.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/files/strategies/node.hpp"
#include "core/strategy/fact.hpp"

namespace praxis::files {

// What is collected while a strategy is read.
struct Page {
    Problems problems;
    std::map<std::string, std::set<std::string>> keys;  // per noun: the keys its reader knows
    std::vector<std::pair<std::string, Place>> names;   // every slug that refers to something, and where it stands

    void error(const Place& at, std::string what, std::string mend = {}) {
        problems.push_back({Severity::error, at, std::move(what), std::move(mend)});
    }
};

// "did you mean 'x'?" or "one of: a, b, c"
std::string mend_name(std::string_view wanted, const std::vector<std::string>& known);

void read(const Node&, std::string& into, Page&);
void read(const Node&, double& into, Page&);
void read(const Node&, int& into, Page&);
void read(const Node&, bool& into, Page&);
void read(const Node&, ActSet& into, Page&);  // an act, a group of acts, or a list of them
void read(const Node&, strategy::Range& into, Page&);
void read(const Node&, strategy::Figure& into, Page&);

// A word from a closed list; false and a problem when it is none of them.
bool one_of(const Node&, const std::vector<std::string>& known, std::size_t& index, Page&);
bool is_list(const Node&, Page&);

template <class E>
requires std::is_enum_v<E>
void read(const Node& node, E& into, Page& page) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < strategy::count<E>(); ++i) known.emplace_back(strategy::name(static_cast<E>(i)));
    std::size_t index = 0;
    if (one_of(node, known, index, page)) into = static_cast<E>(index);
}

template <class T>
void read(const Node& node, std::optional<T>& into, Page& page) {
    T value{};
    read(node, value, page);
    into = std::move(value);
}

template <class T>
void read(const Node& node, std::vector<T>& into, Page& page) {
    into.clear();
    if (!is_list(node, page)) return;
    into.resize(node.items.size());
    for (std::size_t i = 0; i < node.items.size(); ++i) read(node.items[i], into[i], page);
}

class Fields {
public:
    Fields(const Node& node, std::string noun, Page& page);

    Fields& at(Place& into) {
        into = node_.at;
        return *this;
    }
    Fields& id(strategy::Slug& into);  // required, and a slug
    // An optional key; `into` keeps what it has when the key is absent.
    template <class T>
    Fields& take(std::string_view key, T& into) {
        if (const Node* value = value_of(key)) read(*value, into, page_);
        return *this;
    }
    template <class T>
    Fields& need(std::string_view key, T& into) {
        if (!has(key)) missing(key);
        return take(key, into);
    }
    template <class T>
    Fields& within(std::string_view key, T& into, double low, double high) {
        const std::size_t problems = page_.problems.size();
        take(key, into);
        return page_.problems.size() == problems ? range(key, low, high) : *this;
    }
    Fields& range(std::string_view key, double low, double high);
    // Slugs of things that stand elsewhere; whether they exist is seen when all is read.
    Fields& refer(std::string_view key, strategy::Slug& into);
    Fields& refer(std::string_view key, strategy::Slugs& into);
    // A nested mapping without a struct of its own; null when absent.
    const Node* inner(std::string_view key) { return value_of(key); }
    bool has(std::string_view key) const { return node_.find(key) != nullptr; }
    void missing(std::string_view key);
    void done();

private:
    const Node* value_of(std::string_view key);
    std::string name() const;  // "topic 'downtime'"

    const Node& node_;
    std::string noun_;
    Page& page_;
    std::set<std::string>& known_;
};

}  // namespace praxis::files
