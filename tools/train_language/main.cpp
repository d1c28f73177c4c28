// train_language DATA_FOLDER OUT_MODEL REPORT: trains the understanding of a language pack from its labelled turns.
//   --cross-validate DATA_FOLDER   prints the figures without writing anything
//   --evaluate DATA_FOLDER TURNS   measures the trained pack on a folder of labelled turns, as written and as speech
//   --predict DATA_FOLDER          reads lines from standard input and prints what is understood of each
// Exit codes: 0 done, 2 bad usage, 3 bad input.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "adapters/files/language/language_pack.hpp"
#include "tools/train_language/report.hpp"
#include "tools/train_language/speech.hpp"
#include "tools/train_language/training.hpp"

namespace praxis::train_language {
namespace {

constexpr int kBadUsage = 2, kBadInput = 3;
constexpr int kFolds = 5, kEveryAuthor = 1000;

int complain(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
    return kBadInput;
}

Result<Material, Problems> load_material(const std::filesystem::path& folder) {
    auto source = files::load_pack(folder);
    if (!source) return refuse(std::move(source.error()));
    auto patterns = language::text::Patterns::make(source->patterns);
    if (!patterns) return refuse(std::move(patterns.error()));
    auto pack = language::text::Pack::make(std::move(*source));
    if (!pack) return refuse(std::move(pack.error()));
    auto turns = files::load_turns(folder / "turns");
    if (!turns) return refuse(std::move(turns.error()));
    return Material{std::move(*pack), std::move(*patterns), std::move(*turns)};
}

int train(const std::filesystem::path& folder, const std::string& model_path, const std::string& report_path) {
    auto material = load_material(folder);
    if (!material) return complain(material.error());
    Corpus corpus(*material);
    Training training(corpus, model_path.empty() ? kEveryAuthor : kFolds);
    const CrossValidated validated = training.cross_validate();
    std::fputs(summary(validated).c_str(), stdout);
    if (model_path.empty()) return 0;
    const std::string bytes = to_bytes(training.model());
    std::ofstream(model_path, std::ios::binary) << bytes;
    std::ofstream(report_path) << report(validated, *material, bytes);
    std::printf("wrote %s, %.1f MB\n", model_path.c_str(), static_cast<double>(bytes.size()) / 1e6);
    return 0;
}

int evaluate(const std::filesystem::path& folder, const std::filesystem::path& turns_folder) {
    auto reader = files::load_reader(folder);
    if (!reader) return complain(reader.error());
    const auto turns = files::load_turns(turns_folder);
    if (!turns) return complain(turns.error());
    std::fputs(evaluation(*reader, *turns).c_str(), stdout);
    return 0;
}

int predict(const std::filesystem::path& folder) {
    auto reader = files::load_reader(folder);
    if (!reader) return complain(reader.error());
    for (std::string line; std::getline(std::cin, line);) {
        const Reading reading = reader->read(line, {}, {});
        std::printf("%s\n", line.c_str());
        for (const ActSeen& seen : reading.acts)
            std::printf("  %c %-26s %.2f  %s\n", seen.credited ? '+' : '?', std::string(name(seen.act)).c_str(),
                        static_cast<double>(seen.confidence), std::string(quote(line, seen.span)).c_str());
        for (const Amount& amount : reading.amounts)
            std::printf("  # %g %s  %s\n", amount.value, amount.unit.c_str(),
                        std::string(quote(line, amount.span)).c_str());
    }
    return 0;
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() == 2 && arguments[0] == "--cross-validate") return train(arguments[1], "", "");
    if (arguments.size() == 3 && arguments[0] == "--evaluate") return evaluate(arguments[1], arguments[2]);
    if (arguments.size() == 2 && arguments[0] == "--predict") return predict(arguments[1]);
    if (arguments.size() == 3 && !arguments[0].starts_with("-")) return train(arguments[0], arguments[1], arguments[2]);
    std::fputs(
        "usage: train_language DATA_FOLDER OUT_MODEL REPORT | --cross-validate DATA_FOLDER |\n"
        "       --evaluate DATA_FOLDER TURNS_FOLDER | --predict DATA_FOLDER\n",
        stderr);
    return kBadUsage;
}

}  // namespace
}  // namespace praxis::train_language

int main(int argc, char** argv) {
    return praxis::train_language::run({argv + 1, argv + argc});
}
