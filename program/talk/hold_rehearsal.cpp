#include "program/talk/hold_rehearsal.hpp"

#include <cstdio>

#include "adapters/files/conversation_file.hpp"
#include "app/rehearsal/cues/show_cue.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/recorded/look_back.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/base/nearest.hpp"
#include "program/curve/draw.hpp"
#include "program/library.hpp"
#include "program/report_text.hpp"

namespace praxis::program::talk {
namespace {

namespace fs = std::filesystem;
using curve::draw_curve;

constexpr const char* kHelp =
    "  /brief        the brief again\n"
    "  /hint         a cue for this moment\n"
    "  /report       what of the criteria holds so far\n"
    "  /save FILE    save the conversation\n"
    "  /quit         end it and read the report (also Ctrl-D, Ctrl-C)\n";

class Session {
public:
    Session(app::Rehearsal rehearsal, const Holding& holding)
        : rehearsal_(std::move(rehearsal)), holding_(holding), before_(rehearsal_.conversation.events.size()) {}

    ExitCode run() {
        holding_.audience.begins(rehearsal_);
        tell_new_events();
        while (!rehearsal_.over) {
            const auto line = holding_.lines.next();
            if (!line) break;
            if (holding_.commands && line->starts_with('/')) {
                if (!obey(*line)) break;
            } else {
                turn(*line);
            }
        }
        finish();
        return saved_ ? ExitCode::done : ExitCode::environment;
    }

private:
    void turn(const std::string& text) {
        const app::TurnTaken taken = app::take_turn(rehearsal_, text);
        if (taken.heard_in_part)
            holding_.audience.noted("That was long: only the first " + std::to_string(app::kHeardMax_bytes / 1024) +
                                        " kB of it were heard.",
                                    rehearsal_);
        tell_new_events();
        keep();
    }

    void finish() {
        app::end_rehearsal(rehearsal_);
        tell_new_events();
        const coaching::Report report = this->report(app::look_back(rehearsal_));
        holding_.audience.ends(rehearsal_, report);
        keep();
        draw(report);
        if (holding_.commands && !holding_.session_file.empty() && saved_ && rehearsal_.turn > 0)
            print("\n" + holding_.terminal.ink(Ink::dim, "Saved: " + holding_.session_file.string()) + "\n");
    }

    void tell_new_events() {
        const auto& events = rehearsal_.conversation.events;
        for (; told_ < events.size(); ++told_) holding_.audience.hears(events[told_], rehearsal_, told_ < before_);
    }

    void keep() {
        if (holding_.session_file.empty() || !saved_ || rehearsal_.turn == 0) return;
        const Problems problems =
            files::save_conversation(holding_.session_file, rehearsal_.conversation, rehearsal_.scenario());
        saved_ = problems.empty();
        tell(problems);
    }

    coaching::Report report(const std::optional<app::Hindsight>& hindsight = std::nullopt) const {
        return app::report_of(rehearsal_, holding_.dose, holding_.phrases, hindsight);
    }

    void draw(const coaching::Report& report) {
        if (holding_.svg_file.empty()) return;
        saved_ = draw_curve(report, rehearsal_.scenario().brief.title, holding_.svg_file) && saved_;
    }

    // False: the rep wants to stop.
    bool obey(const std::string& line) {
        const std::size_t space = line.find(' ');
        const std::string verb = line.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : line.substr(line.find_first_not_of(' ', space));
        if (verb == "/quit" || verb == "/exit" || verb == "/q") return false;
        if (verb == "/help" || verb == "/?")
            print(holding_.terminal.ink(Ink::dim, kHelp) + "\n");
        else if (verb == "/brief")
            print("\n" + brief_text(rehearsal_, holding_.terminal, true) + "\n");
        else if (verb == "/hint")
            hint();
        else if (verb == "/report")
            print(so_far_text(report(), holding_.terminal) + "\n");
        else if (verb == "/save")
            save(rest);
        else
            unknown(verb);
        return true;
    }

    void hint() {
        const auto cue = app::cue_for(rehearsal_);
        holding_.audience.noted(cue ? "» " + cue->text : std::string("No hint for this moment."), rehearsal_);
    }

    void save(const std::string& file) {
        if (file.empty()) return holding_.audience.noted("Say where: /save FILE", rehearsal_);
        std::error_code error;
        if (!holding_.origin.empty() && fs::equivalent(file, holding_.origin, error))
            return holding_.audience.noted("That is the conversation this one branches from; give another file.",
                                           rehearsal_);
        const Problems problems = files::save_conversation(file, rehearsal_.conversation, rehearsal_.scenario());
        tell(problems);
        if (problems.empty())
            holding_.audience.noted("Saved. Go on later with: praxis rehearse --resume " + file, rehearsal_);
    }

    void unknown(const std::string& verb) {
        static const std::vector<std::string> kVerbs = {"/brief", "/help", "/hint", "/quit", "/report", "/save"};
        const std::string near = nearest(verb, kVerbs);
        holding_.audience.noted(
            "There is no " + verb + (near.empty() ? "; /help lists what there is." : "; did you mean " + near + "?"),
            rehearsal_);
    }

    static void print(const std::string& text) {
        std::fputs(text.c_str(), stdout);
        std::fflush(stdout);
    }

    app::Rehearsal rehearsal_;
    const Holding& holding_;
    std::size_t before_;    // events of an earlier session
    std::size_t told_ = 0;  // events the audience knows
    bool saved_ = true;
};

}  // namespace

ExitCode hold_rehearsal(app::Rehearsal rehearsal, const Holding& holding) {
    return Session(std::move(rehearsal), holding).run();
}

}  // namespace praxis::program::talk
