#include "app/practice/practice.hpp"

#include <algorithm>

namespace praxis::app {
namespace {

Refusal no_longer_here(const Attempt& attempt) {
    return {Refused::conflict, "This attempt was held with strategy '" + attempt.strategy + "', version " +
                                   attempt.strategy_version + ", which is no longer here. Start a new one."};
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
    require(who, people::Verb::practise, {attempt.tenant, attempt.person, false, false});
    return attempt;
}

std::vector<Attempt> list_own_attempts(Practice& practice, const people::Principal& who, const std::string& after,
                                       std::size_t most) {
    require(who, people::Verb::read_attempt, people::own(who));
    return practice.attempts.list({who.tenant, who.person, after, most});
}

std::shared_ptr<const Play> play_of(Practice& practice, const Attempt& attempt) {
    const auto strategy = practice.shelf.find(attempt.tenant, attempt.strategy);
    if (!strategy || strategy->version != attempt.strategy_version) throw no_longer_here(attempt);
    const auto play = practice.shelf.play({attempt.tenant, attempt.strategy, attempt.scenario, attempt.blind});
    if (!play) throw no_longer_here(attempt);
    return *play;
}

ReadLog read_log(Practice& practice, const Attempt& attempt, const Play& play) {
    ReadLog log{practice.log.since(attempt.tenant, attempt.id, 0), {}};
    if (log.entries.empty()) throw Refusal(Refused::conflict, "This attempt was never begun. Start a new one.");
    std::string lines;
    for (const LogEntry& entry : log.entries) lines += entry.events;
    auto conversation = practice.text.read(lines, *play.scenario);
    if (!conversation) throw std::runtime_error("attempt " + attempt.id + " cannot be read");
    log.conversation = *std::move(conversation);
    return log;
}

std::vector<Told> tell_since(Practice& practice, const Attempt& attempt, const Play& play, std::int64_t seq) {
    const auto [entries, conversation] = read_log(practice, attempt, play);
    std::vector<Told> told;
    auto next = conversation.events.begin();
    for (const LogEntry& entry : entries) {
        const bool has_header = &entry == &entries.front();
        const auto count = std::count(entry.events.begin(), entry.events.end(), '\n') - has_header;
        if (count < 0 || count > conversation.events.end() - next)
            throw std::runtime_error("attempt " + attempt.id + " has a torn entry");
        if (entry.seq > seq && count > 0) told.push_back({entry.seq, entry.at_ms, {next, next + count}});
        next += count;
    }
    return told;
}

}  // namespace praxis::app
