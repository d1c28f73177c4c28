#include "adapters/speech/voice/voice_file.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "adapters/speech/voice/yaml_faults.hpp"
#include "core/base/nearest.hpp"

namespace praxis::speech {
namespace {

struct Range {
    double least, most;
};

class VoiceReader {
public:
    explicit VoiceReader(const std::filesystem::path& file) : faults_(file) {}

    void read(const YAML::Node& root) {
        const YAML::Node list = root.IsMap() ? root["voices"] : YAML::Node();
        if (!list || !list.IsSequence() || list.size() == 0)
            return faults_.at(root, "there must be a list 'voices' with at least one voice");
        for (const YAML::Node& each : list) {
            if (each.IsMap())
                take(each);
            else
                faults_.at(each, "a voice must be a mapping");
        }
    }

    Result<std::vector<VoiceManner>, Problems> result() {
        if (!faults_.none()) return refuse(faults_.take());
        return std::move(manners_);
    }
    YamlFaults& faults() { return faults_; }

private:
    void take(const YAML::Node& row) {
        known_keys(row);
        VoiceManner manner;
        manner.card.id = word(row, "name");
        manner.card.sounds = word(row, "sounds");
        manner.recording = recording(row);
        manner.warp = number(row, "warp", {0.33, 0.47});
        manner.pitch_hz = number(row, "pitch", {60, 280});
        manner.pitch_spread = number(row, "spread", {4, 60});
        manner.tempo = number(row, "tempo", {0.7, 1.4});
        if (row["loudness"]) manner.loudness = number(row, "loudness", {-50, -3});
        suits(row, manner.card);
        ages(row, manner.card);
        const bool twice = std::any_of(manners_.begin(), manners_.end(),
                                       [&](const VoiceManner& other) { return other.card.id == manner.card.id; });
        if (twice) faults_.at(row, "there are two voices '" + manner.card.id + "'", "name one otherwise");
        manners_.push_back(std::move(manner));
    }

    void known_keys(const YAML::Node& row) {
        static const std::vector<std::string> kKeys = {"name",  "recording", "warp",   "pitch", "spread",
                                                       "tempo", "loudness",  "sounds", "suits", "ages"};
        for (const auto& entry : row) {
            const std::string key = entry.first.Scalar();
            if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
            const std::string near = nearest(key, kKeys);
            faults_.at(entry.first, "a voice has no '" + key + "'", near.empty() ? "" : "did you mean '" + near + "'?");
        }
    }

    std::string word(const YAML::Node& row, const char* key) {
        const YAML::Node value = row[key];
        if (value && value.IsScalar() && !value.Scalar().empty()) return value.Scalar();
        faults_.at(value ? value : row, std::string("a voice needs '") + key + "'", "write a word");
        return {};
    }

    double number(const YAML::Node& row, const char* key, Range range) {
        const YAML::Node value = row[key];
        double read = 0;
        const bool is_number = value && value.IsScalar() && YAML::convert<double>::decode(value, read);
        if (is_number && read >= range.least && read <= range.most) return read;
        faults_.at(value ? value : row,
                   std::string("'") + key + "' must be a number from " + text(range.least) + " to " + text(range.most));
        return 0;
    }

    static std::string text(double number) {
        std::string digits = std::to_string(number);
        digits.erase(digits.find_last_not_of('0') + 1);
        return digits.ends_with('.') ? digits.substr(0, digits.size() - 1) : digits;
    }

    Recording recording(const YAML::Node& row) {
        static const std::vector<std::string> kNames = {"slt", "rms", "awb"};
        const std::string name = word(row, "recording");
        const auto found = std::find(kNames.begin(), kNames.end(), name);
        if (found == kNames.end() && !name.empty())
            faults_.at(row["recording"], "there is no recording '" + name + "'", "slt, rms or awb");
        return found == kNames.end() ? Recording::slt : static_cast<Recording>(found - kNames.begin());
    }

    void suits(const YAML::Node& row, app::VoiceCard& card) {
        const YAML::Node list = row["suits"];
        if (list && list.IsSequence())
            for (const YAML::Node& who : list) {
                card.as_woman |= who.Scalar() == "woman";
                card.as_man |= who.Scalar() == "man";
                if (who.Scalar() != "woman" && who.Scalar() != "man") faults_.at(who, "'suits' knows woman and man");
            }
        if (!card.as_woman && !card.as_man)
            faults_.at(row, "'" + card.id + "' suits nobody", "write suits: [woman], [man] or both");
    }

    void ages(const YAML::Node& row, app::VoiceCard& card) {
        const YAML::Node list = row["ages"];
        const bool two = list && list.IsSequence() && list.size() == 2 &&
                         YAML::convert<int>::decode(list[0], card.age_least) &&
                         YAML::convert<int>::decode(list[1], card.age_most);
        if (!two || card.age_least < 0 || card.age_most < card.age_least)
            faults_.at(list ? list : row, "'ages' must be the least and the most", "write ages: [30, 50]");
    }

    YamlFaults faults_;
    std::vector<VoiceManner> manners_;
};

}  // namespace

Result<std::vector<VoiceManner>, Problems> load_voices(const std::filesystem::path& file) {
    VoiceReader reader(file);
    try {
        reader.read(YAML::LoadFile(file.string()));
    } catch (const YAML::Exception& error) {
        reader.faults().at(error.mark, error.msg, "the file must be there and be YAML");
    }
    return reader.result();
}

}  // namespace praxis::speech
