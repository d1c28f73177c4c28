#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "core/base/digest.hpp"
#include "core/language/text/word_automaton.hpp"

namespace praxis::language::text {
namespace {

using Node = Expression::Node;
using Nodes = std::vector<Node>;
using Edge = Expression::Edge;

constexpr std::size_t kLettersMost = 48;     // of a word that is written out
constexpr std::size_t kSpeltMost = 100'000;  // beginnings of words in one place

// What a place between two letters is.
struct Around {
    bool edge = false, begin = false, end = false;
};

bool takes_letter(const Edge& edge) {
    return (edge.step == Step::letter && is_of_word(edge.letter)) || edge.step == Step::rest ||
           edge.step == Step::rest_az;
}
bool needs_none(const Edge& edge) {
    return (edge.step == Step::rest || edge.step == Step::rest_az) && !edge.some;
}
bool leaves_word(const Edge& edge) {
    return edge.step == Step::edge || edge.step == Step::end || (edge.step == Step::letter && !is_of_word(edge.letter));
}

}  // namespace

// What is being made. Words are kept by their letters until all are known.
struct WordAutomatonBuilder::Loom {
    using Way = WordAutomaton::Way;
    struct Word {
        std::vector<Way> whole, beginning;
    };
    WordAutomaton all;
    std::map<std::string, Word> words;
    std::vector<std::vector<Way>> any;  // by the state before, through whatever word comes

    WordAutomaton::Ways keep(const std::vector<Way>& ways) {
        const std::size_t first = all.ways_.size();
        all.ways_.insert(all.ways_.end(), ways.begin(), ways.end());
        return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(ways.size())};
    }
};

// One expression's states.
class WordAutomatonBuilder::Weaver {
public:
    Weaver(const Expression& expression, Loom& loom) : expression_(expression), loom_(loom), all_(loom.all) {}

    std::string weave() {
        begin();
        while (!before_left_.empty() || !behind_left_.empty()) {
            if (!behind_left_.empty())
                leave(take(behind_left_));
            else
                spell_from(take(before_left_));
            if (loom_.any.size() > kStatesMost || all_.behind_.size() > kStatesMost)
                fail("With it there are too many patterns.");
            if (!wrong_.empty()) return wrong_;
        }
        ++all_.expressions_;
        return wrong_;
    }

private:
    using State = WordAutomaton::State;
    using States = WordAutomaton::States;
    struct Begins {
        Node node;
        bool text;  // at the text's beginning
        auto operator<=>(const Begins&) const = default;
    };
    static constexpr std::size_t kStatesMost = std::numeric_limits<State>::max() / 2;

    void fail(std::string wrong) {
        if (wrong_.empty()) wrong_ = std::move(wrong);
    }
    template <class T>
    static T take(std::vector<T>& from) {
        const T last = from.back();
        from.pop_back();
        return last;
    }

    void begin() {
        expect_a_word();
        expect_no_beginning_inside(expression_.start);
        for (Node node = 0; node < expression_.nodes.size(); ++node) {
            if (stays(node)) expect_no_beginning_inside(node);
            for (const Edge& edge : expression_.nodes[node])
                if (edge.step == Step::letter && (edge.letter == ' ' || edge.letter == '#'))
                    expect_more_behind(edge.to);
        }
        all_.always_.push_back(before(expression_.start));
        all_.first_.push_back(before(expression_.start, true));
        put(cross({expression_.start}, "#", {.begin = true}, false), all_.first_figure_);
        put(cross({expression_.start}, " ", {.edge = true}, false), all_.fresh_[WordAutomaton::space]);
        put(cross({expression_.start}, " #", {.edge = true}, true), all_.fresh_[WordAutomaton::figure]);
    }
    // A text has one at least, and begins with it or with a figure's sign.
    void expect_a_word() {
        if (holds_without_word({.edge = true, .end = true}, " #?") ||
            holds_without_word({.edge = true, .begin = true}, "#"))
            fail("It may hold without a word.");
    }
    bool holds_without_word(Around around, std::string_view letters) const {
        Nodes nodes = closure({expression_.start}, around);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            for (const Edge& edge : expression_.nodes[nodes[i]])
                if (edge.step == Step::letter && letters.find(edge.letter) != std::string_view::npos)
                    for (const Node each : closure({edge.to}, around))
                        if (std::find(nodes.begin(), nodes.end(), each) == nodes.end()) nodes.push_back(each);
        return std::find(nodes.begin(), nodes.end(), expression_.goal) != nodes.end();
    }
    void expect_more_behind(Node node) {
        if (reaches_goal({node}, {})) fail("It may end with a space or a #: write what comes behind it, or \\b.");
    }
    void expect_no_beginning_inside(Node node) {
        for (const Node each : closure({node}, {}))
            for (const Edge& edge : expression_.nodes[each])
                if ((edge.step == Step::letter && is_of_word(edge.letter)) || edge.step == Step::rest_az)
                    fail("It may begin inside a word: write \\b where a word begins.");
    }

