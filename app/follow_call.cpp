#include <algorithm>
#include <cctype>
#include <map>

#include "app/rehearsal/play.hpp"
#include "app/review_call.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kRememberedTurns = 3;
constexpr int kTurnsToTellTheRep = 120;  // of each speaker at most: by then the roles are clear
constexpr int kClearLead = 5;            // discovery questions more than anybody else: they are clear already

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// Reads a call turn by turn, with what the other side has just said as the context.
class CallFollower {
public:
    CallFollower(const language::Reader& reader, const language::Lexicon& lexicon)
        : reader_(reader), lexicon_(lexicon) {}

    void rep_says(const TranscriptTurn& said) {
        language::Context context;
        context.previous = previous_;
        for (const language::HeardTurn& turn : heard_) context.heard.push_back(&turn);
        context.objection_open = resisted_turns_ago_ <= 1;
        context.refused = pushed_ && resisted_turns_ago_ == 0;
        Reading reading = reader_.read(said.text, context, lexicon_);
        pushed_ = reading.observation.acts.any(acts_of(ActGroup::advance));
        ++turn_;
        ++resisted_turns_ago_;
        add(said, kRep, conversation::RepSaid{std::move(reading), {}});
    }

    void customer_says(const TranscriptTurn& said) {
        language::CustomerReading reading = reader_.read_customer(said.text, lexicon_);
        previous_ = reading.kind;
        if (previous_ == PreviousKind::objection || previous_ == PreviousKind::brushoff) resisted_turns_ago_ = 0;
        heard_.push_back(std::move(reading.heard));
        if (heard_.size() > kRememberedTurns) heard_.erase(heard_.begin());
        conversation::BuyerSaid body;
        body.kind = reading.kind;
        body.topics = reading.topics;
        body.amounts = reading.amounts;
        add(said, participant(said.speaker), std::move(body));
    }

    std::vector<conversation::Event> take() { return std::move(events_); }

private:
    ParticipantId participant(const std::string& speaker) {
        const auto next = static_cast<std::uint8_t>(std::min<std::size_t>(kParticipantsMax - 1, customers_.size() + 1));
        return ParticipantId{customers_.emplace(speaker, next).first->second};
    }

    template <class Body>
    void add(const TranscriptTurn& said, ParticipantId who, Body body) {
        conversation::Event event;
        event.turn = turn_;
        event.who = who;
        event.text = said.text;
        event.source = conversation::TextSource::transcript;
        event.timing = said.timing;
        event.body = std::move(body);
        events_.push_back(std::move(event));
    }

    const language::Reader& reader_;
    const language::Lexicon& lexicon_;
    std::vector<conversation::Event> events_;
    std::map<std::string, std::uint8_t> customers_;
    std::vector<language::HeardTurn> heard_;
    PreviousKind previous_ = PreviousKind::none;
    std::uint32_t turn_ = 0;
    int resisted_turns_ago_ = 9;
    bool pushed_ = false;  // the rep has just asked for a step or a decision
};

Result<RepGuess, Problems> told_rep(const std::map<std::string, int>& words, const std::string& told) {
    std::string names;
    for (const auto& [speaker, count] : words) {
        if (lower(speaker) == lower(told)) return RepGuess{speaker, "you said so"};
        names += (names.empty() ? "" : ", ") + speaker;
    }
    for (const auto& [speaker, count] : words)
        if (lower(speaker).find(lower(told)) != std::string::npos) return RepGuess{speaker, "you said '" + told + "'"};
    return refuse(Problems{
        {Severity::error, {}, "nobody called '" + told + "' speaks in this call", "the speakers are: " + names}});
}

bool is_clear(const std::map<std::string, int>& questions) {
    int most = 0, next = 0;
    for (const auto& [speaker, count] : questions) {
        next = std::max(next, std::min(most, count));
        most = std::max(most, count);
    }
    return most - next >= kClearLead;
}

// Reading is what a review spends its time on: so only what asks is read, where the transcript has question marks, and
// only up to where it is clear who asks.
std::map<std::string, int> discovery_questions(const Transcript& transcript, const language::Reader& reader) {
    static const ActSet kDiscovery =
        acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify);
    const language::Lexicon nothing;
    const auto asks = [](const TranscriptTurn& turn) { return turn.text.find('?') != std::string::npos; };
    const bool marked = std::any_of(transcript.turns.begin(), transcript.turns.end(), asks);
    std::map<std::string, int> questions, read;
    for (const TranscriptTurn& turn : transcript.turns) {
        if (turn.speaker.empty() || ++read[turn.speaker] > kTurnsToTellTheRep) continue;
        questions[turn.speaker];  // who asks nothing speaks too
        if (marked && !asks(turn)) continue;
        questions[turn.speaker] += (reader.read(turn.text, {}, nothing).observation.acts & kDiscovery).size();
        if (is_clear(questions)) break;
    }
    return questions;
}

}  // namespace

bool is_colleague(const std::string& name, const std::string& rep, const strategy::Strategy& strategy) {
    if (name == rep) return false;
    const auto& people = strategy.company.people;
    return std::any_of(people.begin(), people.end(), [&](const std::string& one) { return lower(one) == lower(name); });
}

Result<RepGuess, Problems> find_rep(const Transcript& transcript, const strategy::Strategy& strategy,
                                    const language::Reader& reader, const std::string& told) {
    std::map<std::string, int> words;
    for (const TranscriptTurn& turn : transcript.turns)
        words[turn.speaker] += 1 + static_cast<int>(std::count(turn.text.begin(), turn.text.end(), ' '));
    if (!told.empty()) return told_rep(words, told);

    std::string best;
    for (const auto& [speaker, count] : words)
        for (const std::string& name : strategy.company.people)
            if (lower(name) == lower(speaker) && (best.empty() || count > words[best])) best = speaker;
    if (!best.empty())
        return RepGuess{
            best, "one of " + (strategy.company.name.empty() ? "the company" : strategy.company.name) + "'s people"};

    int most = -1;
    for (const auto& [speaker, questions] : discovery_questions(transcript, reader))
        if (questions > most) best = speaker, most = questions;
    return RepGuess{best, "asks the most discovery questions (" + std::to_string(most) + ")"};
}

conversation::Conversation follow_call(const Transcript& transcript, const std::string& rep,
                                       const strategy::Strategy& strategy, const language::Reader& reader,
                                       const language::Lexicon& lexicon) {
    CallFollower follower(reader, lexicon);
    for (const TranscriptTurn& turn : transcript.turns) {
        if (turn.speaker == rep)
            follower.rep_says(turn);
        else if (!is_colleague(turn.speaker, rep, strategy))
            follower.customer_says(turn);
    }
    conversation::Conversation call;
    call.header.engine = engine_name();
    call.header.strategy_id = strategy.id;
    call.header.strategy_version = strategy.version;
    call.header.language_digest = reader.digest();
    call.header.model_digest = reader.model_digest();
    call.events = follower.take();
    return call;
}

}  // namespace praxis::app
