#include "program/talk/audience.hpp"

namespace praxis::program::talk {
namespace {

constexpr int kLabel_columns = 12;

std::string medium_text(strategy::Medium medium) {
    switch (medium) {
        case strategy::Medium::phone: return "on the phone";
        case strategy::Medium::video: return "by video";
        case strategy::Medium::in_person: return "in person";
        case strategy::Medium::partner: return "through a partner";
        case strategy::Medium::chat: return "in a chat";
    }
    return {};
}

void add(std::string& text, const Terminal& terminal, std::string_view label, const strategy::Texts& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += terminal.entry(i == 0 ? label : "", lines[i], kLabel_columns, Ink::dim) + "\n";
}

std::string criteria_text(const strategy::Scenario& scenario) {
    std::string text;
    for (const strategy::Behaviour& criterion : scenario.criteria) text += (text.empty() ? "" : " · ") + criterion.name;
    return text;
}

}  // namespace

std::string brief_text(const app::Rehearsal& rehearsal, const Terminal& terminal, bool full) {
    const strategy::Scenario& scenario = rehearsal.scenario();
    const strategy::Brief& brief = scenario.brief;
    const strategy::Counterpart& person = rehearsal.person();
    const std::string who = person.name + (person.title.empty() ? "" : ", " + person.title) +
                            (person.company.empty() || scenario.blind ? "" : ", " + person.company);
    std::string text = terminal.ink(Ink::strong, brief.title) + "\n";
    text += terminal.wrapped(brief.situation, 0) + "\n\n";
    add(text, terminal, "With", {who + " (" + medium_text(brief.medium) + ")"});
    add(text, terminal, "Your task", {brief.task});
    if (!full) {
        if (!brief.offer.empty()) add(text, terminal, "You sell", {brief.offer.front()});
        return text;
    }
    add(text, terminal, "You know", brief.known);
    add(text, terminal, "You can say", brief.offer);
    add(text, terminal, "Terms", brief.terms);
    if (!scenario.criteria.empty()) add(text, terminal, "Looked at", {criteria_text(scenario)});
    return text;
}

}  // namespace praxis::program::talk
