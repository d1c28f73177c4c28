#include "core/wording/rep/rep_line.hpp"

#include <algorithm>

#include "core/wording/rep/filling.hpp"
#include "core/wording/rep/parts.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

// Penalties; the chance of a tie spreads over kChance, so that neighbouring cells mix.
constexpr int kUsed = 1000;
constexpr int kAnyManner = 40;      // the line is for any register
constexpr int kUnconditional = 10;  // … and for any moment
constexpr int kPlain = 20;          // it holds nothing of this customer
constexpr int kLong = 150;
constexpr int kBesideTheCause = 500;  // the cause was told and there is an answer to it
constexpr std::uint32_t kChance = 100;
constexpr int kTerseWords = 14;

struct Ranked {
    Way way;
    int penalty = 0;
};

class Choosing {
public:
    Choosing(const Wish& wish, const Talk& talk, const Grammar& grammar, const WordingMemory& memory)
        : wish_(wish),
          talk_(talk),
          grammar_(grammar),
          memory_(memory),
          manner_(register_for(talk.customer.person.persona.style)),
          filling_(filling_of(wish, talk, grammar, memory)) {}

    std::vector<Way> candidates(const Part& part) const {
        std::vector<Ranked> found;
        for (const Cell& cell : part.lead ? grammar_.of(*part.lead) : grammar_.of(part.move)) {
            if (cell.manner && *cell.manner != manner_) continue;
            for (const Line& line : cell.lines) {
                if (!(line.conditions - filling_.hold).empty()) continue;
                auto way = fill(line, filling_, grammar_);
                if (way && sayable(way->text)) found.push_back({std::move(*way), penalty_of(line, cell)});
            }
        }
        std::ranges::stable_sort(found, {}, &Ranked::penalty);
        std::vector<Way> ways;
        for (Ranked& each : found) ways.push_back(std::move(each.way));
        return ways;
    }

private:
    int penalty_of(const Line& line, const Cell& cell) const {
        int penalty = kUsed * times_used(memory_, line.key);
        penalty +=
            static_cast<int>(pick(mix(chance(talk_.customer.seed, kRep.value, talk_.turn, 0x601) ^ line.key), kChance));
        if (!cell.manner) penalty += kAnyManner;
        if (line.conditions.empty()) penalty += kUnconditional;
        if (line.slots.empty()) penalty += kPlain;
        if (filling_.of(Slot::answer) && !line.slots.has(Slot::answer)) penalty += kBesideTheCause;
        if (manner_ == Register::terse && line.words > kTerseWords) penalty += kLong;
        return penalty;
    }

    bool sayable(std::string_view text) const {
        return !said_before(memory_, text) && !gives_away(text, talk_.heard, talk_.customer.scenario);
    }

    const Wish& wish_;
    const Talk& talk_;
    const Grammar& grammar_;
    const WordingMemory& memory_;
    Register manner_;
    Filling filling_;
};

bool shares(const Way& one, const Way& other) {
    return std::ranges::any_of(one.keys, [&](std::uint64_t key) { return std::ranges::count(other.keys, key) > 0; });
}

// The n-th of the choices, or the next that takes up nothing twice in one breath.
const Way* after(const Way& so_far, const std::vector<Way>& choices, std::size_t n) {
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (const Way& way = choices[(n + i) % choices.size()]; !shares(so_far, way)) return &way;
    return nullptr;
}

void append(Way& to, const Way& more) {
    if (!to.text.empty()) to.text += ' ';
    to.text += more.text;
    to.keys.insert(to.keys.end(), more.keys.begin(), more.keys.end());
}

}  // namespace

std::vector<Way> ways(const Wish& wish, const Talk& talk, const Grammar& grammar, const WordingMemory& memory,
                      std::size_t most) {
    const Choosing choosing(wish, talk, grammar, memory);
    std::vector<std::vector<Way>> choices;
    for (const Part& part : parts_of(wish, talk.customer.scenario)) {
        std::vector<Way> found = choosing.candidates(part);
        if (found.empty() && !part.lead) return {};
        if (!found.empty()) choices.push_back(std::move(found));  // what cannot be led in is said straight out
    }
    std::vector<Way> made;
    std::size_t longest = 0;
    for (const auto& each : choices) longest = std::max(longest, each.size());
    for (std::size_t n = 0; n < std::min(most, longest); ++n) {
        Way way;
        for (const auto& each : choices)
            if (const Way* next = after(way, each, n)) append(way, *next);
        made.push_back(std::move(way));
    }
    return made;
}

void note(WordingMemory& memory, const Way& way) {
    note_said(memory, way.text);
    for (const std::uint64_t key : way.keys) note_variant(memory, key);
}

std::optional<std::string> line(const Wish& wish, const Talk& talk, const Grammar& grammar, WordingMemory& memory) {
    std::vector<Way> best = ways(wish, talk, grammar, memory, 1);
    if (best.empty()) return std::nullopt;
    note(memory, best.front());
    return std::move(best.front().text);
}

}  // namespace praxis::wording::rep
