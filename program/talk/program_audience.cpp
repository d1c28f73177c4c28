#include <cstdio>

#include "program/talk/audience.hpp"
#include "wire/brief.hpp"
#include "wire/conversation/conversation_lines.hpp"
#include "wire/json/json_text.hpp"
#include "wire/report.hpp"

namespace praxis::program::talk {
namespace {

void print_line(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

class ReadingProgram : public Audience {
public:
    void begins(const app::Rehearsal& rehearsal) override {
        print_line(wire::to_line(rehearsal.conversation.header));
        print_line(wire::to_text(wire::to_json(rehearsal.scenario(), rehearsal.person(), rehearsal.seed())));
    }
    void hears(const conversation::Event& event, const app::Rehearsal& rehearsal, bool) override {
        print_line(wire::to_line(event, rehearsal.scenario()));
    }
    void noted(std::string_view note, const app::Rehearsal& rehearsal) override {
        print_line(wire::to_text(boost::json::object{{"event", "note"}, {"turn", rehearsal.turn}, {"text", note}}));
    }
    void ends(const app::Rehearsal&, const coaching::Report& report) override {
        print_line(wire::to_text(wire::to_json(report)));
    }
};

}  // namespace

std::unique_ptr<Audience> program_reading() {
    return std::make_unique<ReadingProgram>();
}

}  // namespace praxis::program::talk
