#include "core/wording/grammar.hpp"

#include <algorithm>

#include "core/base/digest.hpp"
#include "core/base/nearest.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording {
namespace {

using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 3> kWarmths = {"cold", "neutral", "warm"};
constexpr std::array<std::string_view, kConditionCount> kConditions = {
    "phone",     "video",    "in-person", "partner", "chat",    "opening", "later",   "question", "statement",
    "first",     "again",    "alone",     "casual",  "trouble", "yes-no",  "willing", "choice",   "how-much",
    "how-often", "how-long", "when",      "who",     "why",     "opinion", "what"};
constexpr std::array<std::string_view, kSlotCount> kSlots = {"topic", "fact_topic", "heard",    "role",   "name",
                                                             "first", "company",    "rep_name", "amount", "brief"};
constexpr std::array<std::string_view, kPhraseCount> kPhrases = {"answer", "volunteer", "object", "ask",
                                                                 "again",  "ask_again", "aside",  "tail"};
constexpr std::array<std::string_view, kBeatCount> kBeats = {"react", "resist", "answer", "object",
                                                             "ask",   "commit", "end"};

template <class Table>
std::optional<std::size_t> index_of(const Table& table, std::string_view wanted) {
    const auto found = std::ranges::find(table, wanted);
    if (found == table.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.begin());
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        if (blank > 0) parts.push_back(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return parts;
}

std::string first_word(std::string_view text) {
    const auto words = words_of(text.substr(0, 40));
    return words.empty() ? "" : words.front();
}

bool is_i(const std::string& word) {
    return word == "i" || word.starts_with("i'");
}

bool holds(const Names& sorted, const std::string& word) {
    return std::ranges::binary_search(sorted, word);
}

}  // namespace

// Collects entries and problems; the Grammar comes out whole or not at all.
class GrammarMaker {
public:
    void add(const GrammarEntry& entry) {
        digest_.add(entry.section).add(entry.name).add(entry.cell).add(entry.text);
        if (entry.section == "moves" || entry.section == "short")
            add_move(entry);
        else if (entry.section == "phrases")
            add_phrase(entry);
        else if (entry.section == "joins")
            add_join(entry);
        else if (entry.section == "words")
            add_word(entry);
        else
            fault(entry, "unknown section '" + entry.section + "'", "use moves, phrases, joins, short or words");
    }

    Result<Grammar, Problems> finish() {
        for (int i = 0; i < kBuyerMoveCount; ++i) {
            const auto move = static_cast<BuyerMove>(i);
            if (grammar_.of(move).empty()) missing("moves", move);
            if (grammar_.shorts(move).empty()) missing("short", move);
        }
        std::ranges::sort(grammar_.lowerable_);
        std::ranges::sort(grammar_.departments_);
        grammar_.digest_ = digest_.hex();
        if (has_error(problems_)) return refuse(std::move(problems_));
        return std::move(grammar_);
    }

private:
    void fault(const GrammarEntry& entry, std::string what, std::string mend) {
        problems_.push_back({Severity::error, entry.at, std::move(what), std::move(mend)});
    }

    void missing(std::string_view section, BuyerMove move) {
        problems_.push_back({Severity::error,
                             {},
                             std::string(section) + " has no line for '" + std::string(name(move)) + "'",
                             "add at least one line for any mood"});
    }

    void add_move(const GrammarEntry& entry) {
        const auto move = buyer_move_named(entry.name);
        if (!move) {
            Names known;
            for (int i = 0; i < kBuyerMoveCount; ++i) known.emplace_back(name(static_cast<BuyerMove>(i)));
            const std::string near = nearest(entry.name, known);
            return fault(entry, "unknown move '" + entry.name + "'",
                         near.empty() ? "" : "did you mean '" + near + "'?");
        }
        const bool is_short = entry.section == "short";
        if (is_short && words_of(entry.text).size() > kShortWords)
            return fault(entry, "a short reply has at most three words", "shorten it");
        auto& cells = is_short ? grammar_.shorts_ : grammar_.moves_;
        add_line(entry, cells[static_cast<std::size_t>(*move)]);
    }

    void add_phrase(const GrammarEntry& entry) {
        const auto phrase = index_of(kPhrases, entry.name);
        if (!phrase) return fault(entry, "unknown phrase '" + entry.name + "'", "see docs/wording.md");
        add_line(entry, grammar_.phrases_[*phrase]);
    }

    void add_join(const GrammarEntry& entry) {
        const auto beats = split(entry.name);
        const auto from = beats.size() == 2 ? index_of(kBeats, beats[0]) : std::nullopt;
        const auto to = beats.size() == 2 ? index_of(kBeats, beats[1]) : std::nullopt;
        if (!from || !to) return fault(entry, "unknown join '" + entry.name + "'", "two beats, as 'answer object'");
        grammar_.joins_[*from * kBeatCount + *to].push_back(entry.text);
    }

    void add_word(const GrammarEntry& entry) {
        Names* list = entry.name == "lowerable"     ? &grammar_.lowerable_
                      : entry.name == "departments" ? &grammar_.departments_
                                                    : nullptr;
        if (list == nullptr) return fault(entry, "unknown word list '" + entry.name + "'", "lowerable or departments");
        for (const std::string_view word : split(entry.text)) list->emplace_back(word);
    }

