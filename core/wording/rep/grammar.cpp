#include "core/wording/rep/grammar.hpp"

#include <algorithm>

#include "core/base/digest.hpp"
#include "core/base/nearest.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 3> kRegisters = {"plain", "terse", "formal"};
constexpr std::array<std::string_view, kLeadCount> kLeads = {"recap", "sympathy", "acknowledge", "reply"};
constexpr std::array<std::string_view, kConditionCount> kConditions = {
    "phone", "video",    "in-person", "partner",   "chat",  "spot",      "told",   "untold",  "bare",  "pain",
    "asked", "objected", "cause",     "no-cause",  "proof", "no-proof",  "unsaid", "figures", "limit", "owner",
    "trade", "unfit",    "fit",       "reference", "trial", "guarantee", "paper",  "expert"};
constexpr std::array<std::string_view, kSlotCount> kSlots = {
    "topic",  "thing", "them",      "said",  "words",  "figure",   "name",  "company",
    "us",     "me",    "objection", "cause", "answer", "proof",    "offer", "limit",
    "effect", "owner", "date",      "days",  "price",  "discount", "give",  "get"};
constexpr Slots kSentences{Slot::answer, Slot::proof, Slot::offer, Slot::limit};

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

std::string near(std::string_view wanted, const auto& table) {
    const std::string nearest_name = nearest(wanted, Names(table.begin(), table.end()));
    return nearest_name.empty() ? "docs/rep-lines.md lists them" : "did you mean '" + nearest_name + "'?";
}

bool begins_sentence(std::string_view before) {
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.empty() || before.ends_with('.') || before.ends_with('?') || before.ends_with(':') ||
           before.ends_with('}');
}

}  // namespace

// Collects entries and problems; the Grammar comes out whole or not at all.
class GrammarMaker {
public:
    void add(const GrammarEntry& entry) {
        if (entry.section == "lines")
            add_move(entry);
        else if (entry.section == "leads")
            add_lead(entry);
        else if (entry.section == "words")
            add_words(entry);
        else if (entry.section == "pairs")
            add_pair(entry);
        else if (entry.section == "dates")
            grammar_.dates_.push_back(entry.text);
        else
            fault(entry, "unknown section '" + entry.section + "'", "use lines, leads, words, pairs or dates");
    }

    Result<Grammar, Problems> finish() {
        for (int i = 0; i < kRepMoveCount; ++i)
            if (const auto move = static_cast<RepMove>(i); move != RepMove::as_practised)
                count("lines", praxis::name(move), grammar_.of(move));
        for (int i = 0; i < kLeadCount; ++i)
            count("leads", rep::name(static_cast<Lead>(i)), grammar_.of(static_cast<Lead>(i)));
        if (grammar_.dates_.empty()) problems_.push_back({Severity::error, {}, "there are no dates", "add a few"});
        for (Names* list : lists()) std::ranges::sort(*list);
        if (has_error(problems_)) return refuse(std::move(problems_));
        return std::move(grammar_);
    }

private:
    void fault(const GrammarEntry& entry, std::string what, std::string mend) {
        problems_.push_back({Severity::error, entry.at, std::move(what), std::move(mend)});
    }

    void count(std::string_view section, std::string_view what, const Cells& cells) {
        std::size_t lines = 0;
        for (const Cell& cell : cells) lines += cell.lines.size();
        if (lines >= kVariantsMin) return;
        problems_.push_back(
            {Severity::error,
             {},
             std::string(section) + " has " + std::to_string(lines) + " ways to say '" + std::string(what) + "'",
             "write at least " + std::to_string(kVariantsMin)});
    }

    std::array<Names*, 10> lists() {
        return {&grammar_.departments_,
                &grammar_.an_words_,
                &grammar_.a_words_,
                &grammar_.turnabout_.unfit,
                &grammar_.turnabout_.lowerable,
                &grammar_.names_.openers,
                &grammar_.names_.ends,
                &grammar_.names_.plurals,
                &grammar_.names_.singulars,
                &grammar_.turnabout_.verbs};
    }

    void add_move(const GrammarEntry& entry) {
        const auto move = rep_move_named(entry.name);
        if (!move) {
            Names known;
            for (int i = 0; i < kRepMoveCount; ++i) known.emplace_back(praxis::name(static_cast<RepMove>(i)));
            return fault(entry, "unknown move '" + entry.name + "'", near(entry.name, known));
        }
        if (*move == RepMove::as_practised)
            return fault(entry, "'as_practised' has no lines", "it is said by what it consists of");
        add_line(entry, grammar_.lines_[static_cast<std::size_t>(*move)]);
    }

    void add_lead(const GrammarEntry& entry) {
        const auto lead = index_of(kLeads, entry.name);
        if (!lead) return fault(entry, "unknown lead '" + entry.name + "'", near(entry.name, kLeads));
        add_line(entry, grammar_.leads_[*lead]);
    }

    void add_words(const GrammarEntry& entry) {
        constexpr std::array<std::string_view, 10> kLists = {"departments", "an",   "a",       "unfit",     "lowerable",
                                                             "openers",     "ends", "plurals", "singulars", "verbs"};
        const auto list = index_of(kLists, entry.name);
        if (!list) return fault(entry, "unknown word list '" + entry.name + "'", near(entry.name, kLists));
        for (const std::string_view word : split(entry.text)) lists()[*list]->emplace_back(word);
    }

