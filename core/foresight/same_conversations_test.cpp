// What makes the mind and the reps faster must not change what anybody says. Thousands of conversations of every kind
// of rep and of the competent rep at every strength, some of the customer's answers cut off, folded into one number:
// observations, intentions, states and outcomes. Who changes the mind on purpose puts the new number here, in the same
// commit; in a commit that is about speed the number stays.
#include <gtest/gtest.h>

#include "core/base/digest.hpp"
#include "core/buyer/rep_model.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

constexpr std::string_view kConversations = "ce58df7207a72d1d";
constexpr std::uint32_t kCutSlot = 0x500;

void add(Digest& digest, const Observation& said) {
    digest.add(said.acts.bits()).add(said.sure.bits()).add(said.possible.bits());
    for (const std::uint8_t group : said.groups) digest.add(std::uint64_t{group});
    for (int i = 0; i < said.topic_count; ++i) digest.add(std::uint64_t{said.topics[i].value});
    for (int i = 0; i < said.amount_count; ++i)
        digest.add(static_cast<std::uint64_t>(said.amounts[i].milli)).add(std::uint64_t(said.amounts[i].kind));
    for (const std::uint64_t number :
         {std::uint64_t{said.open_questions}, std::uint64_t{said.closed_questions}, std::uint64_t{said.overlap},
          std::uint64_t{said.words}, std::uint64_t{said.sentences}, std::uint64_t{said.proofs}, said.capabilities})
        digest.add(number);
    std::uint64_t flags = 0;
    for (const bool flag : {said.negated, said.yes_no, said.refers_back, said.wrong_recap, said.overclaim,
                            said.limit_admitted, said.trade, said.disparages, said.recommends, said.disqualifies,
                            said.names_owner, said.names_date, said.quotes_price})
        flags = flags << 1 | (flag ? 1U : 0U);
    digest.add(flags);
}

void add(Digest& digest, const Intention& intention) {
    for (int i = 0; i < intention.count; ++i)
        digest.add(std::uint64_t(intention.moves[i].move) << 8 | intention.moves[i].argument);
    digest.add(std::uint64_t{intention.mood.warmth} << 16 | std::uint64_t{intention.mood.patience} << 8 |
               intention.mood.interest);
    digest.add(std::uint64_t{intention.ends});
}

// In every third conversation the rep cuts in now and then.
int heard_of(const Intention& intention, Seed seed, std::uint32_t turn) {
    const bool cuts = seed.value % 3 == 0 && pick(chance(seed, kRep.value, turn, kCutSlot), 4) == 0;
    return cuts ? intention.count - 1 : intention.count;
}

template <class Say>
std::uint64_t conversation(const buyer::Scene& scene, Seed seed, Say say) {
    Digest digest;
    buyer::State state = buyer::open(scene, seed);
    for (std::uint32_t turn = 1; !buyer::over(state); ++turn) {
        const Observation said = say(state, turn);
        add(digest, said);
        const auto [planned, intention] = buyer::step(state, said, scene, seed);
        add(digest, intention);
        state = buyer::deliver(planned, intention, heard_of(intention, seed, turn), scene);
        digest.add(buyer::digest(state));
    }
    const buyer::Outcome outcome = buyer::outcome(state, scene);
    return digest.add(std::uint64_t(outcome.level)).add(std::uint64_t(outcome.reason)).value();
}

TEST(SameConversations, AreHeldHoweverFast) {
    constexpr std::uint64_t kSeeds = 60;
    Digest all;
    for (const buyer::Scene& scene : press_shop_scenes())
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            for (int kind = 0; kind < buyer::kRepKindCount; ++kind)
                all.add(conversation(scene, {seed}, [&](const buyer::State& state, std::uint32_t turn) {
                    return buyer::next_observation(static_cast<buyer::RepKind>(kind), state, scene, {seed}, turn);
                }));
            for (const std::uint8_t slips : kSlipsPercent)
                all.add(conversation(scene, {seed}, [&](const buyer::State& state, std::uint32_t) {
                    return next_of_competent(state, scene, {seed}, slips);
                }));
        }
    EXPECT_EQ(all.hex(), kConversations);
}

}  // namespace
}  // namespace praxis::foresight
