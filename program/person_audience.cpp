#include <algorithm>
#include <cstdio>

#include "program/audience.hpp"
#include "program/report_text.hpp"

namespace praxis::program {
namespace {

using conversation::BuyerSaid;
using conversation::CueShown;
using conversation::Ended;
using conversation::Event;
using conversation::RepSaid;

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

// Names beyond this are cut to the first word, so that the talk keeps its width.
constexpr int kName_columns = 16;

std::string label_of(const std::string& name) {
    return columns(name) <= kName_columns ? name : name.substr(0, name.find(' '));
}

std::string end_text(const Ended& ended) {
    using conversation::EndReason;
    switch (ended.reason) {
        case EndReason::goodbye: return "The customer said goodbye.";
        case EndReason::accepted: return "You have an agreement.";
        case EndReason::walked_out: return "The customer ended the conversation.";
        case EndReason::time_up: return "The time was up.";
        case EndReason::parted: return "You parted on good terms.";
        case EndReason::rep_left: return "You ended the conversation.";
        case EndReason::unfinished: return "The conversation is not finished.";
    }
    return {};
}

class Person : public Audience {
public:
    Person(Terminal terminal, bool echo, bool full) : terminal_(terminal), echo_(echo), full_(full) {}

    void begins(const app::Rehearsal& rehearsal) override {
        print(brief_text(rehearsal, terminal_) + "\n" +
              terminal_.ink(Ink::dim, "Seed " + std::to_string(rehearsal.seed().value) +
                                          (echo_ ? "" : " · /help says what else you can type")) +
              "\n\n");
    }

    void hears(const Event& event, const app::Rehearsal& rehearsal) override {
        if (std::holds_alternative<RepSaid>(event.body) && echo_) say("You", event.text, Ink::rep, rehearsal);
        if (std::holds_alternative<BuyerSaid>(event.body))
            say(label_of(rehearsal.person().name), event.text, Ink::buyer, rehearsal);
        if (const auto* cue = std::get_if<CueShown>(&event.body))
            print(terminal_.ink(Ink::dim, "  » " + cue->cue) + "\n\n");
        if (const auto* ended = std::get_if<Ended>(&event.body))
            print("\n" + terminal_.ink(Ink::dim, end_text(*ended)) + "\n\n");
    }

    void noted(std::string_view note, const app::Rehearsal&) override {
        print(terminal_.ink(Ink::dim, "  " + terminal_.wrapped(note, 2)) + "\n");
    }

    void ends(const app::Rehearsal& rehearsal, const coaching::Report& report) override {
        print(report_text(report, rehearsal.person().name, terminal_, full_));
    }

private:
    void say(const std::string& name, const std::string& text, Ink ink, const app::Rehearsal& rehearsal) {
        const int wide = std::max(columns(label_of(rehearsal.person().name)), 3) + 2;
        print(terminal_.entry(name + ":", text, wide, ink) + "\n" + (ink == Ink::buyer ? "\n" : ""));
    }

    Terminal terminal_;
    bool echo_, full_;
};

}  // namespace

std::unique_ptr<Audience> person_at(Terminal terminal, bool echo, bool full) {
    return std::make_unique<Person>(terminal, echo, full);
}

}  // namespace praxis::program
