#include <algorithm>

#include "adapters/files/strategies/parts.hpp"

namespace praxis::files {
namespace {

using strategy::Behaviour;
using strategy::EventPattern;
using strategy::Indicator;
using strategy::Operator;

std::vector<std::string> words_of(std::size_t count, auto named) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) words.emplace_back(named(i));
    return words;
}

const std::vector<std::string>& event_words() {
    static const auto kWords =
        words_of(kDerivedEventCount, [](std::size_t i) { return praxis::name(static_cast<DerivedEvent>(i)); });
    return kWords;
}

const std::vector<std::string>& move_words() {
    static const auto kWords =
        words_of(kBuyerMoveCount, [](std::size_t i) { return praxis::name(static_cast<BuyerMove>(i)); });
    return kWords;
}

template <class Set>
void read_set(const Node& node, const std::vector<std::string>& known, Set& into, Page& page) {
    into = {};
    const auto add = [&](const Node& word) {
        std::size_t index = 0;
        if (one_of(word, known, index, page)) into = into | Set::of_bits(std::uint64_t{1} << index);
    };
    if (node.kind == Node::Kind::word) return add(node);
    if (!is_list(node, page)) return;
    for (const Node& item : node.items) add(item);
}

bool among(const std::vector<std::string>& words, const std::string& text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// `of: price_talk`: an act, a group of acts, a derived event or a buyer's move, by its name alone.
void read_shorthand(const Node& node, EventPattern& into, Page& page) {
    if (among(event_words(), node.text)) return read_set(node, event_words(), into.derived, page);
    if (among(move_words(), node.text)) {
        into.by = strategy::By::buyer;
        return read_set(node, move_words(), into.moves, page);
    }
    if (act_named(node.text) || act_group_named(node.text)) return read(node, into.acts, page);
    std::vector<std::string> known =
        words_of(kActCount, [](std::size_t i) { return praxis::name(static_cast<Act>(i)); });
    known.insert(known.end(), event_words().begin(), event_words().end());
    known.insert(known.end(), move_words().begin(), move_words().end());
    page.error(node.at, "'" + node.text.substr(0, 80) + "' is no act, derived event or buyer's move",
               mend_name(node.text, known));
}

// Topics of a pattern; '@disclosed' and '@objection' stand for those of the moment.
void refer_about(Fields& fields, const Node& node, std::vector<std::string>& into, Page& page) {
    fields.take("about", into);
    if (const Node* about = node.find("about"))
        for (const Node& item : about->items) {
            if (!item.text.starts_with('@'))
                page.names.emplace_back(item.text, item.at);
            else if (item.text != "@disclosed" && item.text != "@objection")
                page.error(item.at, "'" + item.text.substr(0, 80) + "' is not known here",
                           mend_name(item.text, {"@disclosed", "@objection"}));
        }
}

void take_operator(Fields& fields, const Node& node, Indicator& into, Page& page) {
    constexpr double kTimesMax = 50;
    int operators = 0;
    if (fields.has("at_least")) ++operators, into.op = Operator::at_least;
    fields.within("at_least", into.n, 1, kTimesMax);
    if (fields.has("at_most")) ++operators, into.op = Operator::at_most;
    fields.within("at_most", into.n, 0, kTimesMax);
    bool absent = true;
    if (fields.has("absent")) ++operators, into.op = Operator::absent;
    fields.take("absent", absent);
    if (!absent) page.error(node.find("absent")->at, "'absent' can only be true", "use at_least: 1 for the opposite");
    if (fields.has("ratio")) ++operators, into.op = Operator::ratio;
    fields.within("ratio", into.value, 0, 10);
    if (operators > 1)
        page.error(into.at, "this indicator counts in more than one way",
                   "keep one of at_least, at_most, absent, ratio");
    if ((into.op == Operator::ratio) != fields.has("per"))
        page.error(into.at, "'ratio' and 'per' belong together", "ratio: 0.5, per: open_question");
}

}  // namespace

