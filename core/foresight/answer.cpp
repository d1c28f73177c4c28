#include "core/foresight/answer.hpp"

#include <algorithm>
#include <array>

#include "core/base/digest.hpp"
#include "core/buyer/buyer.hpp"

namespace praxis::foresight {
namespace {

bool same_moves(const Intention& a, const Intention& b) {
    return a.count == b.count && a.ends == b.ends &&
           std::equal(a.moves.begin(), a.moves.begin() + a.count, b.moves.begin());
}

struct Sample {
    Intention intention;
    buyer::State after;  // where the first answered so led to
    std::uint32_t times = 0;
};

buyer::Step step_of(const Position& at, const Observation& heard, std::uint32_t rollout) {
    return buyer::step(customer_of(at, rollout), heard, at.scene, seed_of(at, rollout));
}

buyer::State reached_by(const Position& at, const buyer::Step& next) {
    return buyer::deliver(next.state, next.intention, next.intention.count, at.scene);
}

}  // namespace

Answer likely_answer(const Position& at, const Observation& heard, std::uint32_t samples) {
    std::array<Sample, kSamplesMax> seen{};
    std::uint32_t kinds = 0;
    Answer answer;
    Digest digest;
    const std::uint32_t count = std::clamp<std::uint32_t>(samples, 1, kSamplesMax);
    for (std::uint32_t n = 0; n < count; ++n) {
        const buyer::Step next = step_of(at, heard, n);
        const buyer::State reached = reached_by(at, next);
        const Change change = change_between(at.state, reached);
        answer.ever_gains = answer.ever_gains || gains(change);
        answer.ever_tells = answer.ever_tells || tells(change);
        digest.add(buyer::digest(reached));
        std::uint32_t k = 0;
        while (k < kinds && !same_moves(seen[k].intention, next.intention)) ++k;
        if (k == kinds) seen[kinds++] = {next.intention, reached, 0};
        ++seen[k].times;
    }
    std::uint32_t best = 0;
    for (std::uint32_t k = 1; k < kinds; ++k)
        if (seen[k].times > seen[best].times) best = k;
    answer.intention = seen[best].intention;
    answer.likelihood = static_cast<double>(seen[best].times) / count;
    answer.after = seen[best].after;
    answer.change = change_between(at.state, answer.after);
    answer.digest = digest.value();
    return answer;
}

}  // namespace praxis::foresight