    void add_pair(const GrammarEntry& entry) {
        const std::size_t sign = entry.text.find(" = ");
        auto* table = entry.name == "turned"  ? &grammar_.turnabout_.phrases
                      : entry.name == "units" ? &grammar_.units_
                                              : nullptr;
        if (table == nullptr) return fault(entry, "unknown pairs '" + entry.name + "'", "turned or units");
        if (sign == std::string::npos) return fault(entry, "a pair needs ' = '", "write 'my = your'");
        table->emplace(entry.text.substr(0, sign), entry.text.substr(sign + 3));
    }

    void add_line(const GrammarEntry& entry, Cells& cells) {
        Line line;
        line.text = entry.text;
        if (!take_conditions(entry, line) || !take_slots(entry, line) || !well_formed(entry, line)) return;
        line.words = static_cast<std::uint8_t>(words_of(line.text).size());
        line.key = Digest().add(entry.section).add(entry.name).add(entry.text).value();
        const auto manner = index_of(kRegisters, entry.cell);
        if (!manner && entry.cell != "any")
            return fault(entry, "unknown cell '" + entry.cell + "'", "any, plain, terse or formal");
        const auto wanted = manner ? std::optional(static_cast<Register>(*manner)) : std::nullopt;
        for (Cell& cell : cells) {
            const bool known = std::ranges::any_of(cell.lines, [&](const Line& o) { return o.key == line.key; });
            if (known) return fault(entry, "the line stands twice: " + line.text, "leave one out");
        }
        for (Cell& cell : cells)
            if (cell.manner == wanted) return cell.lines.push_back(std::move(line));
        cells.push_back({wanted, {std::move(line)}});
    }

    bool take_conditions(const GrammarEntry& entry, Line& line) {
        if (!line.text.starts_with('[')) return true;
        const std::size_t close = line.text.find("] ");
        if (close == std::string::npos)
            return fault(entry, "conditions are not closed", "write '[spot] It comes to {price}.'"), false;
        for (const std::string_view part : split(std::string_view(line.text).substr(1, close - 1))) {
            const auto found = index_of(kConditions, part);
            if (!found)
                return fault(entry, "unknown condition '" + std::string(part) + "'", near(part, kConditions)), false;
            line.conditions.insert(static_cast<Condition>(*found));
        }
        line.text.erase(0, close + 2);
        return true;
    }

    bool take_slots(const GrammarEntry& entry, Line& line) {
        for (std::size_t open = line.text.find('{'); open != std::string::npos; open = line.text.find('{', open + 1)) {
            const std::size_t close = line.text.find('}', open);
            if (close == std::string::npos) return fault(entry, "a slot is not closed", "write '{topic}'"), false;
            const std::string slot = line.text.substr(open + 1, close - open - 1);
            if (slot.find('|') != std::string::npos) {
                line.agrees = true;
                continue;
            }
            const auto found = index_of(kSlots, slot);
            if (!found) return fault(entry, "unknown slot '" + slot + "'", near(slot, kSlots)), false;
            line.slots.insert(static_cast<Slot>(*found));
            if (!stands_well(line.text, open, close, static_cast<Slot>(*found)))
                return fault(entry, "{" + slot + "} is a whole sentence", "let it begin and end one"), false;
        }
        return true;
    }

    static bool stands_well(std::string_view text, std::size_t open, std::size_t close, Slot slot) {
        if (!kSentences.has(slot)) return true;
        return begins_sentence(text.substr(0, open)) && (close + 1 == text.size() || text[close + 1] == ' ');
    }

    bool well_formed(const GrammarEntry& entry, const Line& line) {
        const bool ends = line.text.ends_with('.') || line.text.ends_with('?') || line.text.ends_with('}');
        if (!ends) return fault(entry, "the line does not end: " + line.text, "end it with . or ?"), false;
        if (line.agrees && !line.slots.any({Slot::topic, Slot::thing}))
            return fault(entry, "nothing for {…|…} to agree with: " + line.text, "name {thing} or {topic}"), false;
        if (words_of(line.text).size() > kLineWords) return fault(entry, "the line is too long", "shorten it"), false;
        return true;
    }

    Grammar grammar_;
    Problems problems_;
};

Result<Grammar, Problems> Grammar::make(const GrammarSource& source) {
    GrammarMaker maker;
    for (const GrammarEntry& entry : source) maker.add(entry);
    return maker.finish();
}

std::string Grammar::unit(const std::string& written) const {
    const auto found = units_.find(written);
    return found == units_.end() ? written : found->second;
}

bool Grammar::is_department(std::string_view role) const {
    const auto words = words_of(role);
    return !words.empty() && std::ranges::binary_search(departments_, words.back());
}

bool Grammar::takes_an(std::string_view text) const {
    const auto words = words_of(text.substr(0, 40));
    if (words.empty()) return false;
    const auto begins = [&](const Names& list) {
        return std::ranges::any_of(list, [&](const std::string& stem) { return words.front().starts_with(stem); });
    };
    if (begins(an_words_)) return true;
    if (begins(a_words_)) return false;
    return std::string_view("aeiou8").find(words.front().front()) != std::string_view::npos;
}

Register register_for(strategy::Style style) {
    if (style == strategy::Style::terse) return Register::terse;
    return style == strategy::Style::formal ? Register::formal : Register::plain;
}

std::string_view name(Lead lead) {
    return kLeads[static_cast<std::size_t>(lead)];
}

std::string_view name(Slot slot) {
    return kSlots[static_cast<std::size_t>(slot)];
}

std::string_view name(Condition condition) {
    return kConditions[static_cast<std::size_t>(condition)];
}

}  // namespace praxis::wording::rep
