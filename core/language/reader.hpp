// The reader: from the words of one turn to what they do, mention and amount to. Made once from a language pack and a
// trained model, then read-only: any number of threads may read with it. Never fails on a text, however hostile; of an
// overlong one it looks at the first part only. docs/understanding.md tells how it works and how well.
// Does not know: files, the buyer's mind, the seed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/text/amounts.hpp"
#include "core/language/text/pack.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/previous.hpp"
#include "core/vocabulary/reading.hpp"

namespace praxis::language {

// A trained model as it lies in its file.
struct ModelSource {
    std::string bytes;
};

// What is kept of a turn of the other side for understanding what is said after it.
struct HeardTurn {
    std::vector<text::FoundAmount> amounts;
    std::vector<std::uint64_t> words;  // hashes of the stems of its content words, ascending
};

// What is known of the moment. Everything may be left out: understanding then goes by the words.
struct Context {
    PreviousKind previous = PreviousKind::none;
    std::vector<const HeardTurn*> heard;  // the other side's last turns, newest last; borrowed
    std::optional<bool> objection_open;   // or resolved in the turn before; empty: unknown
    bool refused = false;                 // the other side has just refused a step or a close
    strategy::Expertise expertise = strategy::Expertise::practitioner;
    std::vector<std::uint32_t> pauses;  // byte offsets of pauses of 400 ms or more
};

struct CustomerReading {
    PreviousKind kind = PreviousKind::info;
    float confidence = 0;  // calibrated probability, 0 … 1
    std::vector<TopicSeen> topics;
    std::vector<Amount> amounts;
    HeardTurn heard;  // as listen() would give it
};

class Reader {
public:
    static Result<Reader, Problems> make(text::PackSource, ModelSource);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    Reading read(std::string_view text, const Context&, const Lexicon&) const;
    HeardTurn listen(std::string_view text) const;
    // `before`: what the rep's turn before it did; empty when unknown.
    CustomerReading read_customer(std::string_view text, const Lexicon&, ActSet before = {}) const;

    std::string language() const;      // "en"
    std::string digest() const;        // of the pack, 16 hex digits
    std::string model_digest() const;  // of the model

private:
    struct Parts;
    explicit Reader(std::unique_ptr<const Parts>);
    std::unique_ptr<const Parts> parts_;
};

}  // namespace praxis::language
