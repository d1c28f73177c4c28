#include "core/foresight/candidates.hpp"

#include <algorithm>

#include "core/buyer/buyer.hpp"

namespace praxis::foresight {
namespace {

class Sieve final : public MoveVisitor {
public:
    Sieve(const Position& at, Budget budget, Candidates& kept) : at_(at), budget_(budget), kept_(kept) {}

    void take(const Move& move) override { consider({move, {}, 0, false}); }

    void consider(Candidate candidate) {
        if (kept_.steps + kProbes > budget_.steps) return;
        kept_.steps += kProbes;
        candidate.answer = likely_answer(at_, candidate.move.heard, kProbes);
        if (!candidate.practised && !worth_considering(candidate)) return;
        candidate.promise = promise(candidate.answer.change);
        if (Candidate* twin = alike(candidate)) {
            twin->practised = twin->practised || candidate.practised;
        } else {
            keep(candidate);
        }
    }

private:
    // A recap or sympathy makes every question pleasant; what counts is whether the question itself is answered.
    static bool worth_considering(const Candidate& candidate) {
        const Move& move = candidate.move;
        return move.listens && is_question(move.kind) ? candidate.answer.ever_tells : candidate.answer.ever_gains;
    }

    Candidate* alike(const Candidate& candidate) {
        Candidate* end = kept_.list.data() + kept_.count;
        Candidate* found = std::find_if(kept_.list.data(), end, [&](const Candidate& other) {
            return other.answer.digest == candidate.answer.digest;
        });
        return found == end ? nullptr : found;
    }

    void keep(const Candidate& candidate) {
        if (kept_.count < kMovesMax) {
            kept_.list[kept_.count++] = candidate;
            return;
        }
        const auto least = std::min_element(kept_.list.begin(), kept_.list.end(),
                                            [](const auto& a, const auto& b) { return a.promise < b.promise; });
        if (least->promise < candidate.promise || candidate.practised) *least = candidate;
    }

    const Position& at_;
    Budget budget_;
    Candidates& kept_;
};

}  // namespace

Candidates candidates(const Position& at, Budget budget) {
    Candidates kept;
    if (buyer::over(at.state)) return kept;
    Sieve sieve(at, budget, kept);
    Move practised;
    practised.heard = next_of_competent(at.state, at.scene, at.seed, 0);
    if (practised.heard.topic_count > 0) practised.topic = practised.heard.topics[0];
    visit_moves(at.state, at.scene, sieve);
    sieve.consider({practised, {}, 0, true});
    return kept;
}

}  // namespace praxis::foresight
