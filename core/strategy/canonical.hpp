// The canonical values of a strategy's parts as a digest: what an author means, without places, comments or the order
// of keys. Two texts that mean the same have the same digest. Any thread.
#pragma once

#include "core/base/digest.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::strategy {

void fold(Digest&, const Topic&);
void fold(Digest&, const Offer&);
void fold(Digest&, const ValueDriver&);
void fold(Digest&, const Role&);
void fold(Digest&, const SellingModel&);
void fold(Digest&, const Channel&);
void fold(Digest&, const Partner&);
void fold(Digest&, const Segment&);
void fold(Digest&, const Indicator&);
void fold(Digest&, const Behaviour&);
void fold(Digest&, const ScenarioOverride&);
void fold(Digest&, const Strategy&);
void fold(Digest&, const Scenario&);  // all but its digest, and not the strategy's version

template <class T>
std::uint64_t digest_of(const T& part) {
    Digest digest;
    fold(digest, part);
    return digest.value();
}

}  // namespace praxis::strategy
