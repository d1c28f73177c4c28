// One pocketsphinx decoder: sound to words, as it comes. Takes some 90 MB and one to two seconds to make; used by one
// thread at a time, several may be at work at once. It hears nothing until begin() and knows nothing of turns.
// Errors: app::HearingTrouble where the model is missing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "adapters/speech/hearing/recogniser.hpp"

namespace praxis::speech {

// A word as the decoder takes it: small letters, and its sounds in the recogniser's own phones ("V AE N T IH K S").
struct ExpectedWord {
    std::string word, phones;
    friend bool operator==(const ExpectedWord&, const ExpectedWord&) = default;
};

class Decoder final : public Recogniser {
public:
    Decoder(const std::filesystem::path& model, const std::vector<ExpectedWord>&);
    ~Decoder() override;
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    // What it has learnt of a speaker and a microphone (the mean of the spectrum) is what it was when it was made.
    void forget();

    void begin() override;
    void take(std::span<const std::int16_t>) override;
    std::string words() const override;
    std::string finish() override;

private:
    struct Insides;
    std::unique_ptr<Insides> in_;
};

}  // namespace praxis::speech
