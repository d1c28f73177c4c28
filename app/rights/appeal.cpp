#include "app/rights/appeal.hpp"

#include "app/webhooks/announce.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kTextMost_bytes = 4000;

void require_text(const std::string& text, const std::string& pointer) {
    if (text.find_first_not_of(" \n\t\r") == std::string::npos || text.size() > kTextMost_bytes)
        throw Refusal(Refused::invalid, "Say why.",
                      {{Severity::error, {pointer, 0, 0}, "must have 1 to 4,000 bytes", "write a sentence or two"}});
}

Appeal settled(Office& office, Registers& registers, Appeal appeal) {
    appeal.answered_ms = office.clock.now_ms();
    if (!registers.appeals.settle(appeal)) throw Refusal(Refused::conflict, "This appeal is settled already.");
    return appeal;
}

people::Subject subject_of_wish(Registers& registers, const people::Principal& who, const AppealWish& wish) {
    if (wish.call.empty()) return subject_of_attempt(registers, who, wish.attempt);
    return subject_of_shared(registers.call_shares, who, wish.call, people::Verb::read_call);
}

void require_new(Registers& registers, const Appeal& appeal) {
    if (!registers.appeals.has_verdict(appeal))
        throw Refusal(Refused::invalid, "There is no verdict on that behaviour in this report.",
                      {{Severity::error,
                        {"/behaviour", 0, 0},
                        "was not judged there",
                        "take one of the report's criteria, once the report was read"}});
    for (const Appeal& one : registers.appeals.list({appeal.tenant, appeal.person, AppealState::open, {}, 500}))
        if (one.attempt == appeal.attempt && one.call == appeal.call && one.behaviour == appeal.behaviour)
            throw Refusal(Refused::conflict, "You have an open appeal against this verdict.");
}

}  // namespace

Appeal make_appeal(Office& office, const people::Principal& who, const AppealWish& wish) {
    require_text(wish.reason, "/reason");
    Appeal appeal;
    appeal.tenant = who.tenant;
    appeal.id = office.chance.next_id();
    appeal.attempt = wish.attempt;
    appeal.call = wish.call;
    appeal.person = who.person;
    appeal.behaviour = wish.behaviour;
    appeal.reason = wish.reason;
    appeal.made_ms = office.clock.now_ms();
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::appeal, subject_of_wish(registers, who, wish));
        require_new(registers, appeal);
        registers.appeals.add(appeal);
        write_down(office, registers, {who.tenant, who.person, "appeal.made", appeal.id, {}});
        announce(office, registers, who.tenant, {EventKind::appeal_opened, {{"appeal", appeal.id}}});
    });
    return appeal;
}

void withdraw_appeal(Office& office, const people::Principal& who, const std::string& id) {
    office.registry.write([&](Registers& registers) {
        auto appeal = registers.appeals.find(who.tenant, id);
        const bool known =
            appeal && static_cast<bool>(people::may(who, people::Verb::answer_appeal, people::of_tenant(who)));
        require(who, people::Verb::appeal,
                {who.tenant, appeal ? appeal->person : std::string("nobody"), false, false, known});
        appeal->state = AppealState::withdrawn;
        settled(office, registers, *appeal);
        write_down(office, registers, {who.tenant, who.person, "appeal.withdrawn", id, {}});
    });
}

Appeal answer_appeal(Office& office, const people::Principal& who, const std::string& id, const AppealAnswer& given) {
    require(who, people::Verb::answer_appeal, people::of_tenant(who));
    require_text(given.answer, "/answer");
    Appeal answered;
    office.registry.write([&](Registers& registers) {
        auto appeal = registers.appeals.find(who.tenant, id);
        if (!appeal) throw Refusal(Refused::missing, "There is no such appeal.");
        if (appeal->person == who.person) throw Refusal(Refused::forbidden, "Nobody answers their own appeal.");
        appeal->state = given.upheld ? AppealState::upheld : AppealState::turned_down;
        appeal->answer = given.answer;
        appeal->answered_by = who.person;
        answered = settled(office, registers, *appeal);
        write_down(office, registers,
                   {who.tenant, who.person, "appeal.answered", id, std::string(name(answered.state))});
        announce(office, registers, who.tenant,
                 {EventKind::appeal_answered, {{"appeal", id}, {"state", std::string(name(answered.state))}}});
    });
    return answered;
}

std::vector<Appeal> list_own_appeals(Office& office, const people::Principal& who, const std::string& after) {
    require(who, people::Verb::appeal, people::own(who));
    std::vector<Appeal> appeals;
    office.registry.read([&](Registers& registers) {
        appeals = registers.appeals.list({who.tenant, who.person, std::nullopt, after, 50});
    });
    return appeals;
}

std::vector<Appeal> list_open_appeals(Office& office, const people::Principal& who, const std::string& after) {
    require(who, people::Verb::answer_appeal, people::of_tenant(who));
    std::vector<Appeal> appeals;
    office.registry.read([&](Registers& registers) {
        appeals = registers.appeals.list({who.tenant, {}, AppealState::open, after, 50});
    });
    return appeals;
}

}  // namespace praxis::app
