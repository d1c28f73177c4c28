#include "core/foresight/habits/utterance.hpp"

namespace praxis::foresight::habits {

Observation say(ActSet acts, TopicId topic) {
    Observation said;
    said.acts = acts;
    said.words = 18;
    said.sentences = 2;
    add_topic(said, topic);
    settle(said);
    return said;
}

void add_topic(Observation& said, TopicId topic) {
    if (said.topic_count == 0 && !topic.none()) said.topics[said.topic_count++] = topic;
}

void turn_to(Observation& said, TopicId topic) {
    said.topic_count = 0;
    add_topic(said, topic);
}

void add_amount(Observation& said, AmountKind kind, std::int64_t milli) {
    if (said.amount_count < Observation::kAmountsSeen) said.amounts[said.amount_count++] = {kind, milli, {}, false};
}

void drop_amounts(Observation& said, AmountKind kind) {
    std::uint8_t kept = 0;
    for (std::uint8_t i = 0; i < said.amount_count; ++i)
        if (said.amounts[i].kind != kind) said.amounts[kept++] = said.amounts[i];
    said.amount_count = kept;
}

void settle(Observation& said) {
    constexpr std::uint8_t kWithoutDoubt = 95;
    said.sure = said.acts;
    for (int group = 0; group < kActGroupCount; ++group) {
        const bool there = said.acts.any(acts_of(static_cast<ActGroup>(group)));
        said.groups[static_cast<std::size_t>(group)] = there ? kWithoutDoubt : 0;
    }
    said.open_questions = said.acts.has(Act::open_question) ? 1 : 0;
    said.closed_questions = said.acts.has(Act::closed_question) ? 1 : 0;
}

bool pain_told(const buyer::State& state, const buyer::Scene& scene, TopicId topic) {
    return topic.value < kTopicsMax && (state.disclosed & scene.facts_of_topic[topic.value] & scene.kinds.deep) != 0;
}

bool told(const buyer::State& state, const buyer::Scene& scene, TopicId topic, strategy::FactLayer layer) {
    return topic.value < kTopicsMax && (state.disclosed & scene.thread_of_topic[topic.value] &
                                        scene.facts_of_layer[static_cast<std::size_t>(layer)]) != 0;
}

}  // namespace praxis::foresight::habits
