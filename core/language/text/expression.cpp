#include "core/language/text/expression.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace praxis::language::text {
namespace {

using Node = Expression::Node;

constexpr std::size_t kNodesMost = 20'000;
constexpr int kDeepest = 20, kTimesMost = 50, kForEver = -1;

class Parser {
public:
    Parser(std::string_view text, Expression& into) : text_(text), all_(into) {}

    // What is wrong; empty: nothing.
    std::string parse() {
        const Part whole = alternatives();
        if (at_ < text_.size()) fail("A ) closes no group.");
        all_.start = whole.in;
        all_.goal = whole.out;
        return wrong_;
    }

private:
    struct Part {
        Node in, out;
    };
    struct Times {
        int least = 1, most = 1;
    };

    // Nothing is left to be parsed then, so everybody comes to an end.
    void fail(const std::string& wrong) {
        if (wrong_.empty()) wrong_ = wrong;
        text_ = {};
    }

    Node node() {
        if (all_.nodes.size() >= kNodesMost) {
            fail("It is too long once its repetitions are written out.");
            return 0;
        }
        all_.nodes.emplace_back();
        return static_cast<Node>(all_.nodes.size() - 1);
    }
    void link(Node from, Node to, Step step = Step::nothing, char letter = 0, bool some = false) {
        all_.nodes[from].push_back({step, letter, some, to});
    }
    Part single(Step step, char letter = 0, bool some = false) {
        const Part part{node(), node()};
        link(part.in, part.out, step, letter, some);
        return part;
    }
    bool at_end() const { return at_ >= text_.size(); }
    bool comes(std::string_view what) const { return !at_end() && text_.substr(at_).starts_with(what); }
    bool take(std::string_view what) {
        if (!comes(what)) return false;
        at_ += what.size();
        return true;
    }

    Part alternatives() {
        const Part part{node(), node()};
        do {
            const Part one = sequence();
            link(part.in, one.in);
            link(one.out, part.out);
        } while (take("|"));
        return part;
    }

    Part sequence() {
        Part part{node(), 0};
        part.out = part.in;
        while (!at_end() && !comes("|") && !comes(")")) {
            const Part one = repeated();
            link(part.out, one.in);
            part.out = one.out;
        }
        return part;
    }

    // Each time is parsed anew, from where its text begins.
    Part repeated() {
        const std::size_t begin = at_;
        Part one = atom();
        const Times times = this->times();
        const std::size_t end = at_;
        if (times.least == 1 && times.most == 1) return one;
        const Part all{node(), node()};
        Node reached = all.in;
        const int written = times.most == kForEver ? std::max(times.least, 1) : times.most;
        for (int i = 0; i < written; ++i) {
            at_ = begin;
            if (i > 0) one = atom();
            if (i >= times.least) link(reached, all.out);
            link(reached, one.in);
            reached = one.out;
        }
        if (times.most == kForEver) link(reached, one.in);
        link(reached, all.out);
        at_ = end;
        return all;
    }

    Times times() {
        if (take("?")) return {0, 1};
        if (take("*")) return {0, kForEver};
        if (take("+")) return {1, kForEver};
        if (!take("{")) return {};
        Times times;
        times.least = times.most = number();
        if (take(",")) times.most = comes("}") ? kForEver : number();
        if (!take("}")) fail("A { has no }.");
        if (times.most == 0 || (times.most != kForEver && times.most < times.least))
            fail("A repetition ends before it begins.");
        return times;
    }
    int number() {
        int value = -1;
        const std::string_view left = at_end() ? std::string_view() : text_.substr(at_);
        const auto [end, error] = std::from_chars(left.data(), left.data() + left.size(), value);
        if (error != std::errc() || value < 0 || value > kTimesMost) {
            fail("A repetition is a number up to " + std::to_string(kTimesMost) + ".");
            return 1;
        }
        at_ += static_cast<std::size_t>(end - left.data());
        return value;
    }

    Part atom() {
        if (take("(")) return group();
        if (take("\\b")) return single(Step::edge);
        if (take("^")) return single(Step::begin);
        if (take("$")) return single(Step::end);
        if (take("\\?")) return single(Step::letter, '?');
        if (take(".*")) return once(anything());
        if (take("\\w")) return once(rest(Step::rest));
        if (take("[a-z]")) return once(rest(Step::rest_az));
        if (take("[")) return one_of();
        const char c = at_end() ? '\0' : text_[at_];
        if (!is_of_word(c) && c != ' ' && c != '#') fail("'" + std::string(1, c) + "' may not stand there.");
        ++at_;
        return single(Step::letter, c);
    }

    Part group() {
        if (++depth_ > kDeepest) fail("Its groups are nested too deep.");
        const Part inside = alternatives();
        if (!take(")")) fail("A ( has no ).");
        --depth_;
        return inside;
    }

    Part anything() {
        const Part part{node(), node()};
        link(part.in, part.in, Step::anything);
        link(part.in, part.out);
        return part;
    }

    Part rest(Step step) {
        if (take("+")) return single(step, 0, true);
        if (take("*")) return single(step);
        fail("Any letter is \\w+ or \\w*, or [a-z]+: the rest of a word.");
        return single(step);
    }

    // RE2 takes .*? and \w+? for a search that is content with less.
    Part once(Part part) {
        if (comes("?") || comes("*") || comes("+") || comes("{"))
            fail("What takes any letters is not repeated: put it into a group.");
        return part;
    }

    Part one_of() {
        const Part part{node(), node()};
        for (; !at_end() && is_of_word(text_[at_]); ++at_) link(part.in, part.out, Step::letter, text_[at_]);
        if (!take("]")) fail("Between [ and ] stand single letters.");
        return part;
    }

    std::string_view text_;
    Expression& all_;
    std::string wrong_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

Result<Expression, std::string> Expression::parse(std::string_view text) {
    Expression expression;
    std::string wrong = Parser(text, expression).parse();
    if (!wrong.empty()) return refuse(std::move(wrong));
    return expression;
}

}  // namespace praxis::language::text
