#include <algorithm>
#include <cstdio>

#include "program/report_text.hpp"
#include "program/talk/audience.hpp"

namespace praxis::program::talk {
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

class Person : public Audience {
public:
    Person(Terminal terminal, bool echo, bool full) : terminal_(terminal), echo_(echo), full_(full) {}

    void begins(const app::Rehearsal& rehearsal) override {
        const std::string seed = "Seed " + std::to_string(rehearsal.seed().value);
        const std::string more = echo_ ? "" : " · /brief shows what you know, can say and are looked at for · /help";
        print(brief_text(rehearsal, terminal_, full_) + "\n" + terminal_.ink(Ink::dim, seed + more) + "\n\n");
    }

    void hears(const Event& event, const app::Rehearsal& rehearsal, bool from_before) override {
        if (std::holds_alternative<RepSaid>(event.body) && (echo_ || from_before))
            say("You", event.text, Ink::rep, rehearsal);
        if (std::holds_alternative<BuyerSaid>(event.body))
            say(label_of(rehearsal.person().name), event.text, Ink::buyer, rehearsal);
        if (const auto* cue = std::get_if<CueShown>(&event.body))
            print(terminal_.ink(Ink::dim, "  » " + cue->cue) + "\n\n");
        if (std::holds_alternative<Ended>(event.body)) print(terminal_.ink(Ink::dim, rule()) + "\n\n");
    }

    void noted(std::string_view note, const app::Rehearsal&) override {
        print(terminal_.ink(Ink::dim, "  " + terminal_.wrapped(note, 2)) + "\n");
    }

    void ends(const app::Rehearsal& rehearsal, const coaching::Report& report) override {
        if (rehearsal.turn == 0) return print("Nothing was said, so there is nothing to report.\n");
        print(report_text(report, rehearsal.person().name, terminal_, full_));
    }

private:
    std::string rule() const {
        std::string line;
        for (int i = 0; i < terminal_.width(); ++i) line += "─";
        return line;
    }
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

}  // namespace praxis::program::talk