void read(const Node& node, EventPattern& into, Page& page) {
    if (node.kind == Node::Kind::word) return read_shorthand(node, into, page);
    Fields fields(node, "pattern", page);
    fields.take("act", into.acts);
    if (const Node* event = fields.inner("event")) read_set(*event, event_words(), into.derived, page);
    if (const Node* move = fields.inner("move")) read_set(*move, move_words(), into.moves, page);
    if (!into.moves.empty()) into.by = strategy::By::buyer;
    if (const Node* by = fields.inner("by")) {
        std::size_t index = 0;
        if (one_of(*by, {"rep", "buyer"}, index, page)) into.by = static_cast<strategy::By>(index);
    }
    refer_about(fields, node, into.about, page);
    fields.take("stage", into.stage).refer("role", into.role).done();
    if (node.kind == Node::Kind::map && into.acts.empty() && into.derived.empty() && into.moves.empty())
        page.error(node.at, "this pattern names nothing that could happen", "give it an act, an event or a move");
}

void read(const Node& node, Indicator& into, Page& page) {
    Fields fields(node, "indicator", page);
    fields.at(into.at).id(into.id).need("says", into.says).need("of", into.of);
    take_operator(fields, node, into, page);
    fields.take("per", into.per)
        .take("before", into.before)
        .take("after", into.after)
        .within("within", into.within, 1, 50)
        .done();
}

void read(const Node& node, strategy::AppliesTo& into, Page& page) {
    Fields(node, "when", page)
        .refer("segments", into.segments)
        .refer("roles", into.roles)
        .refer("models", into.models)
        .refer("channels", into.channels)
        .take("kinds", into.kinds)
        .take("relationships", into.relationships)
        .take("quote_wins", into.quote_wins)
        .take("challenge_welcome", into.challenge_welcome)
        .done();
}

void read(const Node& node, Behaviour& into, Page& page) {
    Fields fields(node, "behaviour", page);
    const bool tuned = fields.has("use");
    fields.at(into.at).refer("use", into.id);
    if (tuned)
        fields.take("id", into.id);
    else
        fields.id(into.id).need("name", into.name).need("skill", into.skill).need("indicators", into.indicators);
    fields.take("was", into.was)
        .take("name", into.name)
        .take("why", into.why)
        .take("skill", into.skill)
        .take("when", into.when)
        .refer("serves", into.serves)
        .take("indicators", into.indicators)
        .within("needed", into.needed, 1, 20)
        .take("tip", into.tip)
        .done();
}

std::vector<Behaviour> merge_behaviours(const Node& root, std::vector<Behaviour> merged, Page& page) {
    const std::vector<std::string> standard = words_of(merged.size(), [&](std::size_t i) { return merged[i].id; });
    const auto place_of = [&](const std::string& id) {
        return std::find_if(merged.begin(), merged.end(), [&](const Behaviour& b) { return b.standard && b.id == id; });
    };
    if (const Node* own = root.find("behaviours"); own != nullptr && is_list(*own, page))
        for (const Node& node : own->items) {
            const Node* used = node.find("use");
            const bool known = used != nullptr && among(standard, used->text);
            if (used != nullptr && !known)
                page.error(used->at, "there is no standard behaviour '" + used->text.substr(0, 80) + "'",
                           mend_name(used->text, standard));
            Behaviour behaviour = known ? *place_of(used->text) : Behaviour{};
            read(node, behaviour, page);
            const auto replaced = place_of(behaviour.id);
            behaviour.standard = known;
            if (replaced == merged.end())
                merged.push_back(std::move(behaviour));
            else
                *replaced = std::move(behaviour);
        }
    if (const Node* without = root.find("without"); without != nullptr && is_list(*without, page))
        for (const Node& word : without->items) {
            std::size_t index = 0;
            if (one_of(word, standard, index, page))
                std::erase_if(merged, [&](const Behaviour& b) { return b.standard && b.id == word.text; });
        }
    return merged;
}

}  // namespace praxis::files
