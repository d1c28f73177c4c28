#include "core/strategy/checks/formula.hpp"

#include <algorithm>
#include <charconv>

namespace praxis::strategy {
namespace {

class Parser {
public:
    Parser(std::string_view text, const std::function<double(std::string_view)>& value_of)
        : text_(text), value_of_(value_of) {}

    Result<double, std::string> run() {
        const double value = sum();
        skip_spaces();
        if (wrong_.empty() && at_ < text_.size()) fail("'" + std::string(1, text_[at_]) + "' is not expected here");
        if (!wrong_.empty()) return refuse(wrong_);
        return value;
    }

private:
    static constexpr int kDepthMax = 50;

    void fail(std::string why) {
        if (wrong_.empty()) wrong_ = std::move(why);
        at_ = text_.size();
    }
    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool take(char c) {
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    double sum() {
        double value = product();
        while (wrong_.empty()) {
            if (take('+'))
                value += product();
            else if (take('-'))
                value -= product();
            else
                break;
        }
        return value;
    }
    double product() {
        double value = factor();
        while (wrong_.empty()) {
            if (take('*'))
                value *= factor();
            else if (take('/'))
                value /= factor();
            else
                break;
        }
        return value;
    }
    double factor() {
        if (take('-')) return -nested([&] { return factor(); });
        if (take('(')) {
            const double value = nested([&] { return sum(); });
            if (!take(')')) fail("a bracket is not closed");
            return value;
        }
        skip_spaces();
        if (at_ >= text_.size()) return fail("a number or a name is missing at the end"), 0;
        const char c = text_[at_];
        if ((c >= '0' && c <= '9') || c == '.') return number();
        if (is_letter(c)) return name();
        return fail("'" + std::string(1, c) + "' is not expected here"), 0;
    }
    template <class Inner>
    double nested(Inner inner) {
        if (++depth_ > kDepthMax) return fail("the brackets are too deep"), 0;
        const double value = inner();
        --depth_;
        return value;
    }
    double number() {
        double value = 0;
        const auto [stop, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc{}) return fail("this is no number"), 0;
        at_ = static_cast<std::size_t>(stop - text_.data());
        return value;
    }
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
    // A '-' inside a word belongs to it when a letter or digit follows at once: ids are written so.
    double name() {
        const std::size_t begin = at_;
        const auto belongs = [&](std::size_t i) { return is_letter(text_[i]) || (text_[i] >= '0' && text_[i] <= '9'); };
        while (at_ < text_.size() &&
               (belongs(at_) || (text_[at_] == '-' && at_ + 1 < text_.size() && belongs(at_ + 1))))
            ++at_;
        return value_of_(text_.substr(begin, at_ - begin));
    }

    std::string_view text_;
    const std::function<double(std::string_view)>& value_of_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::string wrong_;
};

}  // namespace

Result<double, std::string> evaluate(std::string_view formula,
                                     const std::function<double(std::string_view)>& value_of) {
    return Parser(formula, value_of).run();
}

Result<Slugs, std::string> names_in(std::string_view formula) {
    Slugs names;
    const auto note = [&](std::string_view name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
        return 1.0;
    };
    return evaluate(formula, note).map([&](double) { return names; });
}

}  // namespace praxis::strategy
