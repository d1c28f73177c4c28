#include "app/practice/practice.hpp"

namespace praxis::app {
namespace {

Refusal no_longer_here(const Attempt& attempt) {
    return {Refused::conflict, "This attempt was held with strategy '" + attempt.strategy + "', version " +
                                   attempt.strategy_version + ", which is no longer here. Start a new one."};
}

Refusal never_begun() {
    return {Refused::conflict, "This attempt was never begun. Start a new one."};
}

conversation::Conversation read(Practice& practice, const Attempt& attempt, const Play& play,
                                const std::string& lines) {
    auto conversation = practice.text.read(lines, *play.scenario);
    if (!conversation) throw std::runtime_error("attempt " + attempt.id + " cannot be read");
    return *std::move(conversation);
}

}  // namespace

Attempt read_attempt(Practice& practice, const people::Principal& who, const std::string& id) {
    practice.office.registry.read([&](Registers& registers) {
        require(who, people::Verb::read_attempt, subject_of_attempt(registers, who, id));
    });
    auto found = practice.attempts.find(who.tenant, id);
    if (!found) throw Refusal(Refused::missing, "There is no such attempt.");
    return *std::move(found);
}

Attempt read_own_attempt(Practice& practice, const people::Principal& who, const std::string& id) {
    Attempt attempt = read_attempt(practice, who, id);
    require(who, people::Verb::practise, {attempt.tenant, attempt.person, false, false, true});
    return attempt;
}

std::vector<Attempt> list_own_attempts(Practice& practice, const people::Principal& who, const std::string& after,
                                       std::size_t most) {
    require(who, people::Verb::read_attempt, people::own(who));
    return practice.attempts.list({who.tenant, who.person, after, most});
}

std::optional<Meeting> meeting_of(Practice& practice, const Attempt& attempt) {
    auto play = practice.shelf.play(
        {attempt.tenant, attempt.strategy, attempt.scenario, attempt.blind, attempt.strategy_version});
    if (!play) return std::nullopt;
    const buyer::Casting casting = buyer::cast(*(*play)->scene, Seed{attempt.seed});
    return Meeting{*std::move(play), casting};
}

std::shared_ptr<const Play> play_of(Practice& practice, const Attempt& attempt) {
    auto meeting = meeting_of(practice, attempt);
    if (!meeting) throw no_longer_here(attempt);
    return std::move(meeting->play);
}

ReadLog read_log(Practice& practice, const Attempt& attempt, const Play& play) {
    ReadLog log{practice.log.since(attempt.tenant, attempt.id, 0), {}};
    if (log.entries.empty()) throw never_begun();
    std::string lines;
    for (const LogEntry& entry : log.entries) lines += entry.events;
    log.conversation = read(practice, attempt, play, lines);
    return log;
}

std::vector<Told> tell_since(Practice& practice, const Attempt& attempt, const Play& play, std::int64_t seq) {
    const auto entries = practice.log.since(attempt.tenant, attempt.id, 0);
    if (entries.empty()) throw never_begun();
    const std::string& first = entries.front().events;
    const std::string header = first.substr(0, first.find('\n') + 1);
    std::vector<Told> told;
    for (const LogEntry& entry : entries) {
        if (entry.seq <= seq) continue;
        const bool has_header = &entry == &entries.front();
        auto events = read(practice, attempt, play, has_header ? entry.events : header + entry.events).events;
        if (!events.empty()) told.push_back({entry.seq, entry.at_ms, std::move(events)});
    }
    return told;
}

}  // namespace praxis::app
