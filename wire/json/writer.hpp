// JSON written straight to the end of a text: for what is written so often that values in between would cost more than
// all the rest (a turn's events, a list's items). One line, keys in the order in which they come. A part is closed when
// it goes; what is around it waits until then. Borrows the text; one thread.
//     object_text([&](ObjectWriter& event) {
//         event.add("turn", 3);
//         ListWriter acts = event.list("acts");
//         for (const Act act : seen) acts.add(name(act));
//     });
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "wire/json/json_text.hpp"
#include "wire/json/scalars.hpp"

namespace praxis::wire {

class ObjectWriter;

class ListWriter {
public:
    explicit ListWriter(std::string& json) : json_(json) { json_ += '['; }
    ~ListWriter() { json_ += ']'; }
    ListWriter(const ListWriter&) = delete;

    template <class Value>
    void add(const Value& value) {
        separate();
        append(json_, value);
    }
    ObjectWriter object();
    ListWriter list() {
        separate();
        return ListWriter(json_);
    }

private:
    void separate() {
        if (!first_) json_ += ',';
        first_ = false;
    }

    std::string& json_;
    bool first_ = true;
};

class ObjectWriter {
public:
    explicit ObjectWriter(std::string& json) : json_(json) { json_ += '{'; }
    ~ObjectWriter() { json_ += '}'; }
    ObjectWriter(const ObjectWriter&) = delete;

    template <class Value>
    void add(std::string_view key, const Value& value) {
        name(key);
        append(json_, value);
    }
    template <class Value>
    void add_or_null(std::string_view key, const std::optional<Value>& value) {
        name(key);
        value ? append(json_, *value) : append(json_, nullptr);
    }
    template <class Value>
    void add_list(std::string_view key, std::initializer_list<Value> values) {
        ListWriter out = list(key);
        for (const Value& value : values) out.add(value);
    }
    ObjectWriter object(std::string_view key) {
        name(key);
        return ObjectWriter(json_);
    }
    ListWriter list(std::string_view key) {
        name(key);
        return ListWriter(json_);
    }

private:
    void name(std::string_view key) {
        if (!first_) json_ += ',';
        first_ = false;
        append(json_, key);
        json_ += ':';
    }

    std::string& json_;
    bool first_ = true;
};

inline ObjectWriter ListWriter::object() {
    separate();
    return ObjectWriter(json_);
}

// The whole object that `write` writes into.
template <class Write>
std::string object_text(const Write& write) {
    std::string json;
    {
        ObjectWriter out(json);
        write(out);
    }
    return json;
}

}  // namespace praxis::wire
