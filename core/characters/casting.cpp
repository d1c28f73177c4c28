#include "core/characters/casting.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace praxis::characters {
namespace {

using strategy::Presents;
using Players = std::vector<const Player*>;

// FNV-1a over UTF-16, as the page counts a text: both must give one customer the same face.
class Hash {
public:
    Hash& add(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) add_point(next(text, i));
        return *this;
    }
    std::uint32_t value() const { return value_; }

private:
    static std::uint32_t next(std::string_view text, std::size_t& i) {
        const auto first = static_cast<unsigned char>(text[i++]);
        const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        std::uint32_t point = more == 0 ? first : first & (0x3fU >> more);
        for (int k = 0; k < more && i < text.size(); ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i++]) & 0x3fU);
        return point;
    }
    void add_point(std::uint32_t point) {
        if (point < 0x10000) return add_unit(point);
        add_unit(0xd800 + ((point - 0x10000) >> 10));
        add_unit(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
    void add_unit(std::uint32_t unit) { value_ = (value_ ^ unit) * 0x01000193U; }

    std::uint32_t value_ = 0x811c9dc5U;
};

template <class Keep>
Players kept(const Players& from, Keep keep) {
    Players those;
    std::copy_if(from.begin(), from.end(), std::back_inserter(those), [&](const Player* one) { return keep(*one); });
    return those;
}

Players or_else(Players first, Players second) {
    return first.empty() ? std::move(second) : std::move(first);
}

bool sounds_like(const Player& one, Presents wanted) {
    return wanted == Presents::either || one.who.presents == wanted || one.who.presents == Presents::either;
}

bool was_given(const Player& one, const Part& part) {
    return std::any_of(one.plays.begin(), one.plays.end(), [&](const Part& own) { return covers(own, part); });
}

bool suits(const Player& one, strategy::Setting setting) {
    return std::find(one.who.suits.begin(), one.who.suits.end(), setting) != one.who.suits.end();
}

Players candidates(const Casting& casting, std::span<const Player> players) {
    Players all;
    for (const Player& one : players)
        if (one.plays.empty() || was_given(one, casting.part)) all.push_back(&one);
    const Players heard =
        or_else(kept(all, [&](const Player& one) { return sounds_like(one, casting.presents); }), all);
    Players given = kept(heard, [](const Player& one) { return !one.plays.empty(); });
    if (!given.empty()) return given;
    return or_else(kept(heard, [&](const Player& one) { return suits(one, casting.setting); }), heard);
}

}  // namespace

bool covers(const Part& part, const Part& played) {
    return part.strategy == played.strategy && (part.segment.empty() || part.segment == played.segment) &&
           (part.role.empty() || part.role == played.role);
}

std::string player_for(const Casting& casting, std::span<const Player> players) {
    std::string best;
    std::uint32_t most = 0;
    for (const Player* one : candidates(casting, players)) {
        const std::uint32_t rank = Hash().add(casting.customer).add("/").add(one->id).value();
        if (!best.empty() && rank <= most) continue;
        best = one->id;
        most = rank;
    }
    return best;
}

}  // namespace praxis::characters
