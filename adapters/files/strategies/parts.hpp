// The readers of the strategy's structs: each is the list of its keys. docs/strategy-format.md explains the keys to
// authors, data/schema/strategy.schema.json names the same ones (a test holds the two together).
#pragma once

#include "adapters/files/strategies/fields.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::files {

constexpr double kMoneyMax = 1e12;

void read(const Node&, strategy::Topic& into, Page&);
void read(const Node&, strategy::Fact& into, Page&);  // a segment's own fact
void read(const Node&, strategy::Pain& into, Page&);  // names its facts PAIN.problem, PAIN.implication-1 …
void read(const Node&, strategy::Cause& into, Page&);
void read(const Node&, strategy::Objection& into, Page&);

void read(const Node&, strategy::Proof& into, Page&);
void read(const Node&, strategy::Capability& into, Page&);
void read(const Node&, strategy::ForbiddenClaim& into, Page&);
void read(const Node&, strategy::ValueProposition& into, Page&);
void read(const Node&, strategy::Terms& into, Page&);
void read(const Node&, strategy::Offer& into, Page&);
void read(const Node&, strategy::ValueDriver::Input& into, Page&);
void read(const Node&, strategy::ValueDriver& into, Page&);

void read(const Node&, strategy::Priority& into, Page&);
void read(const Node&, strategy::RelationshipObjective& into, Page&);
void read(const Node&, strategy::Alternative& into, Page&);
void read(const Node&, strategy::Disqualifier& into, Page&);
void read(const Node&, strategy::Person& into, Page&);
void read(const Node&, strategy::Request& into, Page&);
void read(const Node&, strategy::BuyerQuestion& into, Page&);
void read(const Node&, strategy::Segment& into, Page&);

void read(const Node&, strategy::Company& into, Page&);
void read(const Node&, strategy::Role& into, Page&);
void read(const Node&, strategy::SellingModel::StageStep& into, Page&);
void read(const Node&, strategy::SellingModel& into, Page&);
void read(const Node&, strategy::Channel& into, Page&);
void read(const Node&, strategy::Partner& into, Page&);
void read(const Node&, strategy::ScenarioOverride& into, Page&);
void read(const Node&, strategy::Strategy& into, Page&);  // all but `behaviours` and `without`

void read(const Node&, strategy::EventPattern& into, Page&);
void read(const Node&, strategy::Indicator& into, Page&);
void read(const Node&, strategy::AppliesTo& into, Page&);
void read(const Node&, strategy::Behaviour& into, Page&);  // `into` keeps what it has where a key is absent

// The behaviours of a strategy: the standard ones, tuned (`use`), replaced (same id), dropped (`without`), and its own.
std::vector<strategy::Behaviour> merge_behaviours(const Node& root, std::vector<strategy::Behaviour> standard, Page&);

}  // namespace praxis::files
