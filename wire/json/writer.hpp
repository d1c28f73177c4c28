// JSON written straight to the end of a text: for what is written so often that values in between would cost more than
// all the rest (a turn's events, a list's items). One line, keys in the order in which they come. A part writes its
// closing bracket when it is destroyed; until then nothing may be added to the part around it (asserted), and no memory
// for that bracket ends the program. Borrows the text; one thread.
//     object_text([&](ObjectWriter& event) {
//         event.add("turn", 3);
//         ListWriter acts = event.list("acts");
//         for (const Act act : seen) acts.add(name(act));
//     });
#pragma once

#include <cassert>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "wire/json/json_text.hpp"
#include "wire/json/scalars.hpp"

namespace praxis::wire {

// What lists and objects have in common: brackets, commas, and that one part of it at most is open.
class PartWriter {
public:
    PartWriter(const PartWriter&) = delete;

protected:
    PartWriter(std::string& json, std::string_view brackets, bool* around_is_busy)
        : json_(json), close_(brackets[1]), around_is_busy_(around_is_busy) {
        json_ += brackets[0];
        if (around_is_busy_) *around_is_busy_ = true;
    }
    ~PartWriter() {
        json_ += close_;
        if (around_is_busy_) *around_is_busy_ = false;
    }
    void separate() {
        assert(!busy_);
        if (!first_) json_ += ',';
        first_ = false;
    }

    std::string& json_;
    bool busy_ = false;

private:
    const char close_;
    bool* const around_is_busy_;
    bool first_ = true;
};

class ObjectWriter;

class ListWriter : public PartWriter {
public:
    explicit ListWriter(std::string& json, bool* around_is_busy = nullptr) : PartWriter(json, "[]", around_is_busy) {}

    template <class Value>
    void add(const Value& value) {
        separate();
        append(json_, value);
    }
    ObjectWriter object();
    ListWriter list() {
        separate();
        return ListWriter(json_, &busy_);
    }
};

class ObjectWriter : public PartWriter {
public:
    explicit ObjectWriter(std::string& json, bool* around_is_busy = nullptr) : PartWriter(json, "{}", around_is_busy) {}

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
        return ObjectWriter(json_, &busy_);
    }
    ListWriter list(std::string_view key) {
        name(key);
        return ListWriter(json_, &busy_);
    }

private:
    void name(std::string_view key) {
        separate();
        append(json_, key);
        json_ += ':';
    }
};

inline ObjectWriter ListWriter::object() {
    separate();
    return ObjectWriter(json_, &busy_);
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
