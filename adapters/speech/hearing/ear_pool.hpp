// The decoders of an embedded hearing: so many, made when first needed, lent to one ear at a time. Any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/speech/hearing/decoder.hpp"

namespace praxis::speech {

class EarPool {
public:
    EarPool(std::filesystem::path model, int most) : model_(std::move(model)), most_(most) {}

    // One that has heard nobody and expects these words; nothing: all are lent. Throws app::HearingTrouble.
    std::unique_ptr<Decoder> lend(const std::vector<ExpectedWord>&);
    void take_back(std::unique_ptr<Decoder>, std::vector<ExpectedWord>);

private:
    struct Idle {
        std::unique_ptr<Decoder> decoder;
        std::vector<ExpectedWord> expects;
    };
    std::unique_ptr<Decoder> idle_one(const std::vector<ExpectedWord>&);

    const std::filesystem::path model_;
    const int most_;
    std::mutex mutex_;
    std::vector<Idle> idle_;
    int lent_ = 0;
};

}  // namespace praxis::speech
