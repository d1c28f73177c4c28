#include "adapters/speech/hearing/embedded_hearing.hpp"

#include <algorithm>
#include <cstdlib>

#include "adapters/speech/hearing/ear_pool.hpp"
#include "adapters/speech/hearing/expected_words.hpp"
#include "adapters/speech/hearing/listener.hpp"

namespace praxis::speech {
namespace {

class EmbeddedEar final : public app::Ear {
public:
    EmbeddedEar(std::shared_ptr<EarPool> pool, std::shared_ptr<const TurnWords> words,
                std::vector<ExpectedWord> expects, std::unique_ptr<Decoder> decoder, Listener::Times times)
        : pool_(std::move(pool)),
          words_(std::move(words)),
          expects_(std::move(expects)),
          decoder_(std::move(decoder)),
          listener_(*decoder_, *words_, times) {}
    ~EmbeddedEar() override {
        finish();
        pool_->take_back(std::move(decoder_), std::move(expects_));
    }

    std::vector<app::HeardEvent> hear(std::span<const std::int16_t> sound, bool customer_speaks) override {
        std::vector<app::HeardEvent> events;
        listener_.hear(sound, customer_speaks, events);
        return events;
    }
    std::vector<app::HeardEvent> finish() override {
        std::vector<app::HeardEvent> events;
        listener_.finish(events);
        return events;
    }

private:
    std::shared_ptr<EarPool> pool_;
    std::shared_ptr<const TurnWords> words_;
    std::vector<ExpectedWord> expects_;
    std::unique_ptr<Decoder> decoder_;
    Listener listener_;
};

}  // namespace

std::filesystem::path sphinx_model() {
    const char* named = std::getenv("PRAXIS_HEARING_MODEL");
    return named && *named ? named : "/usr/share/pocketsphinx/model/en-us";
}

EmbeddedHearing::EmbeddedHearing(HearingSettings settings, TurnWords words, Pronunciation how)
    : pool_(std::make_shared<EarPool>(settings.model, std::clamp(settings.ears, 1, kEarsMost))),
      words_(std::make_shared<const TurnWords>(std::move(words))),
      how_(std::move(how)),
      turn_most_ms_(settings.turn_most_ms) {}

std::unique_ptr<app::Ear> EmbeddedHearing::open(const app::HearingWishes& wishes) {
    std::vector<ExpectedWord> expects = expected_words(wishes.expect, how_);
    std::unique_ptr<Decoder> decoder = pool_->lend(expects);
    if (!decoder) return nullptr;
    const int patience_ms = std::clamp(wishes.patience_ms, 0, app::kPatienceMost);
    return std::make_unique<EmbeddedEar>(pool_, words_, std::move(expects), std::move(decoder),
                                         Listener::Times{patience_ms, turn_most_ms_});
}

Result<EmbeddedHearing, Problems> load_hearing(const std::filesystem::path& data, HearingSettings settings) {
    auto words = load_turn_words(data / "language" / "en" / "hearing.yaml");
    auto how = load_pronunciation(data / "language" / "en" / "pronunciation.yaml");
    if (words && how) return EmbeddedHearing(std::move(settings), std::move(*words), std::move(*how));
    Problems problems = words ? Problems() : std::move(words.error());
    if (!how) problems.insert(problems.end(), how.error().begin(), how.error().end());
    return refuse(std::move(problems));
}

}  // namespace praxis::speech
