// A text as a voice can take it: ASCII letters, each with the bytes of the original that it stands for. Accents are
// folded, smart quotes and dashes made plain, markup, emoji and broken bytes left out. Dashes between words become a
// comma, which is a pause. Knows nothing of words. Values only; any thread; any bytes will do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::speech {

// What has no ASCII letter and is said nevertheless.
inline constexpr char kEuro = '\x01', kPound = '\x02', kYen = '\x03', kDegree = '\x04';

struct PlainText {
    std::string letters;
    std::vector<std::uint32_t> begin, end;  // of every letter, in the original

    void add(std::string_view more, std::uint32_t from, std::uint32_t to) {
        letters += more;
        begin.resize(letters.size(), from);
        end.resize(letters.size(), to);
    }
};

PlainText plain_text(std::string_view text);

}  // namespace praxis::speech
