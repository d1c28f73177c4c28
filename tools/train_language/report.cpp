#include "tools/train_language/report.hpp"

#include <cstdio>

#include "core/base/digest.hpp"
#include "tools/train_language/speech.hpp"

namespace praxis::train_language {
namespace {

constexpr std::array<std::string_view, kStyles> kStyleNames = {"as written", "without marks and case"};

template <class... Values>
std::string line(const char* format, Values... values) {
    char text[256];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

std::string row(std::string_view name, const Count& written, const Count& speech) {
    return line("| %s | %d | %.2f | %.2f | %.2f | %.2f |\n", std::string(name).c_str(), written.there(),
                written.precision(), written.recall(), written.f1(), speech.f1());
}

std::string table(const Measured& written, const Measured& speech) {
    std::string text =
        "| act | turns | precision | recall | F1 | F1 without marks and case |\n|---|---|---|---|---|---|\n";
    for (int act = 0; act < kActCount; ++act)
        text += row(name(static_cast<Act>(act)), written.acts[act], speech.acts[act]);
    text += "\n| group | turns | precision | recall | F1 | F1 without marks and case |\n|---|---|---|---|---|---|\n";
    for (int group = 0; group < kActGroupCount; ++group)
        text += row(name(static_cast<ActGroup>(group)), written.groups[group], speech.groups[group]);
    return text;
}

std::string headlines(const Measured& written, const Measured& speech) {
    std::string text =
        "| | acts micro | acts macro | groups micro | groups macro | any question |\n|---|---|---|---|---|---|\n";
    for (int style = 0; style < kStyles; ++style) {
        const Measured& m = style == kWritten ? written : speech;
        text += line("| %s | %.3f | %.3f | %.3f | %.3f | %.3f |\n", std::string(kStyleNames[style]).c_str(),
                     m.acts_micro, m.acts_macro, m.groups_micro, m.groups_macro, m.any_question);
    }
    return text;
}

std::string kinds_table(const std::array<std::array<Count, kPreviousKindCount>, kStyles>& kinds) {
    std::string text =
        "| kind | turns | precision | recall | F1 | F1 without marks and case |\n|---|---|---|---|---|---|\n";
    Count all, bare;
    for (int kind = 1; kind < kPreviousKindCount; ++kind) {
        text += row(name(static_cast<PreviousKind>(kind)), kinds[kWritten][kind], kinds[kSpeech][kind]);
        all.right += kinds[kWritten][kind].right;
        all.missed += kinds[kWritten][kind].missed;
        bare.right += kinds[kSpeech][kind].right;
        bare.missed += kinds[kSpeech][kind].missed;
    }
    return text + line("\nRight kind: %.3f of %d turns as written, %.3f without marks and case.\n", all.recall(),
                       all.there(), bare.recall());
}

}  // namespace

std::string summary(const CrossValidated& validated) {
    std::string text;
    for (int style = 0; style < kStyles; ++style)
        text += line("%-24s", std::string(kStyleNames[style]).c_str()) + headline(validated.by_style[style]) + "\n";
    for (const auto& [author, measured] : validated.by_author)
        text += line("  %-22s", author.c_str()) + headline(measured[kWritten]) + "\n";
    text += "\n" + table(validated.by_style[kWritten], validated.by_style[kSpeech]) + "\n" +
            kinds_table(validated.kinds) + "\nWithout the rep's turn before:\n\n" + kinds_table(validated.kinds_alone);
    for (int style = 0; style < kStyles; ++style)
        text += line("boundaries %s: precision %.3f recall %.3f\n", std::string(kStyleNames[style]).c_str(),
                     validated.boundaries[style].precision(), validated.boundaries[style].recall());
    return text;
}

std::string report(const CrossValidated& validated, const Material& material, const std::string& model_bytes) {
    const Measured& written = validated.by_style[kWritten];
    const Measured& speech = validated.by_style[kSpeech];
    std::string text = "# How well the English pack understands\n\nWritten by `tools/train_language`; do not edit. ";
    text += line("Model digest: %s, %zu bytes. ", Digest().add(model_bytes).hex().c_str(), model_bytes.size());
    text += line("Trained on %zu labelled rep turns and %zu customer turns of %zu authors.\n\n",
                 material.turns.rep.size(), material.turns.customer.size(), validated.by_author.size());
    text +=
        "All figures leave authors out, a fold of them at a time: an author's turns are judged by a model that was not "
        "trained on that author, from the words and the kind of the customer's last turn alone. Micro F1 is over all "
        "labels, macro F1 over acts with five turns or more. The second stage and the thresholds come from the other "
        "folds' left-out predictions.\n\n";
    text += "## Rep turns\n\n" + headlines(written, speech) + "\n" + table(written, speech);
    text +=
        "\n## By author\n\n| author | turns | acts micro | acts macro | groups micro | any question "
        "|\n|---|---|---|---|---|---|\n";
    for (const auto& [author, measured] : validated.by_author)
        text += line("| %s | %d | %.3f | %.3f | %.3f | %.3f |\n", author.c_str(), measured[kWritten].turns,
                     measured[kWritten].acts_micro, measured[kWritten].acts_macro, measured[kWritten].groups_micro,
                     measured[kWritten].any_question);
    text += "\n## Sentence boundaries\n\n";
    for (int style = 0; style < kStyles; ++style)
        text += line("- %s: precision %.3f, recall %.3f\n", std::string(kStyleNames[style]).c_str(),
                     validated.boundaries[style].precision(), validated.boundaries[style].recall());
    return text + "\n## Customer turns\n\nFrom the words and the acts of the rep's turn before:\n\n" +
           kinds_table(validated.kinds) + "\nFrom the words alone:\n\n" + kinds_table(validated.kinds_alone);
}

std::string evaluation(const language::Reader& reader, const files::Turns& turns) {
    std::array<std::vector<Judged>, kStyles> judged;
    std::array<std::array<Count, kPreviousKindCount>, kStyles> kinds{};
    for (const files::RepTurn& turn : turns.rep) {
        language::Context context;
        context.previous = turn.previous;
        const std::string spoken = as_speech(turn.text, {Span{0, static_cast<std::uint32_t>(turn.text.size())}}).text;
        for (int style = 0; style < kStyles; ++style) {
            const Reading reading = reader.read(style == kWritten ? turn.text : spoken, context, {});
            judged[style].push_back({turn.acts(), reading.observation.acts});
        }
    }
    for (const files::CustomerTurn& turn : turns.customer) {
        const std::string spoken = as_speech(turn.text, {Span{0, static_cast<std::uint32_t>(turn.text.size())}}).text;
        for (int style = 0; style < kStyles; ++style) {
            const auto kind = reader.read_customer(style == kWritten ? turn.text : spoken, {}, turn.before).kind;
            if (kind == turn.kind) {
                ++kinds[style][static_cast<int>(kind)].right;
            } else {
                ++kinds[style][static_cast<int>(kind)].wrong;
                ++kinds[style][static_cast<int>(turn.kind)].missed;
            }
        }
    }
    const Measured written = measure(judged[kWritten]), speech = measure(judged[kSpeech]);
    return headlines(written, speech) + "\n" + table(written, speech) + "\n" + kinds_table(kinds);
}

}  // namespace praxis::train_language
