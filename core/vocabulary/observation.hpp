// Observation: what the buyer's mind takes in of one rep turn. Integers only: no text, no floats, no pointers, so that
// foresight can make one up as easily as understanding can read one. Values only; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include "core/vocabulary/act.hpp"
#include "core/vocabulary/ids.hpp"

namespace praxis {

enum class AmountKind : std::uint8_t { money, number, percent, duration, date };

// One figure in the rep's words. `milli` is thousandths of the unit as spoken ("11.5k" euros = 11'500'000).
struct HeardAmount {
    AmountKind kind = AmountKind::number;
    std::int64_t milli = 0;
    TopicId topic{};            // the topic of its sentence, if any
    bool matches_fact = false;  // equals a figure the buyer has disclosed
};

// The form of answer the last question wants.
enum class Asked : std::uint8_t {
    nothing,
    yes_no,
    willing,  // a yes or no about what the customer would do: "would you look at it?"
    choice,
    how_much,
    how_often,
    how_long,
    when,
    who,
    why,
    opinion,
    what,
};
inline constexpr int kAskedCount = 12;

struct Observation {
    static constexpr int kTopicsSeen = 6;
    static constexpr int kAmountsSeen = 4;
    static constexpr int kHintsSeen = 3;

    ActSet acts;      // credited
    ActSet sure;      // sure enough for what cannot be undone (p ≥ 0.7, or pattern and model agree)
    ActSet possible;  // between 0.3 and the threshold: never acted upon
    std::array<std::uint8_t, kActGroupCount> groups{};  // confidence per group, percent
    std::array<TopicId, kTopicsSeen> topics{};  // first = the one the (last) question or the main claim is about
    std::array<HeardAmount, kAmountsSeen> amounts{};
    std::array<FactId, kHintsSeen> points_at{};  // facts whose own words the last question uses, the likeliest first
    std::array<TopicId, kHintsSeen> hints{};     // topics of objections' causes whose words the turn uses
    Asked asked = Asked::nothing;
    std::uint8_t topic_count = 0;
    std::uint8_t amount_count = 0;
    std::uint8_t open_questions = 0;
    std::uint8_t closed_questions = 0;
    std::uint8_t overlap = 0;        // percent of content words that the buyer said in the last turns
    std::uint8_t unknown_words = 0;  // percent of words outside the language pack's and the scenario's vocabulary
    std::uint16_t words = 0;
    std::uint8_t sentences = 0;
    bool negated = false;            // the main claim or question is negated
    bool yes_no = false;             // the main question can be answered by yes or no
    bool phatic = false;             // "how are you": wants a pleasantry
    bool gives_reason = false;       // says why the call is made
    bool invites_doubt = false;      // asks what holds the customer back
    bool checks_back = false;        // asks whether what was said will do: "does that answer it?"
    bool refers_back = false;        // "that", "it", "this" stand for the last topic
    bool wrong_recap = false;        // restates a disclosed figure wrongly
    bool overclaim = false;          // a claim the strategy forbids, or one nobody could keep: "never again"
    bool limit_admitted = false;     // says what the offer does not do
    bool trade = false;              // a concession tied to a return ("if you …, then we …")
    bool disparages = false;         // runs a competitor or another third party down
    bool dismisses = false;          // waves a worry aside: "everybody says that, it'll sort itself out"
    bool recommends = false;         // gives a recommendation ("I would start with …")
    bool disqualifies = false;       // says the offer is not for this customer
    bool names_owner = false;        // a next step with somebody to do it
    bool names_date = false;         // … and when
    bool quotes_price = false;       // a money figure offered as our price
    std::uint16_t proofs = 0;        // bit i: proof i of the scenario is brought
    std::uint64_t capabilities = 0;  // bit i: capability i of the scenario is named
};
static_assert(std::is_trivially_copyable_v<Observation>);

}  // namespace praxis
