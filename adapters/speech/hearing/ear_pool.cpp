#include "adapters/speech/hearing/ear_pool.hpp"

#include <algorithm>

namespace praxis::speech {

std::unique_ptr<Decoder> EarPool::lend(const std::vector<ExpectedWord>& expects) {
    std::unique_ptr<Decoder> idle;
    {
        const std::lock_guard lock(mutex_);
        if (lent_ >= most_) return nullptr;
        ++lent_;
        idle = idle_one(expects);
    }
    if (idle) return idle;
    try {
        return std::make_unique<Decoder>(model_, expects);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        --lent_;
        throw;
    }
}

// Words cannot be taken out of a decoder again, so one that expects others makes room for a new one, where there is
// none to spare.
std::unique_ptr<Decoder> EarPool::idle_one(const std::vector<ExpectedWord>& expects) {
    const auto fits = [&](const Idle& idle) { return idle.expects == expects; };
    const auto found = std::find_if(idle_.begin(), idle_.end(), fits);
    std::unique_ptr<Decoder> decoder;
    if (found != idle_.end()) {
        decoder = std::move(found->decoder);
        idle_.erase(found);
    } else if (static_cast<int>(idle_.size()) + lent_ > most_) {
        idle_.erase(idle_.begin());
    }
    return decoder;
}

void EarPool::take_back(std::unique_ptr<Decoder> decoder, std::vector<ExpectedWord> expects) {
    decoder->forget();
    const std::lock_guard lock(mutex_);
    --lent_;
    idle_.push_back({std::move(decoder), std::move(expects)});
}

}  // namespace praxis::speech
