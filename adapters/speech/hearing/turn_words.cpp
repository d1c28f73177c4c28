#include "adapters/speech/hearing/turn_words.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "adapters/speech/voice/yaml_faults.hpp"
#include "core/base/nearest.hpp"

namespace praxis::speech {
namespace {

using Part = std::vector<Phrase> TurnWords::*;
const std::map<std::string, Part>& parts_of_turn_words() {
    static const std::map<std::string, Part> kParts = {
        {"goes_on", &TurnWords::goes_on},
        {"hangs", &TurnWords::hangs},
        {"fillers", &TurnWords::fillers},
        {"asks", &TurnWords::asks},
        {"before_asking", &TurnWords::before_asking},
        {"closes", &TurnWords::closes},
        {"backchannels", &TurnWords::backchannels},
        {"interrupts", &TurnWords::interrupts},
    };
    return kParts;
}

bool is_recognised(const std::string& phrase) {
    return !words_of(phrase).empty() && std::all_of(phrase.begin(), phrase.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '\'' || c == '-' || c == ' ';
    });
}

void take_phrases(const YAML::Node& list, std::vector<Phrase>& into, YamlFaults& faults) {
    if (!list.IsSequence() || list.size() == 0) return faults.at(list, "this must be a list of words");
    for (const YAML::Node& phrase : list)
        if (!phrase.IsScalar() || !is_recognised(phrase.Scalar()))
            faults.at(phrase, "a word is small letters, apostrophes and hyphens", "write it as speech is recognised");
        else
            into.push_back(words_of(phrase.Scalar()));
}

void take_parts(const YAML::Node& root, TurnWords& into, YamlFaults& faults) {
    if (!root.IsMap()) return faults.at(root, "the words of turns must be a mapping");
    std::vector<std::string> names;
    for (const auto& [name, part] : parts_of_turn_words()) {
        names.push_back(name);
        if (!root[name]) faults.at(root, "there is no '" + name + "'", "add the list");
    }
    for (const auto& entry : root) {
        const auto part = parts_of_turn_words().find(entry.first.Scalar());
        if (part != parts_of_turn_words().end()) {
            take_phrases(entry.second, into.*part->second, faults);
            continue;
        }
        const std::string near = nearest(entry.first.Scalar(), names);
        faults.at(entry.first, "there is no part '" + entry.first.Scalar() + "'",
                  near.empty() ? "" : "did you mean '" + near + "'?");
    }
}

}  // namespace

Phrase words_of(const std::string& text) {
    std::istringstream in(text);
    Phrase words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

Result<TurnWords, Problems> load_turn_words(const std::filesystem::path& file) {
    YamlFaults faults(file);
    TurnWords words;
    try {
        take_parts(YAML::LoadFile(file.string()), words, faults);
    } catch (const YAML::Exception& error) {
        faults.at(error.mark, error.msg, "the file must be there and be YAML");
    }
    if (!faults.none()) return refuse(faults.take());
    return words;
}

}  // namespace praxis::speech
