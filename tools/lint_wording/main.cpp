// lint_wording FOLDER: reports what is wrong with a wording grammar; exit 1 when anything is.
// lint_wording FOLDER --sample SEED [STYLE]: prints a made-up conversation to be read with an ear.
// lint_wording FOLDER --sample SEED STRATEGY.yaml DATA: the same with every ninth customer of a strategy.
#include <iostream>
#include <string>

#include "adapters/files/language/grammar_file.hpp"
#include "adapters/files/strategy_file.hpp"
#include "core/strategy/compile.hpp"
#include "core/wording/word.hpp"
#include "tools/lint_wording/lint.hpp"
#include "tools/lint_wording/plausible.hpp"
#include "tools/lint_wording/press_shop.hpp"

namespace praxis::lint_wording {
namespace {

int report(const Problems& problems) {
    for (const Problem& problem : problems) std::cout << to_text(problem) << '\n';
    return problems.empty() ? 0 : 1;
}

void print_sample(const wording::Grammar& grammar, Seed seed, const strategy::Scenario& scenario) {
    const wording::Speaker speaker{scenario, scenario.people[seed.value % scenario.people.size()], {}, seed};
    wording::WordingMemory memory;
    std::uint32_t turn = 0;
    std::cout << "== seed " << seed.value << ", " << speaker.person.name << ", " << scenario.id << ", "
              << name(speaker.person.persona.style) << ", " << name(scenario.brief.medium) << '\n';
    for (const Exchange& made : plausible_talk(scenario, seed, 30)) {
        const auto reply = word(made.intention, made.heard, ++turn, speaker, grammar, memory);
        const TopicId topic = made.heard.topics[0];
        std::cout << turn << " [" << made.rep
                  << (made.heard.topic_count > 0 ? ": " + scenario.topics[topic.value].name : "") << "] w"
                  << int{made.intention.mood.warmth} << " p" << int{made.intention.mood.patience} << " (";
        for (int i = 0; i < made.intention.count; ++i)
            std::cout << (i > 0 ? " " : "") << praxis::name(made.intention.moves[static_cast<std::size_t>(i)].move);
        std::cout << ")\n     " << reply.text << '\n';
    }
}

int print_customers(const wording::Grammar& grammar, Seed seed, const char* file, const char* data) {
    constexpr std::size_t kEvery = 9;
    const auto strategy = files::load_strategy(file, data);
    if (!strategy) return report(strategy.error());
    const auto scenarios = strategy::compile_all(*strategy);
    for (std::size_t i = seed.value % kEvery; i < scenarios.size(); i += kEvery)
        print_sample(grammar, Seed{seed.value + i}, scenarios[i]);
    return 0;
}

int run(int count, char** words) {
    const auto source = files::read_grammar(words[1]);
    if (!source) return report(source.error());
    if (count < 4) return report(lint(*source));
    const auto grammar = wording::Grammar::make(*source);
    if (!grammar) return report(grammar.error());
    const Seed seed{std::stoull(words[3])};
    if (count > 5) return print_customers(*grammar, seed, words[4], words[5]);
    const auto style = strategy::named<strategy::Style>(count > 4 ? words[4] : "plain");
    const auto medium = static_cast<strategy::Medium>(seed.value % 3);
    print_sample(*grammar, seed, press_shop(style.value_or(strategy::Style::plain), medium));
    return 0;
}

}  // namespace
}  // namespace praxis::lint_wording

int main(int count, char** words) {
    if (count >= 2) return praxis::lint_wording::run(count, words);
    std::cerr << "usage: lint_wording FOLDER [--sample SEED [STYLE | STRATEGY DATA]]\n";
    return 2;
}
