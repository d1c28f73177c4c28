#include "tools/train_language/examples.hpp"

#include <algorithm>

namespace praxis::train_language {

Examples::Number Examples::add(std::span<const language::Feature> features, std::uint64_t labels) {
    for (const language::Feature feature : features) features_.push_back(number_of(feature));
    begins_.push_back(features_.size());
    labels_.push_back(labels);
    return static_cast<Number>(labels_.size() - 1);
}

std::vector<language::Feature> Examples::named(Number example) const {
    std::vector<language::Feature> result;
    for (const std::uint32_t number : features(example)) result.push_back(feature(number));
    return result;
}

std::uint32_t Examples::number_of(language::Feature feature) {
    if ((names_.size() + 1) * 2 > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = feature & mask;
    for (; slots_[at]; at = (at + 1) & mask)
        if (names_[slots_[at] - 1] == feature) return slots_[at] - 1;
    names_.push_back(feature);
    slots_[at] = static_cast<std::uint32_t>(names_.size());
    return slots_[at] - 1;
}

void Examples::grow() {
    slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < names_.size(); ++number) {
        std::size_t at = names_[number] & mask;
        while (slots_[at]) at = (at + 1) & mask;
        slots_[at] = number + 1;
    }
}

}  // namespace praxis::train_language