    void add_line(const GrammarEntry& entry, Cells& cells) {
        Line line;
        line.text = entry.text;
        if (!take_conditions(entry, line) || !take_slots(entry, line)) return;
        line.words = static_cast<std::uint8_t>(std::min<std::size_t>(words_of(line.text).size(), 0xff));
        line.key = Digest().add(entry.section).add(entry.name).add(line.text).value();
        std::optional<Warmth> warmth;
        std::optional<strategy::Style> style;
        if (!cell_of(entry, warmth, style)) return;
        for (Cell& cell : cells)
            if (cell.warmth == warmth && cell.style == style) return cell.lines.push_back(std::move(line));
        cells.push_back({warmth, style, {std::move(line)}});
    }

    bool cell_of(const GrammarEntry& entry, std::optional<Warmth>& warmth, std::optional<strategy::Style>& style) {
        for (const std::string_view part : split(entry.cell)) {
            if (part == "any") continue;
            if (const auto found = index_of(kWarmths, part))
                warmth = static_cast<Warmth>(*found);
            else if (const auto named = strategy::named<strategy::Style>(part))
                style = *named;
            else
                return fault(entry, "unknown cell '" + entry.cell + "'", "any, a warmth, a style, or both"), false;
        }
        return true;
    }

    bool take_conditions(const GrammarEntry& entry, Line& line) {
        if (!line.text.starts_with('[')) return true;
        const std::size_t close = line.text.find("] ");
        if (close == std::string::npos)
            return fault(entry, "conditions are not closed", "write '[phone] Hello.'"), false;
        for (const std::string_view part : split(std::string_view(line.text).substr(1, close - 1))) {
            const auto found = index_of(kConditions, part);
            if (!found)
                return fault(entry, "unknown condition '" + std::string(part) + "'", "see docs/wording.md"), false;
            line.conditions.insert(static_cast<Condition>(*found));
        }
        line.text.erase(0, close + 2);
        return true;
    }

    bool take_slots(const GrammarEntry& entry, Line& line) {
        for (std::size_t open = line.text.find('{'); open != std::string::npos; open = line.text.find('{', open + 1)) {
            const std::size_t close = line.text.find('}', open);
            const std::string_view slot = std::string_view(line.text).substr(open + 1, close - open - 1);
            const auto found = close == std::string::npos ? std::nullopt : index_of(kSlots, slot);
            if (!found) return fault(entry, "unknown slot '" + std::string(slot) + "'", "see docs/wording.md"), false;
            line.slots.insert(static_cast<Slot>(*found));
        }
        return true;
    }

    static constexpr std::size_t kShortWords = 3;
    Grammar grammar_;
    Problems problems_;
    Digest digest_;
};

Result<Grammar, Problems> Grammar::make(const GrammarSource& source) {
    GrammarMaker maker;
    for (const GrammarEntry& entry : source) maker.add(entry);
    return maker.finish();
}

const Cells& Grammar::of(BuyerMove move) const {
    return moves_[static_cast<std::size_t>(move)];
}

const Cells& Grammar::of(Phrase phrase) const {
    return phrases_[static_cast<std::size_t>(phrase)];
}

const Cells& Grammar::shorts(BuyerMove move) const {
    return shorts_[static_cast<std::size_t>(move)];
}

std::span<const std::string> Grammar::joins(Beat from, Beat to) const {
    return joins_[static_cast<std::size_t>(from) * kBeatCount + static_cast<std::size_t>(to)];
}

bool Grammar::joinable(std::string_view text) const {
    const std::string word = first_word(text);
    return is_i(word) || holds(lowerable_, word);
}

std::string Grammar::after_lead(std::string text) const {
    return is_i(first_word(text)) ? text : lowered(std::move(text));
}

bool Grammar::is_department(std::string_view role) const {
    const auto words = words_of(role);
    return !words.empty() && holds(departments_, words.back());
}

std::string Grammar::digest() const {
    return digest_;
}

Warmth warmth_of(const Mood& mood) {
    return mood.warmth < 2 ? Warmth::cold : mood.warmth > 2 ? Warmth::warm : Warmth::neutral;
}

Beat beat_of(BuyerMove move) {
    using enum BuyerMove;
    switch (move) {
        case shrug:
        case plain_words:
        case cut_in:
        case hurry:
        case push_back:
        case offended:
        case doubt:
        case stay_fair:
        case bemused:
        case off_subject: return Beat::resist;
        case disclose:
        case disclose_short:
        case told_already:
        case guard:
        case not_my_field:
        case nothing_there:
        case vague: return Beat::answer;
        case object:
        case object_again:
        case object_cause:
        case half_answer:
        case brush_off: return Beat::object;
        case ask:
        case ask_price:
        case ask_discount:
        case ask_back: return Beat::ask;
        case not_yet:
        case promise_vaguely:
        case accept_step:
        case accept_order:
        case accept_trade: return Beat::commit;
        case part_friendly:
        case goodbye:
        case time_up:
        case walk_out: return Beat::end;
        default: return Beat::react;  // yes, no and resolved too: a word, then the matter
    }
}

std::string_view name(Warmth warmth) {
    return kWarmths[static_cast<std::size_t>(warmth)];
}

std::string_view name(Slot slot) {
    return kSlots[static_cast<std::size_t>(slot)];
}

}  // namespace praxis::wording
