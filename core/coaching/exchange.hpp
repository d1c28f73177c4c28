// Material of a report: the conversation by exchanges (a rep turn and the answer to it), with what each did to the
// customer's standing. Owner: core/coaching; used by the files of this room. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/behaviour/derive.hpp"
#include "core/coaching/report.hpp"

namespace praxis::coaching {

struct Exchange {
    std::uint32_t turn = 0;
    std::size_t rep = 0;               // event
    std::optional<std::size_t> buyer;  // event; empty when nobody answered
    ActSet acts;
    DerivedEventSet derived;  // of both sides
    BuyerMoveSet moves;
    PreviousKind kind = PreviousKind::none;
    TopicId topic{};      // what it was mostly about
    TopicId objection{};  // topic of the objection raised, repeated or settled
    std::vector<FactId> disclosed;
    conversation::Standing before, after;
    bool pain_before = false, objection_before = false;  // just told; open
    bool understood = true;
};

struct Material {
    const conversation::Conversation& conversation;
    const strategy::Scenario& scenario;
    const Phrases& phrases;
    behaviour::Course course;
    std::vector<behaviour::DerivedSeen> derived;
    std::vector<Exchange> exchanges;
    std::vector<FactId> told;  // known from the start excepted
    const strategy::Counterpart* person = nullptr;
    std::array<std::uint8_t, kObjectionsMax> causes{};
    std::optional<conversation::Ended> ended;

    bool real() const { return course.real; }
    const conversation::Event& event(std::size_t index) const { return conversation.events[index]; }
    std::uint64_t number(std::uint32_t turn, std::uint32_t slot) const;  // chance of the report's wordings
    std::string topic_name(TopicId) const;
    bool was_told(FactId) const;  // or known from the start
};

Material gather(const conversation::Conversation&, const strategy::Scenario&, const Phrases&);

// How far an exchange moved the customer; trust and value count whole, interest and patience half. 0 in a real call.
int gain(const Exchange&);
int loss(const Exchange&);  // sum of what fell

bool is_strike(const Exchange&);

// What the customer thought of an exchange, in a sentence; the rules are one table, most telling first.
std::string thought(const Exchange&, const Material&);

// The customer's own words for a fact that was told in this conversation.
std::optional<behaviour::Evidence> words_for(FactId, const Material&);

bool told_about(TopicId, const Material&);  // any fact of the topic

// Would the text give away a fact that was not told?
bool gives_away(std::string_view text, const Material&);

std::vector<TurningPoint> turning_points(const Material&);
std::vector<MarkedTurn> marks(const Material&, const std::vector<TurningPoint>&);
// Puts what looking ahead found in the place of marks and moments by rule, and draws the curve.
void take_judgement(Report&, const foresight::marks::Judgement&, const BetterLines&, const Material&);
// Could the rep have named this topic at that moment: from the brief, from what both sides had said, from what is
// known?
bool could_name(TopicId, const Exchange&, const Material&);
// The reason of a mark in one plain sentence; empty for none.
std::string because(const foresight::marks::Reason&, const Exchange&, const Material&);
// What the rep could have said at this moment to make the better move; empty where no words for it are known.
std::string better_utterance(const foresight::Move&, const Exchange&, const Material&);
std::string colleague(const Material&);
std::vector<GridRow> grid(const Material&);
std::vector<Undiscovered> undiscovered(const Material&);
std::vector<Focus> focus(const Material&, const std::vector<behaviour::BehaviourVerdict>&, std::size_t most);
std::string challenge(const Material&);
void explain(std::vector<behaviour::BehaviourVerdict>&, const Phrases&);  // writes the reasons
std::vector<SignalLine> signal_lines(const behaviour::Signals&, strategy::ConversationKind, const Phrases&);

// Two lines the rep could have said instead, made of this scenario's topics, proofs and what was told.
std::vector<std::string> better_lines(const strategy::Behaviour&, const behaviour::IndicatorVerdict&, const Exchange*,
                                      const Material&);

}  // namespace praxis::coaching
