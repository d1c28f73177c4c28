#include "app/rehearsal/understand.hpp"

#include <vector>

namespace praxis::app {

Reading understand(const Point& at, std::string_view text) {
    const language::Reader& reader = *at.play.tongue.reader;
    const std::vector<std::string_view> answers = last_answers(at.conversation, at.turn);
    std::vector<language::HeardTurn> fresh;
    fresh.reserve(answers.size());
    language::Context context{};
    for (const std::string_view answer : answers) {
        const language::HeardTurn* known = at.recollection.find(answer);
        context.heard.push_back(known ? known : &fresh.emplace_back(reader.listen(answer)));
    }
    context.previous = buyer::previous(at.state);
    context.objection_open = buyer::objection_open(at.state);
    context.refused = buyer::refused(at.state);
    context.expertise = at.play.scenario->people[at.state.person].persona.expertise;
    return reader.read(text, context, *at.play.lexicon);
}

}  // namespace praxis::app
