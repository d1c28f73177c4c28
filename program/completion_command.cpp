#include <cstdio>
#include <memory>

#include "program/commands.hpp"
#include "program/options.hpp"

namespace praxis::program {
namespace {

constexpr const char* kCompletionExamples =
    "praxis completion bash > /etc/bash_completion.d/praxis\n"
    "praxis completion zsh > ~/.zfunc/_praxis                 and `fpath+=~/.zfunc` before compinit";

// One row per command path: "praxis strategy check" and the words that may follow it.
struct Row {
    std::string path, words;
};

void gather(const CLI::App& app, const std::string& path, std::vector<Row>& rows) {
    std::string words;
    for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; })) {
        words += below->get_name() + " ";
        gather(*below, path + " " + below->get_name(), rows);
    }
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    rows.push_back({path, words});
}

// Words of closed lists that may follow an option.
constexpr const char* kValues =
    "        --support) words='guided hints silent' ;;\n"
    "        --kind) words='cold-call discovery value-presentation objection-handling negotiation renewal' ;;\n"
    "        --difficulty) words='easy normal hard' ;;\n"
    "        --dose) words='one three challenge' ;;\n"
    "        --mood) words='even warm curious bored wary impatient' ;;\n"
    "        --strategy|--script|--save|--resume|--svg|--wav|--mouth) COMPREPLY=($(compgen -f -- \"$current\")); "
    "return ;;\n";

std::string script_for_bash(const CLI::App& root) {
    std::vector<Row> rows;
    gather(root, root.get_name(), rows);
    std::string text =
        "_praxis() {\n"
        "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path=praxis words= i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case \"$path ${COMP_WORDS[i]}\" in\n";
    for (const Row& row : rows)
        if (row.path.find(' ') != std::string::npos)
            text += "            '" + row.path + "') path='" + row.path + "' ;;\n";
    text += "        esac\n    done\n    case $path in\n";
    for (const Row& row : rows) text += "        '" + row.path + "') words='" + row.words + "' ;;\n";
    text += "    esac\n    case $before in\n";
    text += kValues;
    text +=
        "    esac\n"
        "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "    [[ $current != -* && ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- \"$current\"))\n"
        "}\n"
        "complete -o filenames -F _praxis praxis\n";
    return text;
}

// zsh runs bash completions through its own bridge.
std::string script_for_zsh(const CLI::App& root) {
    return "#compdef praxis\nautoload -U +X bashcompinit && bashcompinit\n" + script_for_bash(root);
}

}  // namespace

void add_completion(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("completion", "Print a completion script for a shell");
    const auto shell = std::make_shared<std::string>();
    app.add_option("shell", *shell, "bash or zsh")
        ->required()
        ->type_name("SHELL")
        ->check(CLI::IsMember({"bash", "zsh"}));
    add_examples(app, kCompletionExamples);
    on_run(app, exit, [shell, &root] {
        const std::string script = *shell == "bash" ? script_for_bash(root) : script_for_zsh(root);
        std::printf("%s", script.c_str());
        return ExitCode::done;
    });
}

}  // namespace praxis::program
