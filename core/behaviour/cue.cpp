#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "core/behaviour/derivation.hpp"

namespace praxis::behaviour {
namespace {

constexpr std::size_t kContentLetters = 4;  // shorter words carry too little to recognise a cue by
constexpr std::size_t kStemLetters = 5;     // inflections share their beginning

std::vector<std::string> content_stems(std::string_view text) {
    std::vector<std::string> stems;
    std::string word;
    const auto close = [&] {
        if (word.size() >= kContentLetters) stems.push_back(word.substr(0, kStemLetters));
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80)
            word += static_cast<char>(std::tolower(byte));
        else
            close();
    }
    close();
    return stems;
}

}  // namespace

bool names_cue(std::string_view text, const strategy::Texts& cues) {
    const std::vector<std::string> said = content_stems(text);
    return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) {
        const std::vector<std::string> wanted = content_stems(cue);
        const auto found = std::count_if(wanted.begin(), wanted.end(), [&](const std::string& stem) {
            return std::find(said.begin(), said.end(), stem) != said.end();
        });
        return found > 0 && 2 * found > static_cast<std::ptrdiff_t>(wanted.size());
    });
}

}  // namespace praxis::behaviour
