#include "adapters/speech/voice/reading/pronunciation.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "adapters/speech/voice/yaml_faults.hpp"
#include "core/base/nearest.hpp"

namespace praxis::speech {
namespace {

constexpr std::array<std::string_view, 41> kPhones = {"aa", "ae", "ah", "ao", "aw", "ax", "ay", "b",  "ch", "d", "dh",
                                                      "eh", "er", "ey", "f",  "g",  "hh", "ih", "iy", "jh", "k", "l",
                                                      "m",  "n",  "ng", "ow", "oy", "p",  "r",  "s",  "sh", "t", "th",
                                                      "uh", "uw", "v",  "w",  "y",  "z",  "zh", "pau"};

class PronunciationReader {
public:
    explicit PronunciationReader(const std::filesystem::path& file) : faults_(file) {}

    void read(const YAML::Node& root) {
        if (!root.IsMap()) return faults_.at(root, "the pronunciations must be a mapping");
        for (const auto& entry : root) take(entry.first, entry.second);
        for (char letter = 'a'; letter <= 'z'; ++letter)
            if (!how_.letters.contains(std::string(1, letter)))
                faults_.at(root, std::string("the letter ") + letter + " has no name", "add it under 'letters'");
    }

    Result<Pronunciation, Problems> result() {
        if (!faults_.none()) return refuse(faults_.take());
        return std::move(how_);
    }
    YamlFaults& faults() { return faults_; }

private:
    void take(const YAML::Node& key, const YAML::Node& value) {
        const std::string part = key.Scalar();
        if (part == "letters") return take_sayings(value, how_.letters, true);
        if (part == "sounds") return take_sayings(value, how_.sounds, true);
        if (part == "phones") return take_sayings(value, how_.phones, true);
        if (part == "respelled") return take_sayings(value, how_.respelled, false);
        if (part == "expressions") return take_sayings(value, how_.expressions, false);
        if (part == "units") return take_units(value);
        if (part == "before_a_name") return take_words(value, how_.before_a_name);
        if (part == "said") return take_words(value, how_.said);
        if (part == "louder") return take_words(value, how_.louder);
        static const std::vector<std::string> kParts = {
            "letters", "sounds", "phones", "respelled", "expressions", "units", "before_a_name", "said", "louder"};
        const std::string near = nearest(part, kParts);
        faults_.at(key, "there is no part '" + part + "'", near.empty() ? "" : "did you mean '" + near + "'?");
    }

    void take_sayings(const YAML::Node& list, Pronunciation::Sayings& into, bool in_phones) {
        if (!list.IsMap()) return faults_.at(list, "this must be a mapping of words to how they are said");
        for (const auto& entry : list) {
            const std::string word = entry.first.Scalar();
            if (!entry.second.IsScalar() || entry.second.Scalar().empty())
                faults_.at(entry.second, "'" + word + "' must say how it is said");
            else if (in_phones && !are_phones(entry.second.Scalar()))
                faults_.at(entry.second, "'" + word + "' holds what is no phone",
                           "see 'letters' for the phones there are");
            else if (!into.emplace(word, entry.second.Scalar()).second)
                faults_.at(entry.first, "'" + word + "' is there twice", "leave one out");
        }
    }

    void take_units(const YAML::Node& list) {
        if (!list.IsMap()) return faults_.at(list, "the units must be a mapping");
        for (const auto& entry : list) {
            const YAML::Node& forms = entry.second;
            if (!forms.IsSequence() || forms.size() != 2)
                faults_.at(forms, "'" + entry.first.Scalar() + "' must say one and many", "write [hour, hours]");
            else if (!how_.units.emplace(entry.first.Scalar(), Unit{forms[0].Scalar(), forms[1].Scalar()}).second)
                faults_.at(entry.first, "'" + entry.first.Scalar() + "' is there twice", "leave one out");
        }
    }

    void take_words(const YAML::Node& list, std::set<std::string, std::less<>>& into) {
        if (!list.IsSequence()) return faults_.at(list, "this must be a list of words");
        for (const YAML::Node& word : list)
            if (!word.IsScalar() || !into.insert(word.Scalar()).second)
                faults_.at(word, "this must be a word that is not there yet", "leave it out");
    }

    YamlFaults faults_;
    Pronunciation how_;
};

}  // namespace

bool are_phones(const std::string& text) {
    std::istringstream phones(text);
    bool any = false;
    for (std::string phone; phones >> phone; any = true) {
        if (phone.back() == '0' || phone.back() == '1') phone.pop_back();
        if (std::find(kPhones.begin(), kPhones.end(), phone) == kPhones.end()) return false;
    }
    return any;
}

Result<Pronunciation, Problems> load_pronunciation(const std::filesystem::path& file) {
    PronunciationReader reader(file);
    try {
        reader.read(YAML::LoadFile(file.string()));
    } catch (const YAML::Exception& error) {
        reader.faults().at(error.mark, error.msg, "the file must be there and be YAML");
    }
    return reader.result();
}

}  // namespace praxis::speech