    State before(Node node, bool text = false) {
        const auto [found, is_new] = before_.emplace(Begins{node, text}, static_cast<State>(loom_.any.size()));
        if (is_new) {
            loom_.any.emplace_back();
            before_left_.push_back({node, text});
        }
        return found->second;
    }
    State behind(Node node) {
        const auto [found, is_new] = behind_.emplace(node, static_cast<State>(all_.behind_.size()));
        if (is_new) {
            all_.behind_.emplace_back().expression = all_.expressions_;
            behind_left_.push_back(node);
        }
        return found->second;
    }
    void put(const Nodes& nodes, States& into) {
        for (const Node node : nodes) into.push_back(before(node));
    }

    // Whatever else it may step on without a letter.
    Nodes closure(Nodes nodes, Around around) const {
        std::set<Node> seen(nodes.begin(), nodes.end());
        for (std::size_t next = 0; next < nodes.size(); ++next)
            for (const Edge& edge : expression_.nodes[nodes[next]])
                if ((edge.step == Step::nothing || needs_none(edge) || (edge.step == Step::edge && around.edge) ||
                     (edge.step == Step::begin && around.begin) || (edge.step == Step::end && around.end)) &&
                    seen.insert(edge.to).second)
                    nodes.push_back(edge.to);
        return nodes;
    }
    bool reaches_goal(const Nodes& nodes, Around around) const {
        const Nodes all = closure(nodes, around);
        return std::find(all.begin(), all.end(), expression_.goal) != all.end();
    }
    bool stays(Node node) const {
        return std::any_of(expression_.nodes[node].begin(), expression_.nodes[node].end(),
                           [](const Edge& edge) { return edge.step == Step::anything; });
    }
    // The same place, where there is only one way to go on.
    Node shortcut(Node node) const {
        while (node != expression_.goal && expression_.nodes[node].size() == 1 &&
               expression_.nodes[node][0].step == Step::nothing)
            node = expression_.nodes[node][0].to;
        return node;
    }

    // Where the letters of a gap lead, the first of which stands `around`; an expression may begin at every one but the
    // first.
    Nodes cross(Nodes nodes, std::string_view gap, Around around, bool fresh) const {
        for (std::size_t i = 0; i < gap.size(); ++i) {
            if (i > 0 && fresh) nodes.push_back(expression_.start);
            std::set<Node> moved;
            for (const Node node : closure(std::move(nodes), i == 0 ? around : Around{}))
                for (const Edge& edge : expression_.nodes[node]) {
                    if (edge.step == Step::letter && edge.letter == gap[i]) moved.insert(shortcut(edge.to));
                    if (edge.step == Step::anything) moved.insert(node);
                }
            nodes.assign(moved.begin(), moved.end());
        }
        return nodes;
    }

    void leave(Node node) {
        const State state = behind_.at(node);
        constexpr Around kWordEnds{.edge = true};
        std::array<States, WordAutomaton::kGaps> next;
        put(cross({node}, " ", kWordEnds, false), next[WordAutomaton::space]);
        put(cross({node}, " #", kWordEnds, false), next[WordAutomaton::figure]);
        for (const Node each : closure({node}, kWordEnds))
            if (stays(each)) next[WordAutomaton::other].push_back(before(each));
        WordAutomaton::Behind& behind = all_.behind_[state];
        behind.next = std::move(next);
        behind.holds = reaches_goal({node}, kWordEnds);
        behind.holds_last = reaches_goal({node}, {.edge = true, .end = true});
        behind.holds_asked = reaches_goal(cross({node}, " ?", kWordEnds, false), {.end = true});
    }

