// The labelled turns for programs that are not ours, as JSON lines {"author", "previous", "text", "acts"}:
//   labelled_turns sentences FOLDER   one line a labelled stretch
//   labelled_turns turns FOLDER       one line a turn
//   labelled_turns score FOLDER       reads a line {"acts": [NAME or {"act": NAME}, …]} for each turn, in order, and
//                                     prints micro F1, macro F1 (acts with five turns or more) and the turns
// Everybody is scored by the function that scores our own training. Exit codes: 0 done, 2 bad usage, 3 bad input.
#include <boost/json.hpp>
#include <cstdio>
#include <iostream>

#include "adapters/files/language/turns_file.hpp"
#include "bench/load.hpp"
#include "tools/train_language/measure.hpp"

namespace praxis::bench {
namespace {

namespace json = boost::json;

void print(const files::RepTurn& turn, std::string_view text, ActSet acts) {
    json::array names;
    for (int act = 0; act < kActCount; ++act)
        if (acts.has(static_cast<Act>(act))) names.push_back(json::value(name(static_cast<Act>(act))));
    const json::object line{
        {"author", turn.author}, {"previous", name(turn.previous)}, {"text", text}, {"acts", std::move(names)}};
    std::cout << json::serialize(line) << '\n';
}

void print_sentences(const files::RepTurn& turn) {
    for (const files::LabelledSentence& sentence : turn.sentences)
        print(turn, quote(turn.text, sentence.span), sentence.acts);
}

[[noreturn]] void refuse_line(std::size_t number, const char* why) {
    std::fprintf(stderr, "prediction %zu: %s\n", number, why);
    std::exit(3);
}

ActSet acts_on(const std::string& line, std::size_t number) {
    json::error_code error;
    const json::value value = json::parse(line, error);
    const json::object* object = error ? nullptr : value.if_object();
    const json::value* list = object ? object->if_contains("acts") : nullptr;
    if (!list || !list->is_array()) refuse_line(number, "no list of acts");
    ActSet acts;
    for (const json::value& item : list->get_array()) {
        const json::value* word = item.is_object() ? item.get_object().if_contains("act") : &item;
        const auto act = word && word->is_string() ? act_named(word->get_string()) : std::nullopt;
        if (!act) refuse_line(number, "an act nobody knows");
        acts.insert(*act);
    }
    return acts;
}

void score(const std::vector<files::RepTurn>& turns) {
    std::vector<train_language::Judged> judged;
    for (std::string line; std::getline(std::cin, line);) {
        if (judged.size() == turns.size()) refuse_line(judged.size() + 1, "more than there are turns");
        judged.push_back({turns[judged.size()].acts(), acts_on(line, judged.size() + 1)});
    }
    if (judged.size() != turns.size()) refuse_line(judged.size() + 1, "missing");
    const train_language::Measured measured = train_language::measure(judged);
    std::printf("%.3f %.3f %d\n", measured.acts_micro, measured.acts_macro, measured.turns);
}

int run(const std::string& what, const std::filesystem::path& folder) {
    const files::Turns turns = sound(files::load_turns(folder));
    if (what == "score") {
        score(turns.rep);
        return 0;
    }
    for (const files::RepTurn& turn : turns.rep)
        what == "turns" ? print(turn, turn.text, turn.acts()) : print_sentences(turn);
    return 0;
}

}  // namespace
}  // namespace praxis::bench

int main(int argc, char** argv) {
    const std::string what = argc == 3 ? argv[1] : "";
    if (what == "sentences" || what == "turns" || what == "score") return praxis::bench::run(what, argv[2]);
    std::fputs("usage: labelled_turns sentences|turns|score FOLDER\n", stderr);
    return 2;
}
