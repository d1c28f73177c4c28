// What the conditions of a line are held against and its slots are filled with, for one wish in one talk. A slot that
// has no value keeps its lines from being candidates. Where there are several values (things told, proofs, offers) the
// fitting and least used is taken. Inside this room only.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/wording/rep/rep_line.hpp"

namespace praxis::wording::rep {

struct Value {
    std::string text;
    std::uint64_t key = 0;  // to be noted when it is used; 0: nothing to note
};

struct Filling {
    std::array<std::optional<Value>, kSlotCount> slots;
    NameForm form;    // of the topic
    Conditions hold;  // of the moment
    const std::optional<Value>& of(Slot slot) const { return slots[static_cast<std::size_t>(slot)]; }
};

Filling filling_of(const Wish&, const Talk&, const Grammar&, const WordingMemory&);

// Empty where a slot has no value.
std::optional<Way> fill(const Line&, const Filling&, const Grammar&);

}  // namespace praxis::wording::rep
