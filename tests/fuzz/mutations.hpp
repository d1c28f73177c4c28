// Bytes that nobody would send in good faith, made from some that somebody would: parts changed, lost, doubled, swapped
// with another example's, numbers at their ends, and the words of the format in the wrong places. The same seed gives
// the same bytes on every machine. One thread.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace praxis::fuzz {

class Mutations {
public:
    Mutations(const std::vector<std::string>& corpus, const std::vector<std::string>& words, std::size_t most_bytes,
              std::uint64_t seed)
        : corpus_(corpus), words_(words), most_(most_bytes), chance_(seed) {}

    std::string next();

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : chance_() % end; }
    const std::string& any(const std::vector<std::string>& of) { return of[below(of.size())]; }
    void change(std::string&);
    void change_bytes(std::string&);
    void move_parts(std::string&);
    void change_number(std::string&);

    const std::vector<std::string>& corpus_;
    const std::vector<std::string>& words_;
    const std::size_t most_;
    std::mt19937_64 chance_;
};

}  // namespace praxis::fuzz