    void spell_from(Begins from) {
        from_ = before_.at(from);
        at_beginning_ = from.text;
        spelt_.clear();
        spell(from.node, "");
    }
    void spell(Node node, const std::string& word) {
        if (!wrong_.empty() || !spelt_.insert({node, word}).second) return;
        if (word.size() > kLettersMost || spelt_.size() > kSpeltMost)
            return fail("It repeats letters within a word, or has too many words in one place.");
        if (node == expression_.goal) go_through(word, {from_, behind(node)});
        for (const Edge& edge : expression_.nodes[node]) follow(edge, node, word);
    }
    void follow(const Edge& edge, Node node, const std::string& word) {
        switch (edge.step) {
            case Step::nothing: return spell(edge.to, word);
            case Step::edge:
                if (word.empty()) spell(edge.to, word);
                return;
            case Step::begin:
                if (word.empty() && at_beginning_) spell(edge.to, word);
                return;
            case Step::end: return;
            case Step::letter:
                if (is_of_word(edge.letter)) land(shortcut(edge.to), word + edge.letter);
                return;
            case Step::anything: return go_through(word, {from_, behind(node)});
            case Step::rest:
            case Step::rest_az: return take_rest(edge, word);
        }
    }
    void land(Node node, const std::string& word) {
        const Nodes all = closure({node}, {});
        const bool ends = std::any_of(all.begin(), all.end(), [&](Node each) {
            const auto& edges = expression_.nodes[each];
            return std::any_of(edges.begin(), edges.end(), leaves_word);
        });
        if (ends) loom_.words[word].whole.push_back({from_, behind(node)});
        spell(node, word);
    }
    void take_rest(const Edge& edge, const std::string& word) {
        for (const Node each : closure({edge.to}, {})) {
            if (edge.step == Step::rest_az && (each == expression_.goal || stays(each)))
                return fail("Letters of a to z may end inside a word: write \\b where it ends.");
            for (const Edge& next : expression_.nodes[each])
                if (takes_letter(next)) return fail("Of a word's rest nothing is left for what comes behind it.");
        }
        go_through(word, {from_, behind(shortcut(edge.to)), edge.some && !word.empty(), edge.step == Step::rest_az});
        if (!edge.some && word.empty()) spell(edge.to, word);
    }
    // Through every word that begins so.
    void go_through(const std::string& word, WordAutomaton::Way way) {
        (word.empty() ? loom_.any[from_] : loom_.words[word].beginning).push_back(way);
    }

    const Expression& expression_;
    Loom& loom_;
    WordAutomaton& all_;
    std::map<Begins, State> before_;
    std::map<Node, State> behind_;
    std::vector<Begins> before_left_;
    Nodes behind_left_;
    State from_ = 0;
    bool at_beginning_ = false;
    std::set<std::pair<Node, std::string>> spelt_;
    std::string wrong_;
};

WordAutomatonBuilder::WordAutomatonBuilder() : loom_(std::make_unique<Loom>()) {}
WordAutomatonBuilder::~WordAutomatonBuilder() = default;

std::string WordAutomatonBuilder::add(const Expression& expression) {
    return Weaver(expression, *loom_).weave();
}

WordAutomaton WordAutomatonBuilder::finish() {
    WordAutomaton& all = loom_->all;
    all.words_.assign(std::bit_ceil(loom_->words.size() * 2 + 1), {});
    const std::size_t mask = all.words_.size() - 1;
    for (const auto& [letters, word] : loom_->words) {
        const std::uint64_t digest = Digest().add(letters).value();
        std::size_t at = (digest >> 32) & mask;
        while (all.words_[at].digest) at = (at + 1) & mask;
        all.words_[at] = {digest, loom_->keep(word.whole), loom_->keep(word.beginning)};
        if (!word.beginning.empty()) all.beginnings_[digest >> 6 & 31] |= std::uint64_t{1} << (digest & 63);
    }
    for (const auto& ways : loom_->any) all.before_.push_back(loom_->keep(ways));
    std::vector<Loom::Way> always;
    for (const auto state : all.always_)
        always.insert(always.end(), loom_->any[state].begin(), loom_->any[state].end());
    all.always_ways_ = loom_->keep(always);
    return std::move(all);
}

}  // namespace praxis::language::text
