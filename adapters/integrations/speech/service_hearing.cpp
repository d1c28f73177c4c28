#include "adapters/integrations/speech/service_hearing.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <cctype>

#include "adapters/integrations/speech/wave.hpp"

namespace praxis::integrations {

struct ServiceHearing::Shared {
    SpeechService service;
    OnOwn on_own;
    Patience patience;
};

namespace {

constexpr std::int64_t kRate_ms = app::kHearingRate / 1000;
constexpr std::int64_t kBefore = 300, kAfter = 200;  // ms around a turn
constexpr std::int64_t kIdle = 5'000;                // ms held while no turn is known of: its beginning is told late
constexpr std::size_t kPromptMost = 800;             // bytes: services read some 200 tokens
constexpr std::string_view kBoundary = "praxis-7b1d0c9e54aa4c0d8f1e2a63";

void add_field(std::string& body, std::string_view name, std::string_view value) {
    body += "--" + std::string(kBoundary) + "\r\ncontent-disposition: form-data; name=\"" + std::string(name) +
            "\"\r\n\r\n" + std::string(value) + "\r\n";
}

std::string form_of(const SpeechService& service, const std::string& prompt, std::span<const std::int16_t> sound) {
    std::string body;
    add_field(body, "model", service.model);
    add_field(body, "language", "en");
    add_field(body, "response_format", "json");
    add_field(body, "temperature", "0");
    if (!prompt.empty()) add_field(body, "prompt", prompt);
    body += "--" + std::string(kBoundary) +
            "\r\ncontent-disposition: form-data; name=\"file\"; filename=\"turn.wav\"\r\n"
            "content-type: audio/wav\r\n\r\n";
    body += wave_of(sound);
    body += "\r\n--" + std::string(kBoundary) + "--\r\n";
    return body;
}

std::string prompt_of(const std::vector<std::string>& names) {
    std::string prompt;
    for (const std::string& name : names) {
        if (prompt.size() + name.size() + 2 > kPromptMost) break;
        prompt += (prompt.empty() ? "" : ", ") + name;
    }
    return prompt;
}

std::string without_margins(const std::string& text) {
    const auto begin = std::find_if_not(text.begin(), text.end(), [](unsigned char c) { return std::isspace(c); });
    const auto end = std::find_if_not(text.rbegin(), text.rend(), [](unsigned char c) { return std::isspace(c); });
    return begin < end.base() ? std::string(begin, end.base()) : std::string();
}

std::string words_in(const OutboundAnswer& answer) {
    if (!answer.content_type.starts_with("application/json"))
        throw OutboundTrouble("answered with '" + answer.content_type + "'");
    boost::json::error_code error;
    const auto value = boost::json::parse(answer.body, error);
    const auto* object = error ? nullptr : value.if_object();
    const auto* text = object ? object->if_contains("text") : nullptr;
    if (!text || !text->is_string()) throw OutboundTrouble("answered without a text");
    return without_margins(std::string(text->as_string()));
}

// The sound of late, by its own clock.
class Memory {
public:
    void add(std::span<const std::int16_t> sound) {
        sound_.insert(sound_.end(), sound.begin(), sound.end());
        if (!turn_) forget(now_ms() - kIdle);
    }
    void begin_turn() { turn_ = true; }
    void end_turn(std::int64_t at_ms) {
        turn_ = false;
        forget(std::min(at_ms, now_ms()));
    }
    Sound between(std::int64_t begin_ms, std::int64_t end_ms) const {
        const auto place = [&](std::int64_t ms) {
            return std::clamp<std::int64_t>((ms - from_ms_) * kRate_ms, 0, std::ssize(sound_));
        };
        return {sound_.begin() + place(begin_ms), sound_.begin() + place(end_ms)};
    }

private:
    std::int64_t now_ms() const { return from_ms_ + std::ssize(sound_) / kRate_ms; }
    void forget(std::int64_t until_ms) {
        if (until_ms <= from_ms_) return;
        sound_.erase(sound_.begin(), sound_.begin() + (until_ms - from_ms_) * kRate_ms);
        from_ms_ = until_ms;
    }

    Sound sound_;
    std::int64_t from_ms_ = 0;
    bool turn_ = false;  // one is being heard
};

}  // namespace

ServiceHearing::ServiceHearing(app::Hearing& own, SpeechService service, OnOwn on_own)
    : own_(own), shared_(std::make_shared<Shared>(std::move(service), std::move(on_own))) {}

class ServiceHearing::ServiceEar final : public app::Ear {
public:
    ServiceEar(std::unique_ptr<app::Ear> own, std::shared_ptr<Shared> shared, std::string prompt)
        : own_(std::move(own)), shared_(std::move(shared)), prompt_(std::move(prompt)) {}

    std::vector<app::HeardEvent> hear(std::span<const std::int16_t> sound, bool customer_speaks) override {
        memory_.add(sound);
        return with_better_words(own_->hear(sound, customer_speaks));
    }
    std::vector<app::HeardEvent> finish() override { return with_better_words(own_->finish()); }

private:
    std::vector<app::HeardEvent> with_better_words(std::vector<app::HeardEvent> events) {
        for (app::HeardEvent& event : events) {
            if (std::holds_alternative<app::SpeechBegan>(event)) memory_.begin_turn();
            if (const auto* said = std::get_if<app::Backchannel>(&event)) memory_.end_turn(said->end_ms);
            if (const auto* unclear = std::get_if<app::Unclear>(&event)) memory_.end_turn(unclear->end_ms);
            if (auto* turn = std::get_if<app::HeardTurn>(&event)) event = heard_better(*turn);
        }
        return events;
    }

    // What the service makes no words of is unclear.
    app::HeardEvent heard_better(app::HeardTurn turn) {
        const Sound sound = memory_.between(turn.begin_ms - kBefore, turn.end_ms + kAfter);
        memory_.end_turn(turn.end_ms + kAfter);
        if (!shared_->patience.asks()) return shared_->on_own({}), turn;
        try {
            std::string words = words_in(ask_service(shared_->service, "/audio/transcriptions",
                                                     "multipart/form-data; boundary=" + std::string(kBoundary),
                                                     form_of(shared_->service, prompt_, sound)));
            shared_->patience.went(true);
            if (words.empty()) return app::Unclear{turn.begin_ms, turn.end_ms};
            turn.text = std::move(words);
        } catch (const OutboundTrouble& trouble) {
            shared_->patience.went(false);
            shared_->on_own(trouble.what());
        }
        return turn;
    }

    const std::unique_ptr<app::Ear> own_;
    const std::shared_ptr<Shared> shared_;
    const std::string prompt_;
    Memory memory_;
};

std::unique_ptr<app::Ear> ServiceHearing::open(const app::HearingWishes& wishes) {
    auto own = own_.open(wishes);
    if (!own) return nullptr;
    return std::make_unique<ServiceEar>(std::move(own), shared_, prompt_of(wishes.expect));
}

}  // namespace praxis::integrations
